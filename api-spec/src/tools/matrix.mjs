// The table of what was tried: made, printed, and held against the one that docs/publication.md has.
import { readFileSync, writeFileSync } from "node:fs";

const BEGIN = "<!-- matrix: written by api-spec/src/tools/run -->";
const END = "<!-- end of matrix -->";
const HEAD = "| tool | version | what | result |\n|---|---|---|---|\n";

export const PASSES = "passes";
export const SKIPPED = "skipped";
export const FAILS = "fails";

/** Collects rows; a row is a tool, its version, what was tried with it, the result, and what there is to say to it. */
export class Matrix {
  rows = [];

  /** Tries something: the trial returns what there is to say, or throws; a `Missing` makes it skipped. */
  async try(tool, version, what, trial) {
    const begin = Date.now();
    let row;
    try {
      row = { tool, version, what, result: PASSES, reason: (await trial()) ?? "" };
    } catch (e) {
      row = { tool, version, what, result: e instanceof Missing ? SKIPPED : FAILS, reason: e.message };
    }
    this.rows.push(row);
    const words = `${tool} ${version}, ${what}: ${row.result}${row.reason && ": " + row.reason}`;
    console.log(row.result === SKIPPED ? `SKIPPED: ${words}` : `${words} (${Math.round((Date.now() - begin) / 1000)} s)`);
  }

  table() {
    const line = ({ tool, version, what, result, reason }) =>
      `| ${tool} | ${version} | ${what} | ${result}${reason && ": " + reason.split("\n")[0].replaceAll("|", "\\|")} |\n`;
    return HEAD + this.rows.map(line).join("");
  }

  /** The rows that are worse than those of a document, as sentences. */
  worseThan(document) {
    const documented = new Map(
      between(readFileSync(document, "utf8"))
        .split("\n")
        .slice(3)
        .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
        .filter((cells) => cells.length > 4)
        .map(([, tool, , what, result]) => [`${tool}, ${what}`, result]),
    );
    return this.rows
      .filter((row) => row.result === FAILS)
      .filter((row) => !documented.get(`${row.tool}, ${row.what}`)?.startsWith(FAILS))
      .map((row) => `${row.tool}, ${row.what}: ${row.reason}`);
  }

  write(document) {
    const text = readFileSync(document, "utf8");
    writeFileSync(document, text.replace(between(text), "\n" + this.table()));
  }
}

/** That something which a trial needs is not on this machine and not to be had. */
export class Missing extends Error {}

/** Whether a program says that it cannot fetch something. */
export const cannotFetch = (words) =>
  /ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|Could not (transfer|resolve)|Could not find artifact/.test(words);

function between(text) {
  return text.slice(text.indexOf(BEGIN) + BEGIN.length + 1, text.indexOf(END) - 1);
}
