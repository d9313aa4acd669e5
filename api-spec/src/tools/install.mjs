// Fetches the tools.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "./commands.mjs";

const LOCK = "package-lock.json";

/** Has npm put into a folder what the lockfile names, unless it is there. */
export async function install(source, folder) {
  mkdirSync(folder, { recursive: true });
  const text = (of) => (existsSync(join(of, LOCK)) ? readFileSync(join(of, LOCK), "utf8") : "");
  if (text(folder) === text(source)) return;
  ["package.json", LOCK].forEach((file) => copyFileSync(join(source, file), join(folder, file)));
  try {
    await run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: folder });
  } catch (e) {
    rmSync(join(folder, LOCK));
    throw e;
  }
}
