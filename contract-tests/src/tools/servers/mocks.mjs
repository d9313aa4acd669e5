// Servers that know the description and nothing else: Prism, WireMock with its examples, a mock by openapi-backend.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { createServer as listen } from "node:net";
import { join } from "node:path";
import { run } from "../../../../api-spec/src/tools/commands.mjs";
import { CALLERS } from "../credentials.mjs";
import { successOf } from "../description.mjs";

const PATIENCE_MS = 60_000;

export async function prism({ description, tools, bin }) {
  const port = await freePort();
  const file = join(tools, "prism.json");
  writeFileSync(file, JSON.stringify(description.at(`http://127.0.0.1:${port}`)));
  return program(join(bin, "prism"), ["mock", "-h", "127.0.0.1", "-p", port, file], port, join(tools, "prism.log"));
}

export async function wiremock({ description, root, tools }) {
  const port = await freePort();
  const folder = join(tools, "wiremock");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "mappings"), { recursive: true });
  const document = description.at("");
  const mappings = description.operations.map(({ method, path }) => {
    const { body: jsonBody, ...answer } = successOf(document.paths[path][method.toLowerCase()], document);
    return { priority: path.split("{").length, request: { method, urlPathTemplate: path }, response: { ...answer, jsonBody } };
  });
  writeFileSync(join(folder, "mappings/examples.json"), JSON.stringify({ mappings }));
  const words = ["-jar", await wiremockJar(root, tools), "--port", port, "--root-dir", folder];
  return program("java", words, port, join(tools, "wiremock.log"));
}

/** Serves what openapi-backend answers in place of handlers that nobody wrote. */
export async function backend({ description, tools }) {
  const { OpenAPIBackend } = createRequire(join(tools, "package.json"))("openapi-backend");
  const document = description.at("");
  const json = (status, body) => ({ status, headers: { "Content-Type": "application/json; charset=utf-8" }, body });
  const api = new OpenAPIBackend({
    definition: document,
    quick: true,
    ajvOpts: { validateFormats: false },
    securityHandlers: Object.fromEntries(Object.keys(CALLERS).map((caller) => [caller, () => true])),
    handlers: {
      notFound: () => json(404, { message: "Not Found" }),
      methodNotAllowed: () => json(405, { message: "Method Not Allowed" }),
      validationFail: ({ validation }) => json(422, { message: "Validation Failed", errors: validation.errors }),
      notImplemented: ({ operation: { operationId, method, path } }) => {
        const { status, mock } = api.mockResponseForOperation(operationId);
        return { status, headers: successOf(document.paths[path][method], document).headers, body: mock };
      },
    },
  });
  await api.init();
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const [path, query = ""] = request.url.split("?");
    try {
      const answer = await api.handleRequest({ method: request.method, path, query, body, headers: request.headers });
      const text = answer.body === undefined || answer.status === 204 ? "" : JSON.stringify(answer.body);
      response.writeHead(answer.status, answer.headers).end(text);
    } catch (e) {
      response.writeHead(400, { "Content-Type": "text/plain" }).end(e.message);
    }
  });
  await new Promise((resume) => server.listen(0, "127.0.0.1", resume));
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

/** The jar of WireMock's that the tests use. */
export async function wiremockJar(root, tools) {
  const version = readFileSync(join(root, "pom.xml"), "utf8").match(/<wiremock.version>(.*?)</)[1];
  const jar = join(tools, `wiremock-standalone-${version}.jar`);
  if (!existsSync(jar)) {
    const what = [`-Dartifact=org.wiremock:wiremock-standalone:${version}`, `-DoutputDirectory=${tools}`];
    await run("mvn", ["-B", "-q", "-N", "dependency:copy", ...what], { cwd: root });
  }
  return jar;
}

/** Starts a program, and waits until something listens at its port. */
export async function program(name, words, port, log) {
  const out = openSync(log, "w");
  const child = spawn(name, words.map(String), { stdio: ["pipe", out, out] });
  const url = `http://127.0.0.1:${port}`;
  const end = Date.now() + PATIENCE_MS;
  while (!(await fetch(`${url}/organizations`).then(() => true, () => false))) {
    if (Date.now() > end || child.exitCode !== null) {
      child.kill();
      throw new Error(`nothing came up; see ${log}`);
    }
    await new Promise((resume) => setTimeout(resume, 200));
  }
  return { url, stop: () => child.kill() };
}

export function freePort() {
  return new Promise((resolve) => {
    const server = listen().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
