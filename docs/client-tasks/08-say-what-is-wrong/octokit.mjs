import { Octokit } from "octokit";

const octokit = new Octokit({ baseUrl: "http://localhost:8080", auth: "ghp_ownerowner" });
try {
  await octokit.rest.orgs.createWebhook({ org: "acme", name: "web", config: { url: "nowhere" } });
} catch (error) {
  error.response.data.errors.forEach(({ message }) => console.log(message));
}
