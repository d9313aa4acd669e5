// Reads an organization and changes it, by the client that openapi-generator made.
import { Configuration, OrganizationsApi, ResponseError } from "./index";

const organizations = new OrganizationsApi(
  new Configuration({ basePath: process.argv[2], headers: { Authorization: "Bearer ghp_ownerowner" } }),
);

async function main() {
  const changed = await organizations.orgsUpdate({
    org: "acme",
    organizationUpdate: { company: "Of typescript-fetch", defaultRepositoryPermission: "write" },
  });
  const read = await organizations.orgsGet({ org: "acme" });
  if (changed.company !== "Of typescript-fetch" || read.company !== changed.company) {
    throw new Error(JSON.stringify(read));
  }
  const refusal = await organizations.orgsGet({ org: "nobody" }).then(
    () => 200,
    (e) => (e instanceof ResponseError ? e.response.status : e),
  );
  if (refusal !== 404) throw new Error(String(refusal));
  console.log("reads and changes an organization, and is told what there is not");
}

declare const process: { argv: string[]; exit(status: number): never };

main().catch((e) => {
  console.error(e);
  process.exit(1);
});
