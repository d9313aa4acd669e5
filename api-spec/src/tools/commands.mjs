// Starts programs, and says what they said if they fail.
import { spawn } from "node:child_process";

const running = new Set();

/** Runs a program; gives its output, or throws with the end of what it printed. */
export function run(program, args, { cwd, env, admits = [0] } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    let out = "";
    let err = "";
    child.stdout.on("data", (data) => (out += plain(data)));
    child.stderr.on("data", (data) => (err += plain(data)));
    child.on("error", reject);
    child.on("close", (code) => {
      running.delete(child);
      return admits.includes(code)
        ? resolve({ code, out, err })
        : reject(new Error(`${program} ended with ${code}: ${(out + err).trim().split("\n").slice(-LINES).join("\n")}`));
    });
  });
}

/** Ends the programs that run. */
export function stopAll() {
  running.forEach((child) => child.kill("SIGKILL"));
}

const LINES = 60;
const plain = (data) => data.toString().replace(/\x1b\[[0-9;]*m/g, "");

export async function exists(program) {
  try {
    await run("sh", ["-c", `command -v ${program}`]);
    return true;
  } catch {
    return false;
  }
}
