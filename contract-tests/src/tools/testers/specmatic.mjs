// Specmatic, with the examples paired by their names, and a credential for each caller.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CALLERS, credential } from "../credentials.mjs";
import { limited } from "../limited.mjs";

export async function specmatic({ url, description, key, tools }) {
  const folder = join(tools, "specmatic");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "description.json"), JSON.stringify(description.at(url, { pairs: true })));
  const schemes = Object.keys(CALLERS).map((caller) => {
    const type = caller === "client" ? "basicAuth" : "bearer";
    return [caller, { type, token: credential(caller, key) }];
  });
  writeFileSync(
    join(folder, "specmatic.json"),
    JSON.stringify({
      version: 2,
      contracts: [{ filesystem: { directory: folder }, provides: ["description.json"] }],
      security: { OpenAPI: { securitySchemes: Object.fromEntries(schemes) } },
    }),
  );
  const words = ["-jar", join(tools, "node_modules/specmatic/specmatic.jar"), "test", "--lenient", `--testBaseURL=${url}`];
  const { out } = await limited("java", words, { cwd: folder, env: { MAX_TEST_REQUEST_COMBINATIONS: "1" }, admits: [0, 1] });
  return told(out);
}

/** Reads what it prints. */
export function told(out) {
  const ended = [...out.matchAll(/^ *Scenario: (\w+) (\S+) -> .* has (SUCCEEDED|FAILED)$((?:(?!^-----)[^])*)/gm)];
  if (!ended.length) throw new Error(out.match(/^>> .*/m)?.[0] ?? "it tells of no scenario");
  const findings = ended
    .filter(([, , , how]) => how === "FAILED")
    .map(([, method, path, , words]) => ({ operation: `${method} ${path.replaceAll(/\((\w+):\w+\)/g, "{$1}")}`, words }));
  return { told: `${findings.length} of ${ended.length} scenarios fail`, findings };
}
