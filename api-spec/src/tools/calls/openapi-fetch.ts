// Reads an organization and changes it, by types that openapi-typescript made.
import createClient from "openapi-fetch";
import type { paths } from "./schema";

const baseUrl = process.argv[2];
const client = createClient<paths>({ baseUrl, headers: { Authorization: "Bearer ghp_ownerowner" } });

async function main() {
  const changed = await client.PATCH("/orgs/{org}", {
    params: { path: { org: "acme" } },
    body: { company: "Of openapi-fetch", default_repository_permission: "write" },
  });
  const read = await client.GET("/orgs/{org}", { params: { path: { org: "acme" } } });
  const missing = await client.GET("/orgs/{org}", { params: { path: { org: "nobody" } } });
  if (changed.data?.company !== "Of openapi-fetch" || read.data?.company !== changed.data.company) {
    throw new Error(JSON.stringify(read.data ?? read.error));
  }
  if (missing.response.status !== 404) throw new Error(JSON.stringify(missing.error));
  console.log("reads and changes an organization, and is told what there is not");
}

declare const process: { argv: string[]; exit(status: number): never };

main().catch((e) => {
  console.error(e);
  process.exit(1);
});
