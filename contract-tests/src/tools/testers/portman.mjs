// Portman, whose collection newman runs.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { authorization } from "../credentials.mjs";
import { limited } from "../limited.mjs";

const CHECKS = ["statusSuccess", "contentType", "jsonBody", "schemaValidation", "headersPresent"];

export async function portman({ url, description, key, tools, bin }) {
  const file = (name) => join(tools, `portman-${name}.json`);
  writeFileSync(file("description"), JSON.stringify(description.at(url)));
  writeFileSync(
    file("config"),
    JSON.stringify({
      version: 1,
      tests: { contractTests: CHECKS.map((check) => ({ openApiOperation: "*::/*", [check]: { enabled: true } })) },
      overwrites: description.operations.map((one) => ({
        openApiOperation: `${one.method}::${one.path}`,
        overwriteRequestHeaders: [
          { key: "Authorization", value: authorization(one, key), overwrite: true, insert: true },
        ],
      })),
    }),
  );
  const made = ["-l", file("description"), "-b", url, "-c", file("config"), "-o", file("collection"), "-n", "false"];
  await limited(join(bin, "portman"), made, { cwd: tools });
  const collection = JSON.parse(readFileSync(file("collection")));
  withoutAuth(collection);
  writeFileSync(file("collection"), JSON.stringify(collection));
  const words = ["run", file("collection"), "--ignore-redirects", "-r", "json", "--reporter-json-export", file("report")];
  await limited(join(bin, "newman"), words, { cwd: tools, admits: [0, 1] });
  return told(JSON.parse(readFileSync(file("report"))));
}

/** Leaves the credential to the header that is set. */
function withoutAuth(part) {
  delete part.auth;
  if (part.request) delete part.request.auth;
  part.item?.forEach(withoutAuth);
}

/** Reads newman's report. */
export function told({ run: { stats, failures } }) {
  const findings = failures.map(({ error }) => {
    const [, method, path] = error.test?.match(/^\[(\w+)\]::(\S+)/) ?? [];
    const operation = method && `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`;
    return { operation, words: `${error.test} ${error.message}` };
  });
  return { told: `${failures.length} of ${stats.assertions.total} assertions fail`, findings };
}
