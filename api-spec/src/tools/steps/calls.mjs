// Postman's runner and Redocly's, against a twin.
import { createSign } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../commands.mjs";

const COLLECTIONS = [
  ["api", "github", ""],
  ["api", "enterprise", "/api/v3"],
  ["control", "control", ""],
];

export async function calls({ matrix, twin, site, tools, bin, versions }) {
  for (const [description, environment, root] of COLLECTIONS) {
    await matrix.try("newman", versions.newman, `runs the collection of ${description} in ${environment}`, async () => {
      await twin.reset();
      const folder = join(site, description, "postman");
      const report = join(tools, `newman-${environment}.json`);
      const args = ["run", join(folder, "collection.json"), "-e", join(folder, `${environment}.postman_environment.json`)];
      const settings = ["--env-var", `base_url=${twin.url}${root}`, "-r", "json", "--reporter-json-export", report, "--ignore-redirects"];
      await run(join(bin, "newman"), [...args, ...settings], { admits: [0, 1] });
      const { stats, failures } = JSON.parse(readFileSync(report)).run;
      if (failures.length || stats.assertions.total === 0) {
        throw new Error(failures.map((failure) => `${failure.source.name}: ${failure.error.message}`).join("\n"));
      }
      return `${stats.requests.total} requests, each answer with a described status`;
    });
  }
  await matrix.try("Redocly respect", versions["@redocly/cli"], "runs the workflows", async () => {
    await twin.reset();
    const flows = join(site, "api", "workflows.arazzo.yaml");
    const words = ["respect", flows, "--server", `api=${twin.url}`, "--input", JSON.stringify({ app_jwt: await appToken(twin) })];
    const { out, err } = await run(join(bin, "redocly"), words, { cwd: tools, env: { REDOCLY_TELEMETRY: "off" } });
    return (out + err).match(/Workflows: (.*)/)?.[1].replaceAll(/\u001b\[\d+m/g, "") ?? "";
  });
}

/** A JSON web token of the app of the demo world, signed with the key that the twin has for it. */
async function appToken(twin) {
  const state = await (await fetch(`${twin.url}/_twin/state`, { headers: { Accept: "application/json" } })).json();
  const [app] = state.apps;
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const text = `${part({ alg: "RS256", typ: "JWT" })}.${part({ iat: now - 60, exp: now + 500, iss: String(app.id) })}`;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(app.private_key, "base64url")}`;
}
