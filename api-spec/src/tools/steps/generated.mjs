// Clients that openapi-generator makes with its defaults, compiled; TypeScript's and Kotlin's call the twin.
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exists, run } from "../commands.mjs";
import { cannotFetch, Missing } from "../matrix.mjs";
import { call, compile } from "./typescript.mjs";

const LANGUAGES = ["go", "typescript-fetch", "python", "csharp", "kotlin", "rust"];
const JAVA = [
  "apache-httpclient",
  "feign",
  "google-api-client",
  "jersey3",
  "microprofile",
  "native",
  "okhttp-gson",
  "rest-assured",
  "restclient",
  "resteasy",
  "resttemplate",
  "retrofit2",
  "vertx",
  "webclient",
];
/** The libraries whose generated code needs a dependency that their generated pom does not have. */
const LACKING = ["rest-assured", "retrofit2"];
const NULLABLE =
  "<dependency><groupId>org.openapitools</groupId><artifactId>jackson-databind-nullable</artifactId><version>0.2.11</version></dependency>";
const DESCRIPTIONS = ["api", "control"];

/** Where Debian's packages have libraries of Go. */
const GO_LIBRARIES = "/usr/share/gocode";

export async function generated(place) {
  const { matrix, root, tools } = place;
  const version = readFileSync(join(root, "pom.xml"), "utf8").match(/<openapi-generator.version>(.*?)</)[1];
  const clients = join(tools, "clients");
  rmSync(clients, { recursive: true, force: true });
  await generate(place, version, clients);
  const jvm = await compileJvm(place, clients);
  for (const description of DESCRIPTIONS) {
    const client = (name) => join(clients, description, name);
    const attempt = (name, what, trial) => matrix.try(`openapi-generator ${name}`, version, `${description}, ${what}`, trial);
    await attempt("go", "compiled", () => go(client("go"), join(tools, "go", description)));
    await attempt("typescript-fetch", "compiled", async () => void (await compile(place, client("typescript-fetch"))));
    await attempt("python", "imported", () => python(client("python")));
    await attempt("kotlin", "compiled", () => jvm(description, "kotlin"));
    for (const library of JAVA) {
      await attempt(`java, ${library}`, "compiled", () => jvm(description, "java-" + library));
    }
    await attempt("csharp", "generated", () => sources(client("csharp"), ".cs", "no compiler of C# among Debian's packages takes its sources"));
    await attempt("rust", "generated and parsed", () => rust(client("rust")));
  }
  await matrix.try("openapi-generator typescript-fetch", version, "calls a twin", async () => {
    const folder = join(clients, "api", "typescript-fetch");
    copyFileSync(join(place.source, "calls/typescript-fetch.ts"), join(folder, "typescript-fetch.ts"));
    return call(place, folder, "typescript-fetch");
  });
  await matrix.try("openapi-generator kotlin", version, "calls a twin", () => callByKotlin(place, join(clients, "api", "kotlin")));
}

/** With the generators' defaults: only what is no code is left out, and Java's projects get names that differ. */
async function generate({ root, site, tools }, version, clients) {
  await run("mvn", ["-B", "-q", "-N", "dependency:copy", `-Dartifact=org.openapitools:openapi-generator-cli:${version}`, `-DoutputDirectory=${tools}`], { cwd: root });
  const configs = join(clients, "configs");
  mkdirSync(configs, { recursive: true });
  for (const description of DESCRIPTIONS) {
    const config = (name, generatorName, more = {}) =>
      writeFileSync(
        join(configs, `${description}-${name}.json`),
        JSON.stringify({
          generatorName,
          inputSpec: join(site, description, "openapi-3.0.json"),
          outputDir: join(clients, description, name),
          globalProperties: { apiDocs: "false", modelDocs: "false", apiTests: "false", modelTests: "false" },
          ...more,
        }),
      );
    LANGUAGES.forEach((language) => config(language, language));
    JAVA.forEach((library) =>
      config("java-" + library, "java", { library, additionalProperties: { artifactId: `${description}-${library}` } }),
    );
  }
  const files = readdirSync(configs).map((file) => join(configs, file));
  await run("java", ["-jar", join(tools, `openapi-generator-cli-${version}.jar`), "batch", "--threads", "2", "--", ...files], { cwd: tools });
}

