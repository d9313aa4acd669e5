// Types and clients that tools of npm generate, compiled strictly; openapi-typescript's also calls the twin.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../commands.mjs";

const GENERATORS = {
  "openapi-typescript": (file, to) => ["openapi-typescript", [file, "-o", join(to, "schema.ts")]],
  orval: (file, to) => ["orval", ["--input", file, "--output", join(to, "index.ts"), "--client", "fetch"]],
  "@hey-api/openapi-ts": (file, to) => ["openapi-ts", ["-i", file, "-o", to]],
};

export async function typescript(place) {
  const { matrix, site, tools, bin, versions, source } = place;
  for (const description of ["api", "control"]) {
    for (const edition of ["3.0", "3.1"]) {
      for (const [tool, command] of Object.entries(GENERATORS)) {
        const to = fresh(join(tools, "typescript", `${description}-${edition}`, tool));
        const [program, args] = command(join(site, description, `openapi-${edition}.yaml`), to);
        await matrix.try(tool, versions[tool], `TypeScript of ${description} ${edition}, compiled`, async () => {
          await run(join(bin, program), args, { cwd: tools, env: { SCARF_ANALYTICS: "false" } });
          await compile(place, to);
        });
      }
    }
  }
  await matrix.try("openapi-fetch", versions["openapi-fetch"], "calls a twin", async () => {
    const to = fresh(join(tools, "typescript", "calls"));
    copyFileSync(join(tools, "typescript", "api-3.1", "openapi-typescript", "schema.ts"), join(to, "schema.ts"));
    copyFileSync(join(source, "calls", "openapi-fetch.ts"), join(to, "openapi-fetch.ts"));
    return call(place, to, "openapi-fetch");
  });
}

/** Compiles a folder as strictly as TypeScript can by one switch; with `emit`, to JavaScript beside it. */
export function compile({ bin, tools }, folder, emit = false) {
  const config = join(folder, "tsconfig.json");
  const compilerOptions = {
    strict: true,
    noEmit: !emit,
    target: "ES2022",
    lib: ["ES2022", "DOM", "DOM.Iterable"],
    module: "CommonJS",
    moduleResolution: "Node10",
    esModuleInterop: true,
    skipLibCheck: true,
    types: [],
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
  return run(join(bin, "tsc"), ["-p", config], { cwd: tools });
}

/** Compiles a folder, and runs a program in it against the twin. */
export async function call(place, folder, program) {
  await place.twin.reset();
  await compile(place, folder, true);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "commonjs" }));
  const { out } = await run("node", [join(folder, program + ".js"), place.twin.url]);
  return out.trim();
}

function fresh(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
