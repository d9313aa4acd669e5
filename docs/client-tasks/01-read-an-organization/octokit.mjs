import { Octokit } from "octokit";

const octokit = new Octokit({ baseUrl: "http://localhost:8080", auth: "ghp_ownerowner" });
const { data } = await octokit.rest.orgs.get({ org: "acme" });
console.log(data.name);
