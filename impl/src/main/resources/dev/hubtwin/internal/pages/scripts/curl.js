// Commands for a shell.
import {control, isGuarded, root} from './control.js';

const OF_THE_CONNECTION = new Set(['host', 'content-length', 'connection', 'accept-encoding', 'transfer-encoding',
  'authorization', 'expect', 'upgrade', 'te', 'http2-settings', 'origin', 'referer']);

/** A word of a shell, whatever it holds. */
export const quote = text => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * A curl command.
 *
 * `credential` is the beginning of an Authorization header, such as `Bearer $TOKEN`, of letters and variables only;
 * `client` is the id of an app whose secret comes along; `headers` are names and values.
 */
export function curl(method, url, {credential, client, headers = [], body} = {}) {
  const plain = method === 'GET' && body == null;
  const words = [plain ? 'curl -s' : method === 'HEAD' ? 'curl -s --head' : `curl -s -X ${word(method)}`];
  words.push(`--globoff${url.includes('/.') ? ' --path-as-is' : ''} ${quote(url)}`);
  if (credential) {
    words.push(`-H "Authorization: ${credential}"`);
  }
  if (client) {
    words.push(`-u ${quote(`${client}:`)}"$CLIENT_SECRET"`);
  }
  headers.forEach(([name, value]) => words.push(`-H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`));
  if (body != null) {
    words.push(`--data-raw ${quote(body)}`);
  }
  return words.join(' \\\n  ');
}

const word = text => /^[A-Za-z]+$/.test(text) ? text : quote(text);

/** The command that calls the control API of this world. */
export const ofControl = (path, method = 'GET', body) =>
  curl(method, control + path, {credential: isGuarded() ? 'Bearer $CONTROL_TOKEN' : null, body: body && JSON.stringify(body)});

/** The command that calls the API of this world. */
export const ofApi = path => curl('GET', root + path, {credential: 'Bearer $TOKEN'});

/** The command that repeats a request of the log. Its credential is not known, and becomes a variable. */
export function ofRequest(entry) {
  const base = root + (entry.dialect === 'enterprise' ? '/api/v3' : '');
  const query = entry.query == null ? '' : `?${entry.query}`;
  const headers = repeated(entry.request_headers);
  const body = entry.request_body;
  return curl(entry.method, base + entry.path + query,
    {credential: credential(entry.request_headers), headers: typed(headers, body), body});
}

/** The command that sends a webhook's request once more, without the twin. */
export const ofDelivery = sent => curl('POST', sent.url, {headers: repeated(sent.headers), body: sent.body});

const repeated = headers => Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.has(name.toLowerCase()));

/** Without a type of its own a body would be sent as a form. */
export const typed = (headers, body) => body == null || headers.some(([name]) => name.toLowerCase() === 'content-type')
  ? headers
  : [...headers, ['Content-Type', 'application/json']];

function credential(headers) {
  const name = Object.keys(headers).find(one => one.toLowerCase() === 'authorization');
  const scheme = name && headers[name].match(/^(bearer|token|basic) /i)?.[1];
  return name && (scheme ? `${scheme} $TOKEN` : '$TOKEN');
}
