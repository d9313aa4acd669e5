// What goes wrong on purpose: one fault of a kind, each at an operation of its own.
import { MEMBERS, OWNER } from "./credentials.mjs";

/**
 * @property says what is wrong
 * @property operation where: a method and the template of a path
 * @property tells what a failure of that operation says if it tells of this
 * @property canned whether a server that knows nothing but examples can have it, too
 */
class Fault {
  constructor({ canned = false, ...given }) {
    Object.assign(this, { canned, ...given });
    const [method, path] = given.operation.split(" ");
    this.method = method;
    this.path = new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/?]+")}(\\?|$)`);
  }

  strikes({ method, url }) {
    return method === this.method && this.path.test(url);
  }

  /** Whether a finding is about this fault; one of an address that is no operation's has no operation. */
  isToldBy({ operation, words }) {
    return (operation ?? this.operation) === this.operation && this.tells.test(words);
  }
}

export const FAULTS = [
  new Fault({
    says: "a required member is missing",
    operation: "GET /users/{username}/orgs",
    tells: /node_id/,
    answer: edited((organizations) => organizations.forEach((one) => delete one.node_id)),
    canned: true,
  }),
  new Fault({
    says: "a number is a text",
    operation: "GET /apps/{app_slug}",
    tells: /\bid\b/,
    answer: edited((app) => (app.id = String(app.id))),
    canned: true,
  }),
  new Fault({
    says: "an enum has an unknown value",
    operation: "GET /user/memberships/orgs",
    tells: /\bstate\b/,
    answer: edited((memberships) => memberships.forEach((one) => (one.state = "waiting"))),
    canned: true,
  }),
  new Fault({
    says: "a time is not a time",
    operation: "GET /orgs/{org}/installations",
    tells: /created_at/,
    answer: edited(({ installations }) => installations.forEach((one) => (one.created_at = "yesterday"))),
    canned: true,
  }),
  new Fault({
    says: "a status is 500, which is not described",
    operation: "GET /orgs/{org}/outside_collaborators",
    tells: /\b500\b/,
    answer: async (request, forward) => withBody({ ...(await forward(request)), status: 500 }, { message: "Server Error" }),
    canned: true,
  }),
  new Fault({
    says: "an unknown organization is another one: 200 where 404 is due",
    operation: "GET /orgs/{org}",
    tells: /\b404\b/,
    answer: async (request, forward) => {
      const answer = await forward(request);
      return answer.status === 404 ? forward({ ...request, url: "/orgs/acme" }) : answer;
    },
  }),
  new Fault({
    says: "a required header is missing",
    operation: "GET /orgs/{org}/public_members",
    tells: /x-github-media-type/i,
    answer: async (request, forward) => {
      const answer = await forward(request);
      delete answer.headers["x-github-media-type"];
      return answer;
    },
  }),
  new Fault({
    says: "a list ignores `since`",
    operation: "GET /organizations",
    tells: /\bsince=/,
    answer: (request, forward) => forward(without(request, "since")),
  }),
  new Fault({
    says: "a list ignores `per_page`",
    operation: "GET /user/orgs",
    tells: /per_page/,
    answer: (request, forward) => forward(without(request, "per_page")),
  }),
  new Fault({
    says: "`Link` leads nowhere",
    operation: "GET /orgs/{org}/members",
    tells: /\blink\b|membres/i,
    answer: async (request, forward) => {
      const answer = await forward(request);
      if (answer.headers.link) answer.headers.link = answer.headers.link.replaceAll("/members", "/membres");
      return answer;
    },
  }),
  new Fault({
    says: "a change is acknowledged and forgotten",
    operation: "PATCH /orgs/{org}",
    tells: /expected/,
    answer: async (request, forward) => {
      const control = (method, path) => forward({ method, url: `/_twin/snapshots/${path}`, headers: {}, body: "" });
      await control("PUT", "before");
      const answer = await forward(request);
      await control("POST", "before/restore");
      return answer;
    },
  }),
  new Fault({
    says: "a member sees the webhooks, which owners alone may",
    operation: "GET /orgs/{org}/hooks",
    tells: /40[34]/,
    answer: (request, forward) => {
      const token = request.headers.authorization?.replace(/^(Bearer|token) /i, "");
      return forward(MEMBERS.includes(token) ? { ...request, headers: { ...request.headers, authorization: `Bearer ${OWNER}` } } : request);
    },
  }),
];

/** Answers as the server does, with a body that was changed if it is a good one. */
function edited(change) {
  return async (request, forward) => {
    const answer = await forward(request);
    if (answer.status !== 200) return answer;
    const body = JSON.parse(answer.body);
    change(body);
    return withBody(answer, body);
  };
}

function withBody(answer, value) {
  const body = Buffer.from(JSON.stringify(value));
  return { ...answer, headers: { ...answer.headers, "content-length": body.length }, body };
}

function without(request, parameter) {
  const [path, query = ""] = request.url.split("?");
  const left = new URLSearchParams(query);
  left.delete(parameter);
  return { ...request, url: left.size ? `${path}?${left}` : path };
}
