// Dredd, with hooks that set credentials and leave out what it cannot provoke.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { authorization } from "../credentials.mjs";
import { limited } from "../limited.mjs";

/** Runs in Dredd: it neither has `import` nor this module's variables. */
const HOOKS = `
const { appendFileSync } = require("node:fs");
const { beforeEach, beforeEachValidation, afterEach } = require("hooks");
const { credentials, results } = require("./dredd-settings.json");
const nameOf = (transaction) => transaction.request.method + " " + transaction.origin.resourceName;
beforeEach((transaction, done) => {
  transaction.skip = !transaction.expected.statusCode.startsWith("2");
  transaction.request.headers.Authorization = credentials[nameOf(transaction)];
  done();
});
beforeEachValidation((transaction, done) => {
  const { headers } = transaction.real;
  headers["content-type"] = headers["content-type"]?.replace(/; *charset=utf-8$/i, "");
  done();
});
afterEach((transaction, done) => {
  const { status, message } = transaction.test ?? {};
  appendFileSync(results, JSON.stringify({ operation: nameOf(transaction), status, words: message }) + "\\n");
  done();
});
`;

export async function dredd({ url, description, key, tools, bin }) {
  const results = join(tools, "dredd-results.jsonl");
  rmSync(results, { force: true });
  const credentials = Object.fromEntries(
    description.operations.map((one) => [`${one.method} ${one.path}`, authorization(one, key)]),
  );
  const file = join(tools, "dredd.json");
  const document = description.at(url);
  delete document.components.headers.link; // Dredd's parser refuses a header of this name
  writeFileSync(file, JSON.stringify(document));
  writeFileSync(join(tools, "dredd-hooks.cjs"), HOOKS);
  writeFileSync(join(tools, "dredd-settings.json"), JSON.stringify({ credentials, results }));
  const words = [file, url, "-f", join(tools, "dredd-hooks.cjs"), "--no-color", "--loglevel", "error"];
  const { out, err } = await limited(join(bin, "dredd"), words, { cwd: tools, admits: [0, 1] });
  if (!existsSync(results)) throw new Error((err + out).match(/^error: .*/m)?.[0] ?? "it sends nothing");
  return told(readFileSync(results, "utf8"));
}

/** Reads the lines that the hooks wrote. */
export function told(lines) {
  const all = lines.trim().split("\n").map((line) => JSON.parse(line));
  const sent = all.filter(({ status }) => status === "pass" || status === "fail");
  const findings = sent.filter(({ status }) => status === "fail");
  return { told: `${findings.length} of ${sent.length} transactions fail`, findings };
}
