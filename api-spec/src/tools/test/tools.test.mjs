// What the tools' results mean, and what is no fault of what they try.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { run, stopAll } from "../commands.mjs";
import { install } from "../install.mjs";
import { cannotFetch, Matrix, Missing } from "../matrix.mjs";

const folder = () => mkdtempSync(join(tmpdir(), "tools-"));
const fail = (error) => () => {
  throw error;
};

/** A document whose table has these rows. */
async function documented(...trials) {
  const matrix = new Matrix();
  for (const [what, trial] of trials) await matrix.try("tool", "1", what, trial);
  const document = join(folder(), "document.md");
  writeFileSync(document, "before\n<!-- matrix: written by api-spec/src/tools/run -->\n<!-- end of matrix -->\nafter\n");
  matrix.write(document);
  return document;
}

test("what fails and is not documented to fail is worse; what is skipped is not", async () => {
  const document = await documented(["a", () => "well | truly"], ["b", fail(new Error("known"))], ["c", () => {}]);
  const matrix = new Matrix();
  await matrix.try("tool", "2", "a", fail(new Error("broken")));
  await matrix.try("tool", "2", "b", fail(new Error("known")));
  await matrix.try("tool", "2", "c", fail(new Missing("no compiler")));
  await matrix.try("tool", "2", "new", fail(new Error("unheard of")));
  assert.deepEqual(matrix.worseThan(document), ["tool, a: broken", "tool, new: unheard of"]);
});

test("a table takes the place of the one before, and nothing else changes", async () => {
  const document = await documented(["a", () => "once"]);
  const again = new Matrix();
  await again.try("tool", "2", "a", () => "well | truly");
  again.write(document);
  const text = readFileSync(document, "utf8");
  assert.match(text, /^before\n<!-- matrix.*-->\n\n\| tool .*\n.*\n\| tool \| 2 \| a \| passes: well \\\| truly \|\n\n<!-- end of matrix -->\nafter\n$/);
});

test("the rows of some steps take the places of theirs, and the others stay", async () => {
  const document = await documented(["a", () => "once"], ["b", () => "once"]);
  const again = new Matrix();
  await again.try("tool", "2", "b", () => "twice");
  again.update(document);
  assert.match(readFileSync(document, "utf8"), /\n\n\| tool .*\n.*\n\| tool \| 1 \| a \| passes: once \|\n\| tool \| 2 \| b \| passes: twice \|\n\n<!-- end/);
});

test("when the time is over, what runs is stopped and skipped, and so is all that comes", async () => {
  let called = false;
  const matrix = new Matrix();
  const waiting = matrix.try("tool", "1", "waits", () => run("sleep", ["60"]));
  matrix.end("15 minutes are over");
  stopAll();
  await waiting;
  await matrix.try("tool", "1", "comes", () => (called = true));
  assert.equal(called, false);
  assert.deepEqual(
    matrix.rows.map(({ what, result, reason }) => [what, result, reason]),
    [
      ["waits", "skipped", "15 minutes are over"],
      ["comes", "skipped", "15 minutes are over"],
    ],
  );
});

test("what cannot be fetched is told from what is wrong", () => {
  for (const words of [
    "npm error code E503",
    "npm ERR! code ENOTFOUND",
    "connect ECONNREFUSED 127.0.0.1:443",
    "Could not find artifact a:b:jar:1 in central",
    "Could not resolve dependencies for project a:b",
    "Plugin a:b:1 or one of its dependencies could not be resolved",
    "Cannot access central in offline mode",
    "spawn npm ENOENT",
  ]) {
    assert.ok(cannotFetch(words), words);
  }
  for (const words of ["npm error code EINTEGRITY", "npm error code EUSAGE", "Could not resolve reference: #/components", "error TS2304: E404"]) {
    assert.ok(!cannotFetch(words), words);
  }
});

test("tools are fetched once, and anew after a fetch that failed", async () => {
  const [source, target, path] = [folder(), folder(), folder()];
  ["package.json", "package-lock.json"].forEach((file) => writeFileSync(join(source, file), "{}"));
  const npm = (line) => {
    writeFileSync(join(path, "npm"), `#!/bin/sh\n${line}\n`);
    chmodSync(join(path, "npm"), 0o755);
  };
  const before = process.env.PATH;
  process.env.PATH = path + delimiter + before;
  try {
    npm("echo npm error code ENOTFOUND; exit 1");
    await assert.rejects(install(source, target), (e) => cannotFetch(e.message));
    npm("touch fetched");
    await install(source, target);
    assert.ok(existsSync(join(target, "fetched")));
    npm("exit 1");
    await install(source, target);
  } finally {
    process.env.PATH = before;
  }
});

test("words that mean nothing are refused before anything is fetched", () => {
  const program = join(dirname(dirname(fileURLToPath(import.meta.url))), "run");
  for (const words of [["lynt"], ["--within=soon"], ["--write", "--within=15"], ["--wright"]]) {
    const { status, stderr } = spawnSync(program, words, { encoding: "utf8" });
    assert.equal(status, 1, stderr);
    assert.match(stderr, /lynt|soon|--write|--wright/);
  }
});
