// The table of what was tried: made, printed, and held against the one that docs/publication.md has.
import { readFileSync, writeFileSync } from "node:fs";

const BEGIN = "<!-- matrix: written by api-spec/src/tools/run -->";
const END = "<!-- end of matrix -->";
const HEAD = "| tool | version | what | result |\n|---|---|---|---|\n";
const HEADING_LINES = 4;

export const PASSES = "passes";
export const SKIPPED = "skipped";
export const FAILS = "fails";

/** Collects rows; a row is a tool, its version, what was tried with it, the result, and what there is to say to it. */
export class Matrix {
  rows = [];
  #ended = "";

  /** Tries something: the trial returns what there is to say, or throws; a `Missing` makes it skipped. */
  async try(tool, version, what, trial) {
    const begin = Date.now();
    let row;
    try {
      if (this.#ended) throw new Missing(this.#ended);
      row = { tool, version, what, result: PASSES, reason: (await trial()) ?? "" };
    } catch (e) {
      const isSkipped = this.#ended || e instanceof Missing;
      row = { tool, version, what, result: isSkipped ? SKIPPED : FAILS, reason: this.#ended || e.message };
    }
    this.rows.push(row);
    const words = `${tool} ${version}, ${what}: ${row.result}${row.reason && ": " + row.reason}`;
    console.log(row.result === SKIPPED ? `SKIPPED: ${words}` : `${words} (${Math.round((Date.now() - begin) / 1000)} s)`);
  }

  /** Skips what is being tried, and all that comes; the reason is told of each. */
  end(reason) {
    this.#ended = reason;
  }

  get isEnded() {
    return this.#ended !== "";
  }

  table() {
    return HEAD + this.rows.map(line).join("");
  }

  /** The rows that are worse than those of a document, as sentences. */
  worseThan(document) {
    const documented = new Map(
      between(readFileSync(document, "utf8"))
        .split("\n")
        .slice(HEADING_LINES)
        .map(cells)
        .filter((row) => row.length > 4)
        .map((row) => [trial(row), row[4]]),
    );
    return this.rows
      .filter((row) => row.result === FAILS)
      .filter((row) => !documented.get(`${row.tool}, ${row.what}`)?.startsWith(FAILS))
      .map((row) => `${row.tool}, ${row.what}: ${row.reason}`);
  }

  /** Puts the table in the place of that of a document. */
  write(document) {
    this.#replace(document, this.table());
  }

  /** Puts each row in the place of the one that a document has for the same trial. */
  update(document) {
    const fresh = new Map(this.rows.map((row) => [`${row.tool}, ${row.what}`, line(row)]));
    const rows = between(readFileSync(document, "utf8"))
      .trim()
      .split("\n")
      .map((text) => fresh.get(trial(cells(text))) ?? text + "\n");
    this.#replace(document, rows.join(""));
  }

  #replace(document, table) {
    const text = readFileSync(document, "utf8");
    const begin = text.indexOf(BEGIN) + BEGIN.length;
    writeFileSync(document, `${text.slice(0, begin)}\n\n${table}\n${text.slice(text.indexOf(END))}`);
  }
}

const line = ({ tool, version, what, result, reason }) =>
  `| ${tool} | ${version} | ${what} | ${result}${reason && ": " + reason.split("\n")[0].replaceAll("|", "\\|")} |\n`;
const cells = (text) => text.split(/(?<!\\)\|/).map((cell) => cell.trim());
const trial = ([, tool, , what]) => `${tool}, ${what}`;

/** That something which a trial needs is not on this machine and not to be had. */
export class Missing extends Error {}

/** Whether npm or Maven is not there, or says that it cannot fetch something, which is no fault of what is tried. */
export const cannotFetch = (words) => [NPM_CANNOT, MAVEN_CANNOT, /^spawn (npm|mvn) ENOENT/].some((cannot) => cannot.test(words));

const NPM_CANNOT =
  /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|code E[45]\d\d)\b/;
const MAVEN_CANNOT = /Could not (transfer|find) artifact|Could not resolve dependencies|could not be resolved|in offline mode/;

function between(text) {
  return text.slice(text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END));
}
