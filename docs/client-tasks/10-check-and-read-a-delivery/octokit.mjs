import { Webhooks } from "@octokit/webhooks";

const body = '{"action": "added", "member": {"login": "mona"}}';
const signature = "sha256=d8364b13cac4509a4e0a474fb64caf158c6a1f52c14ef9cebb1ea6a734d3ebbf";
const webhooks = new Webhooks({ secret: "s3cret" });
webhooks.on("member", ({ payload }) => console.log(`${payload.action} ${payload.member.login}`));
await webhooks.verifyAndReceive({ id: "1", name: "member", payload: body, signature });
