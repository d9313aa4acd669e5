// The description of GitHub's API, as the twin serves it. It is large, so it is read when it is first needed.
import {root} from './control.js';

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];
let reading = null;

/** Its operations, in its order. */
export function operations() {
  reading ??= read().catch(failure => {
    reading = null;
    throw failure;
  });
  return reading;
}

async function read() {
  const description = await (await fetch(`${root}/openapi.json`)).json();
  return Object.entries(description.paths).flatMap(([path, item]) => METHODS.filter(method => item[method])
    .map(method => operation(description, method.toUpperCase(), path, item[method], item.parameters ?? [])));
}

const operation = (description, method, path, one, shared) => ({
  id: one.operationId,
  tag: one.tags[0],
  method,
  path,
  summary: one.summary,
  description: one.description,
  kinds: one['x-hubtwin-credentials']?.kinds ?? [],
  parameters: [...shared, ...one.parameters ?? []].map(each => parameter(description, each)),
  examples: examples(description, one.requestBody),
});

function parameter(description, given) {
  const found = resolved(description, given);
  return {...found, schema: resolved(description, found.schema)};
}

/** The bodies that the description has as examples; null if the operation takes none. */
function examples(description, given) {
  const json = given && resolved(description, given).content['application/json'];
  return json ? Object.values(json.examples ?? {}).map(one => resolved(description, one))
    .map((one, at) => ({name: one.summary ?? `Example ${at + 1}`, text: JSON.stringify(one.value, null, 2)})) : null;
}

/** What a reference leads to. */
const resolved = (description, given) => given?.$ref === undefined ? given
  : resolved(description, given.$ref.split('/').slice(1).reduce((at, name) => at[name.replaceAll('~1', '/')], description));