/** Compiles all of Java and Kotlin in one run of Maven, by the poms that were generated; gives what it said of each. */
async function compileJvm({ source }, clients) {
  const modules = DESCRIPTIONS.flatMap((description) => ["kotlin", ...JAVA.map((library) => "java-" + library)].map((name) => `${description}/${name}`));
  DESCRIPTIONS.forEach((description) => {
    const pom = readFileSync(join(source, "kotlin.xml"), "utf8").replace("@description@", description);
    writeFileSync(join(clients, description, "kotlin", "pom.xml"), pom);
    const calls = join(clients, description, "kotlin", "src/main/kotlin/Calls.kt");
    if (description === "api") copyFileSync(join(source, "calls/Calls.kt"), calls);
  });
  DESCRIPTIONS.flatMap((description) => LACKING.map((library) => join(clients, description, `java-${library}`, "pom.xml"))).forEach((pom) =>
    writeFileSync(pom, readFileSync(pom, "utf8").replace("<dependencies>", "<dependencies>" + NULLABLE)),
  );
  writeFileSync(
    join(clients, "pom.xml"),
    `<project><modelVersion>4.0.0</modelVersion><groupId>dev.hubtwin</groupId><artifactId>clients</artifactId>
<version>1</version><packaging>pom</packaging><modules>${modules.map((name) => `<module>${name}</module>`).join("")}</modules></project>`,
  );
  modules.map((name) => join(clients, name, "pom.xml")).forEach((pom) =>
    writeFileSync(pom, readFileSync(pom, "utf8").replace("<fork>true</fork>", "<fork>false</fork>")), // one compiler, which is warm
  );
  const { out } = await run("mvn", ["-B", "-ntp", "-q", "-fae", "-T2", "test-compile"], { cwd: clients, admits: [0, 1] });
  return (description, name) => {
    const own = join(clients, description, name);
    const errors = out.split("\n").filter((line) => line.startsWith("[ERROR] " + own + "/"));
    if (errors.length) throw new Error(errors[0].slice(("[ERROR] " + own).length + 1).replace("src/main/java/org/openapitools/client/", ""));
    const made = existsSync(join(own, "target/classes")) && readdirSync(join(own, "target/classes")).length;
    if (!made && cannotFetch(out)) throw new Missing("what it depends on cannot be fetched here");
    if (!made) throw new Error(out.split("\n").find((line) => line.includes("ERROR")) ?? "no classes");
    return LACKING.some((library) => name.endsWith(library)) ? "with jackson-databind-nullable, which its pom lacks" : "";
  };
}

async function callByKotlin({ twin }, project) {
  await twin.reset();
  const { out } = await run("mvn", ["-B", "-q", "exec:exec", "-Dexec.executable=java", `-Dexec.args=-cp %classpath CallsKt ${twin.url}`], { cwd: project });
  return out.trim();
}

/** Outside of modules, since these need a proxy, and the libraries are Debian's. */
async function go(client, path) {
  if (!(await exists("go"))) throw new Missing("there is no go");
  const lacking = ["golang.org/x/oauth2", "gopkg.in/validator.v2"].filter((library) => !existsSync(join(GO_LIBRARIES, "src", library)));
  if (lacking.length) throw new Missing(`Debian's packages of ${lacking.join(" and ")} are not installed`);
  const as = join(path, "src/github.com/GIT_USER_ID/GIT_REPO_ID");
  rmSync(path, { recursive: true, force: true });
  mkdirSync(join(as, ".."), { recursive: true });
  symlinkSync(client, as);
  await run("go", ["build", "-gcflags=-e", "."], { cwd: as, env: { GO111MODULE: "off", GOPATH: `${path}:${GO_LIBRARIES}` } });
  return (await run("go", ["version"])).out.trim().split(" ")[2] + ", Debian's libraries";
}

async function python(client) {
  await run("python3", ["-m", "compileall", "-q", "openapi_client"], { cwd: client });
  const imports = "import importlib, pkgutil, openapi_client as c\nfor m in pkgutil.walk_packages(c.__path__, 'openapi_client.'): importlib.import_module(m.name)";
  try {
    await run("python3", ["-c", "import dateutil, pydantic, urllib3; assert pydantic.VERSION >= '2'"]);
  } catch {
    throw new Missing("its syntax is right; pydantic 2, dateutil or urllib3 is not installed");
  }
  await run("python3", ["-c", imports], { cwd: client });
}

async function rust(client) {
  if (!(await exists("rustfmt"))) throw new Missing("there is no rustfmt");
  const { err } = await run("rustfmt", ["--check", "--edition", "2021", "src/lib.rs"], { cwd: client, admits: [0, 1] });
  if (err.includes("error")) throw new Error(err);
  return "not compiled, since its crates are not to be had without their registry";
}

function sources(client, ending, words) {
  const files = readdirSync(client, { recursive: true }).filter((file) => file.endsWith(ending));
  if (files.length < 50) throw new Error(`${files.length} files`);
  return "not compiled: " + words;
}
