// A twin of the demo world on a free port.
import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

const PATIENCE_MS = 60_000;

export class Twin {
  static async start(root, log) {
    const port = await freePort();
    const out = openSync(log, "w");
    const child = spawn("java", ["-jar", join(root, "impl/target/hubtwin.jar"), "--port", String(port)], {
      stdio: ["ignore", out, out],
    });
    const twin = new Twin(child, `http://127.0.0.1:${port}`);
    const end = Date.now() + PATIENCE_MS;
    while (!(await twin.isUp())) {
      if (Date.now() > end || child.exitCode !== null) {
        child.kill();
        throw new Error(`no twin came up; see ${log}`);
      }
      await new Promise((resume) => setTimeout(resume, 200));
    }
    return twin;
  }

  constructor(child, url) {
    this.child = child;
    this.url = url;
  }

  /** As the demo world was when the twin began. */
  async reset() {
    const answer = await fetch(`${this.url}/_twin/reset`, { method: "POST" });
    if (!answer.ok) throw new Error(`reset: ${answer.status}`);
  }

  async isUp() {
    try {
      return (await fetch(`${this.url}/_twin/health`)).ok;
    } catch {
      return false;
    }
  }

  stop() {
    this.child.kill();
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
