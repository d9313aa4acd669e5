import { Octokit } from "octokit";

const octokit = new Octokit({ baseUrl: "http://localhost:8080", auth: "ghp_ownerowner" });
await octokit.rest.orgs.setMembershipForUser({ org: "acme", username: "carol", role: "admin" });
console.log("carol is invited");
