import { readFileSync } from "node:fs";
import { App, Octokit } from "octokit";

const app = new App({
  appId: 4242,
  privateKey: readFileSync("app.pem", "utf8"),
  Octokit: Octokit.defaults({ baseUrl: "http://localhost:8080" }),
});
const { data } = await app.octokit.rest.apps.getOrgInstallation({ org: "acme" });
for await (const { repository } of app.eachRepository.iterator({ installationId: data.id })) {
  console.log(repository.full_name);
}
