import { Octokit } from "octokit";

const octokit = new Octokit({ baseUrl: "http://localhost:8080", auth: "ghp_ownerowner" });
const { data: hook } = await octokit.rest.orgs.createWebhook({
  org: "acme",
  name: "web",
  config: { url: "https://hooks.example.com", secret: "s3cret" },
  events: ["organization"],
});
console.log(hook.config.url);
