// Spectral's and Redocly's rules: nothing is found but what lint-exceptions.json has a reason for.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../commands.mjs";

export async function lint({ matrix, site, tools, bin, versions, source }) {
  const exceptions = JSON.parse(readFileSync(join(source, "lint-exceptions.json")));
  const met = new Set();
  for (const description of ["api", "control"]) {
    for (const edition of ["3.0", "3.1"]) {
      const file = join(site, description, `openapi-${edition}.yaml`);
      const judge = (findings) => refuse(findings, description, exceptions, met);
      await matrix.try("Spectral", versions["@stoplight/spectral-cli"], `lints ${description} ${edition}`, async () =>
        judge(await spectral(file, bin, source)),
      );
      await matrix.try("Redocly", versions["@redocly/cli"], `lints ${description} ${edition}`, async () =>
        judge(await redocly(file, bin, tools)),
      );
    }
  }
  await matrix.try("Redocly", versions["@redocly/cli"], "lints the workflows", async () =>
    judgeAll(await redocly(join(site, "api", "workflows.arazzo.yaml"), bin, tools)),
  );
  await matrix.try("Spectral and Redocly", "", "need every exception", async () => {
    const unmet = exceptions.filter((exception) => !met.has(exception));
    if (unmet.length) throw new Error(unmet.map((exception) => exception.reason).join(" "));
    return `${exceptions.length} with a reason`;
  });
}

async function spectral(file, bin, source) {
  const { out } = await run(join(bin, "spectral"), ["lint", "-r", join(source, "spectral.yaml"), "-f", "json", "-q", file], {
    admits: [0, 1],
  });
  return JSON.parse(out || "[]").map((finding) => ({
    rule: finding.code,
    words: finding.message,
    at: finding.path.map((key) => "/" + String(key).replaceAll("~", "~0").replaceAll("/", "~1")).join(""),
  }));
}

async function redocly(file, bin, cwd) {
  const { out } = await run(join(bin, "redocly"), ["lint", "--extends=recommended", "--max-problems=1000", "--format=json", file], {
    admits: [0, 1],
    cwd,
    env: { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  });
  return JSON.parse(out).problems.map((problem) => ({
    rule: problem.ruleId,
    words: problem.message,
    at: (problem.location[0].pointer ?? "").replace(/^#/, ""),
  }));
}

function refuse(findings, description, exceptions, met) {
  const found = findings.filter((finding) => {
    const exception = exceptions.find(
      ({ description: of, rules, at }) =>
        of === description && rules.includes(finding.rule) && new RegExp(at).test(finding.at),
    );
    if (exception) met.add(exception);
    return !exception;
  });
  return judgeAll(found);
}

function judgeAll(findings) {
  if (findings.length) {
    throw new Error(findings.map(({ rule, words, at }) => `${rule} at ${at}: ${words}`).join("\n"));
  }
}
