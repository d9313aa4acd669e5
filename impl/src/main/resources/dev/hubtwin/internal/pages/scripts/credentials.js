// Whom a request can be sent as: by a token, app or client of the world, whose secret is fetched when it is sent and
// never shown.
import {ask} from './control.js';
import {el} from './dom.js';

const LISTED = 200;
const MINUTE = 60;

/** Begins every private key of RSA in PKCS#8, before the length of the PKCS#1 key in it. */
const RSA = [0x02, 0x01, 0x00, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];

/** The groups of a list that offers the credentials of a state. Each has the kind that the description knows it by. */
export function offered(state) {
  const apps = state.apps ?? [];
  const clients = [...state.oauth_apps ?? [], ...apps.filter(one => one.client_secret)];
  return [
    option('none', 'anonymous', 'nobody'),
    option('typed', 'typed', 'the token that I type'),
    group('Tokens', (state.tokens ?? []).map(one => option(`token ${one.id}`, one.kind ?? 'classic', called(one)))),
    group('Apps, by a JSON web token', apps.map(one => option(`app ${one.id}`, 'app', one.slug))),
    group('Apps, by client id and secret', clients.map(one =>
      option(`client ${one.client_id}`, 'client', one.name ?? one.slug))),
  ].filter(Boolean);
}

const option = (value, kind, text) => el('option', {value, 'data-kind': kind}, text);

const group = (label, options) => options.length && el('optgroup', {label}, options.slice(0, LISTED));

const called = one => [
  one.user ?? (one.installation && `installation ${one.installation}`), (one.kind ?? 'classic').replaceAll('_', ' '),
  one.scopes?.join(', ') || Object.keys(one.permissions ?? {}).join(', '), one.note, one.revoked && 'revoked',
].filter(Boolean).join(' · ');

/** The Authorization header by which a request is sent as what was chosen; null if it needs none. */
export async function authorization(chosen, typed) {
  const [kind, ...rest] = chosen.split(' ');
  const name = rest.join(' ');
  if (kind === 'none') {
    return null;
  }
  if (kind === 'typed') {
    return typed && `Bearer ${typed}`;
  }
  const state = await ask('state');
  const found = {
    token: () => state.tokens.find(one => String(one.id) === name)?.token,
    app: () => state.apps.find(one => String(one.id) === name),
    client: () => [...state.oauth_apps ?? [], ...state.apps ?? []].find(one => one.client_id === name),
  }[kind]();
  if (!found) {
    throw new Error('What was chosen is not in the world any more.');
  }
  return kind === 'token' ? `Bearer ${found}`
    : kind === 'app' ? `Bearer ${await webToken(found)}`
      : `Basic ${base64([...new TextEncoder().encode(`${name}:${found.client_secret}`)])}`;
}

/** A JSON web token of an app, good for nine minutes by the machine's time. */
async function webToken(app) {
  if (!app.private_key) {
    throw new Error(`${app.slug} has no key yet.`);
  }
  if (!crypto.subtle) {
    throw new Error('A browser signs JSON web tokens at a loopback address or over TLS only. Type one that was made elsewhere.');
  }
  const now = Math.floor(Date.now() / 1000);
  const text = [{alg: 'RS256', typ: 'JWT'}, {iat: now - MINUTE, exp: now + 9 * MINUTE, iss: String(app.id)}]
    .map(part => url(base64([...new TextEncoder().encode(JSON.stringify(part))]))).join('.');
  const algorithm = {name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256'};
  const key = await crypto.subtle.importKey('pkcs8', binary(app.private_key), algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign(algorithm.name, key, new TextEncoder().encode(text));
  return `${text}.${url(base64([...new Uint8Array(signature)]))}`;
}

/** A PEM as PKCS#8. */
function binary(pem) {
  const bytes = [...atob(pem.replace(/-----[^-]+-----|\s/g, ''))].map(letter => letter.charCodeAt(0));
  return new Uint8Array(pem.includes('BEGIN RSA') ? der(0x30, [...RSA, ...der(0x04, bytes)]) : bytes);
}

/** A value of DER, of at most 65,535 bytes, with its tag and length. */
const der = (tag, bytes) => [tag, 0x82, bytes.length >> 8, bytes.length & 0xff, ...bytes];

const base64 = bytes => btoa(String.fromCharCode(...bytes));

const url = text => text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
