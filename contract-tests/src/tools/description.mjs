// The published description as a tool is given it: the documented operations, the credential that is at hand, one example.
import { CALLERS, callerOf, NAMES } from "./credentials.mjs";

const EXAMPLE = "demo";

/** What an operation is called with, where the examples of the description do not fit the demo world. */
const FITTING = {
  "orgs/remove-outside-collaborator": { path: { username: "dora" } },
  "apps/get-user-installation": { path: { username: "olivia" } },
  "apps/scope-token": { body: { access_token: NAMES.app.user_token, target: "acme", permissions: { issues: "read" } } },
  "apps/create-installation-access-token": { body: { repository_ids: [1296269], permissions: { issues: "read" } } },
  "campaigns/create-campaign": {
    body: {
      name: "Open redirects",
      description: "Redirect to our own pages only.",
      managers: ["olivia"],
      ends_at: "2030-01-01T00:00:00Z",
      code_scanning_alerts: [{ repository_id: 1296269, alert_numbers: [1] }],
    },
  },
};

export class Description {
  /**
   * @param published OpenAPI 3.0
   * @param table the published table of operations
   */
  constructor(published, table) {
    this.published = published;
    this.operations = table.filter((operation) => operation.origin === "documented");
  }

  /** `GET /orgs/{org}` of an id such as `orgs/get`, whether documented or not. */
  nameOf(id) {
    for (const [path, item] of Object.entries(this.published.paths)) {
      const found = Object.entries(item).find(([, { operationId }]) => operationId === id);
      if (found) return `${found[0].toUpperCase()} ${path}`;
    }
    return id;
  }

  /**
   * A description of the server at an address.
   *
   * @param pairs whether examples of a request have the name of those of its answer, as Specmatic pairs them
   */
  at(url, { pairs = false } = {}) {
    const copy = structuredClone(this.published);
    copy.servers = [{ url }];
    const paths = {};
    for (const operation of this.operations) {
      const path = (paths[operation.path] ??= {});
      path[operation.method.toLowerCase()] = this.#one(copy, operation, pairs);
    }
    copy.paths = paths;
    const { securitySchemes } = copy.components;
    copy.components.securitySchemes = mapped(CALLERS, (kind) => securitySchemes[kind]);
    Object.values(copy.components.responses).forEach((response) => withoutOptionalHeaders(response, copy));
    return copy;
  }

  #one(copy, operation, pairs) {
    const described = copy.paths[operation.path][operation.method.toLowerCase()];
    const fitting = FITTING[operation.operationId] ?? {};
    described.security = [{ [callerOf(operation)]: [] }];
    described.parameters = (described.parameters ?? []).map((given) => {
      const { example, ...parameter } = resolved(given, copy);
      if (parameter.in !== "path") return parameter;
      const value = fitting.path?.[parameter.name] ?? example;
      return pairs ? { ...parameter, examples: { [EXAMPLE]: { value } } } : { ...parameter, example: value };
    });
    withOneExample(described.requestBody?.content, copy, fitting.body);
    if (described.responses["204"]) delete described.responses["202"]; // of a later version than the tools ask for
    const responses = Object.entries(described.responses);
    responses.forEach(([status, response]) => {
      withoutOptionalHeaders(response, copy);
      if (status === success(described)) withOneExample(response.content, copy);
    });
    return described;
  }
}

/** What an operation that went well answers: its status, the headers that it must have, the example of its body. */
export function successOf(described, document) {
  const status = success(described);
  const { headers, content } = resolved(described.responses[status], document);
  const json = content?.["application/json"];
  const example = Object.values(json?.examples ?? {})[0];
  return {
    status: Number(status),
    headers: { ...mapped(headers, () => EXAMPLE), ...(json && { "Content-Type": "application/json; charset=utf-8" }) },
    body: example?.value,
  };
}

const mapped = (object, change) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

const success = ({ responses }) => Object.keys(responses).find((status) => status.startsWith("2"));

const resolved = (part, document) =>
  part.$ref ? part.$ref.slice(2).split("/").reduce((at, key) => at[key], document) : part;

function withOneExample(content = {}, document, fitting) {
  for (const media of Object.values(content)) {
    const [first] = Object.values(media.examples ?? {});
    if (first) media.examples = { [EXAMPLE]: { value: fitting ?? resolved(first, document).value } };
  }
}

/** Headers that need not be sent are taken for required by some. */
function withoutOptionalHeaders(response, document) {
  response.headers = Object.fromEntries(
    Object.entries(response.headers ?? {}).filter(([, header]) => resolved(header, document).required),
  );
}
