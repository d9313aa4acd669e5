// The contract runner of this module.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NAMES } from "../credentials.mjs";
import { limited } from "../limited.mjs";

/** What no answer alone shows: another status than was due, and what a scenario expected of the server's memory. */
const OF_BEHAVIOUR = /^(status:\d+-\d+|credential|expectation|restoration)/;

/** Runs it as at any other server, with a config file. */
export function runner({ url, description, key, tools, root }) {
  const names = join(tools, "names.json");
  writeFileSync(join(tools, NAMES.app.private_key), key);
  writeFileSync(names, JSON.stringify(NAMES));
  return run(url, ["--config", names, "--no-check-config", "--no-strict", "--threads", "1"], description, tools, root);
}

/** Runs it as at a twin, in worlds of its own. */
export function runnerOfTwins({ url, description, tools, root }) {
  return run(url, [], description, tools, root);
}

async function run(url, words, description, tools, root) {
  const report = join(tools, "report");
  rmSync(report, { recursive: true, force: true });
  const jar = join(root, "contract-tests/target/contract-tests.jar");
  await limited("java", ["-jar", jar, "--base-url", url, ...words, "--report", report], { cwd: tools, admits: [0, 1] });
  const { counts, findings } = JSON.parse(readFileSync(join(report, "report.json")));
  const ofBehaviour = findings.filter(({ id }) => OF_BEHAVIOUR.test(id)).length;
  const parts = findings.length ? `: ${findings.length - ofBehaviour} against the description, ${ofBehaviour} of behaviour` : "";
  return {
    told: `${findings.length} findings${parts}; ${counts.failed} of ${counts.passed + counts.failed} checks fail`,
    findings: findings.flatMap(({ id, title, operations }) =>
      (operations.length ? operations : [undefined]).map((operation) => ({
        operation: operation && description.nameOf(operation),
        words: `${id} ${title}`,
      })),
    ),
  };
}
