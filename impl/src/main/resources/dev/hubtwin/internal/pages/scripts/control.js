// The control API of the world below whose root this script stands: of no other, however the page was reached.

const TOKEN = 'hubtwin-control-token';

/** Where the control API is; ends with a slash. */
export const control = new URL('..', import.meta.url).href;

/** The root of the world as api.github.com, without a slash at its end. */
export const root = control.replace(/(\/api\/v3)?\/_twin\/$/, '');

/** What the world is called: by the path, or else by the host. */
export const world = new URL(root).pathname.match(/^\/w\/([a-z0-9-]+)$/)?.[1]
  ?? new URL(root).hostname.match(/^([a-z0-9-]+)\.localhost$/)?.[1]
  ?? 'default';

/** What the control API refuses, and why. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Whether the server demands a control token. */
export const isGuarded = () => sessionStorage.getItem(TOKEN) !== null;

/** Sends this token from now on. */
export const useToken = token => sessionStorage.setItem(TOKEN, token);

/** Sends none any more. */
export const dropToken = () => sessionStorage.removeItem(TOKEN);

/**
 * Asks the control API. Answers its JSON, null where there is none; with `known`, the tag of an answer that is here,
 * both and the new tag, or null if nothing has changed.
 */
export async function ask(path, {method = 'GET', body, known} = {}) {
  const headers = {};
  const token = sessionStorage.getItem(TOKEN);
  if (token !== null) {
    headers.Authorization = `Bearer ${token}`;
  }
  if (known) {
    headers['If-None-Match'] = known;
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const answer = await fetch(control + path, {method, headers, cache: 'no-store', body: body && JSON.stringify(body)});
  if (answer.status === 304) {
    return null;
  }
  const json = await read(answer);
  if (!answer.ok) {
    throw new Refused(answer.status, reason(answer, json));
  }
  return known === undefined ? json : {json, tag: answer.headers.get('ETag')};
}

async function read(answer) {
  const text = await answer.text();
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

const reason = (answer, json) => [
  json?.message ?? `The server answered ${answer.status}.`,
  ...(json?.errors ?? []).map(error => `${error.path ?? ''} ${error.message ?? error}`.trim()),
].join(' ');
