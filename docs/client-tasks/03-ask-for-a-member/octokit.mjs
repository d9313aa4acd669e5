import { Octokit } from "octokit";

const octokit = new Octokit({ baseUrl: "http://localhost:8080", auth: "ghp_ownerowner" });

async function isMember(username) {
  try {
    await octokit.rest.orgs.checkMembershipForUser({ org: "acme", username });
    return true;
  } catch (error) {
    if (error.status === 404) return false;
    throw error;
  }
}

console.log(await isMember("mike"));
console.log(await isMember("carol"));
