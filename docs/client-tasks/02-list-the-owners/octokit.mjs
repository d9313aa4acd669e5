import { Octokit } from "octokit";

const octokit = new Octokit({ baseUrl: "http://localhost:8080", auth: "ghp_ownerowner" });
const owners = await octokit.paginate(octokit.rest.orgs.listMembers, { org: "globex", role: "admin" });
owners.forEach((owner) => console.log(owner.login));
