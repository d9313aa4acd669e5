// The schemas, the references and the package, for tools of JavaScript.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { run } from "../commands.mjs";

export async function contents({ matrix, site, tools, versions }) {
  const load = createRequire(join(tools, "package.json"));
  for (const description of ["api", "control"]) {
    await matrix.try("Ajv", versions.ajv, `compiles the schemas of ${description}`, () => compile(load, join(site, description, "schemas")));
    for (const edition of ["3.0", "3.1"]) {
      await matrix.try(
        "json-schema-ref-parser",
        versions["@apidevtools/json-schema-ref-parser"],
        `dereferences ${description} ${edition}`,
        () => dereference(load, join(site, description, `openapi-${edition}.yaml`)),
      );
    }
  }
  const npm = (await run("npm", ["--version"])).out.trim();
  await matrix.try("npm", npm, "packs the folder", async () => {
    const [packed] = JSON.parse((await run("npm", ["pack", "--dry-run", "--json"], { cwd: site })).out);
    return `${packed.files.length > 500 ? "all files" : packed.files.length + " files"}`;
  });
}

/** In strict mode, but that a schema may have two types (one of them null), and may require a member of another part. */
function compile(load, folder) {
  const ajv = new (load("ajv/dist/2020.js").default)({ strict: true, strictTypes: false, strictRequired: false });
  load("ajv-formats").default(ajv);
  ["int32", "int64"].forEach((format) => ajv.addFormat(format, { type: "number", validate: Number.isInteger }));
  const schemas = readdirSync(folder)
    .filter((file) => file !== "index.json")
    .map((file) => JSON.parse(readFileSync(join(folder, file))));
  schemas.forEach((schema) => ajv.addSchema(schema));
  schemas.forEach((schema) => ajv.getSchema(schema.$id));
}

async function dereference(load, file) {
  const parser = await import(load.resolve("@apidevtools/json-schema-ref-parser"));
  const whole = await parser.default.dereference(file, { dereference: { circular: false } });
  JSON.stringify(whole);
}
