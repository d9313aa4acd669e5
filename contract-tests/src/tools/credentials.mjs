// Whom the tools call as: people and the app of the demo world, and a few who are added to it.
import { createSign } from "node:crypto";

export const OWNER = "ghp_ownerowner";
const MEMBER = "ghp_contractmember";
const INVITED = "ghp_invitedinvited";
const OUTSIDER = "ghp_contractoutsider";

/** The tokens of those who do not own the organization. */
export const MEMBERS = [MEMBER, OUTSIDER];

/** What the runner needs beyond the demo world: a stranger, somebody to invite, tokens with scopes and without. */
export const ADDED = {
  users: [{ login: "dana" }, { login: "erik" }],
  tokens: [
    { token: MEMBER, user: "mike", kind: "classic", scopes: ["admin:org", "repo"] },
    { token: OUTSIDER, user: "dana", kind: "classic", scopes: ["admin:org", "repo"] },
    { token: "ghp_contractbare", user: "olivia", kind: "classic", scopes: [] },
  ],
};

/** The config file by which the runner knows the world; the app's key stands beside it. */
export const NAMES = {
  organization: "acme",
  users: { owner: "olivia", member: "mike", outsider: "dana", invitee: "erik", pending: "ivan", collaborator: "carol" },
  tokens: { owner: OWNER, member: MEMBER, outsider: OUTSIDER, pending: INVITED, without_scopes: "ghp_contractbare" },
  app: {
    id: 4242,
    private_key: "app.pem",
    client_id: "Iv1.twinappdemo",
    client_secret: "demo-client-secret",
    user_token: "ghu_useruseruser",
    installation: 555,
  },
  alerts: { repository_id: 1296269, numbers: [1, 2] },
  may: { remove_member: true, convert_member: true, suspend_installation: true },
};

/** Who calls an operation: its owner where that may be, the member where one may only change oneself. */
export function callerOf({ operationId, role, credentials }) {
  if (operationId === "orgs/update-membership-for-authenticated-user") return "invited";
  if (role === "self") return "self";
  if (credentials.includes("classic")) return "owner";
  return ["user", "app", "client"].find((caller) => credentials.includes(CALLERS[caller]));
}

/** The callers, and the kind of their credential in the description. */
export const CALLERS = {
  owner: "classic",
  self: "classic",
  invited: "classic",
  user: "user_to_server",
  app: "app",
  client: "client",
};

/** The credential of a caller, as it stands in `Authorization` behind the scheme. */
export function credential(caller, key) {
  switch (caller) {
    case "app":
      return appToken(key);
    case "client":
      return Buffer.from(`${NAMES.app.client_id}:${NAMES.app.client_secret}`).toString("base64");
    case "user":
      return NAMES.app.user_token;
    default:
      return { owner: OWNER, self: MEMBER, invited: INVITED }[caller];
  }
}

/** The value of `Authorization` for an operation. */
export function authorization(operation, key) {
  const caller = callerOf(operation);
  return `${caller === "client" ? "Basic" : "Bearer"} ${credential(caller, key)}`;
}

function appToken(key) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const text = `${part({ alg: "RS256", typ: "JWT" })}.${part({ iat: now - 60, exp: now + 500, iss: String(NAMES.app.id) })}`;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(key, "base64url")}`;
}
