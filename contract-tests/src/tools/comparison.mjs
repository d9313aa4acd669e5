// What each tool said of each server, as tables.
import { readFileSync, writeFileSync } from "node:fs";

const BEGIN = "<!-- comparison: written by contract-tests/src/tools/run -->";
const END = "<!-- end of comparison -->";

/** Collects what came of trials; a trial is a server and a tool. */
export class Comparison {
  trials = [];

  add(trial) {
    this.trials.push(trial);
    const { server, tool, told, requests, seconds } = trial;
    console.log(`${tool}, ${server}: ${told} (${requests} requests, ${seconds} s)`);
  }

  /** The faults that a tool tells of, and does not where nothing is wrong. */
  found(faults, { server, honest, tool }) {
    const findingsAt = (name) => this.trials.find((trial) => trial.server === name && trial.tool === tool)?.findings ?? [];
    const before = new Set(findingsAt(honest).map(key));
    const anew = findingsAt(server).filter((finding) => !before.has(key(finding)));
    return faults.filter((fault) => anew.some((finding) => fault.isToldBy(finding)));
  }

  trialTable() {
    const rows = this.trials.map(({ server, tool, told, requests, seconds }) =>
      [server, tool, cell(told), requests, seconds].join(" | "),
    );
    return table("server | tool | what it tells | requests | seconds", "---|---|---|---:|---:", rows);
  }

  /** Which faults each tool found at each seeded server; a dash where the server does not have the fault. */
  faultTable(faults, seeded, tools) {
    const columns = seeded.flatMap((place) => tools.map((tool) => ({ ...place, tool })));
    const found = columns.map((column) => this.found(column.faults, column));
    const rows = faults.map((fault) => {
      const marks = columns.map(({ faults: own }, i) => (own.includes(fault) ? (found[i].includes(fault) ? "yes" : "no") : "–"));
      return [`\`${fault.operation}\``, fault.says, ...marks].join(" | ");
    });
    const sums = columns.map(({ faults: own }, i) => `${found[i].length} of ${own.length}`);
    const heads = columns.map(({ short, tool }) => `${tool}, ${short}`);
    return table(
      ["operation", "fault", ...heads].join(" | "),
      ["---", "---", ...heads.map(() => "---")].join("|"),
      [...rows, ["", "found", ...sums].join(" | ")],
    );
  }
}

/** Puts text between the markers of a document. */
export function write(document, text) {
  const before = readFileSync(document, "utf8");
  const begin = before.indexOf(BEGIN) + BEGIN.length;
  writeFileSync(document, `${before.slice(0, begin)}\n\n${text}\n${before.slice(before.indexOf(END))}`);
}

const key = ({ operation, words }) => `${operation} ${words.replaceAll(/127\.0\.0\.1:\d+/g, "")}`;
const cell = (text) => text.split("\n")[0].replaceAll("|", "\\|").slice(0, 160);
const table = (head, rule, rows) => `| ${head} |\n|${rule}|\n${rows.map((row) => `| ${row} |\n`).join("")}`;
