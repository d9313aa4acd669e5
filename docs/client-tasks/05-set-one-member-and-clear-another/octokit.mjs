import { Octokit } from "octokit";

const octokit = new Octokit({ baseUrl: "http://localhost:8080", auth: "ghp_ownerowner" });
const { data } = await octokit.rest.orgs.update({ org: "acme", blog: "https://blog.example.com", company: null });
console.log(`${data.blog} ${data.company}`);
