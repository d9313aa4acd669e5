// What happens: requests, deliveries and mails.
import {ask} from './control.js';
import {copy} from './clipboard.js';
import {ofDelivery, ofRequest} from './curl.js';
import {badge, button, byId, code, count, el, facts, fill, fold, some, table, time, tone} from './dom.js';
import {body} from './json.js';
import {Log} from './log.js';

const prefix = entry => entry.dialect === 'enterprise' ? '/api/v3' : '';

const target = entry => prefix(entry) + entry.path + (entry.query == null ? '' : `?${entry.query}`);

const called = caller => caller.login ?? caller.app ?? 'anonymous';

function showRequest(entry, open, say) {
  const status = entry.status ?? 'cut';
  return fold(`request ${entry.number}`, [
    el('span', {class: 'what'}, badge(entry.method, 'method'), ' ', el('span', {class: 'target'}, target(entry))),
    ' ', badge(status, tone(entry.status)),
    ' ', el('span', {class: 'aside'}, `${called(entry.caller)} · ${time(entry.at).textContent.slice(11)}`),
  ], open, () => [
    el('p', {class: 'tools'},
      button('Copy curl', `that repeats ${entry.method} ${target(entry)}`, event => copy(ofRequest(entry), say, event))),
    facts({
      Operation: entry.operation && el('a', {href: `#send/${entry.operation}`}, code(entry.operation)),
      'Nearest operation': entry.nearest && code(`${entry.nearest.operation}: ${entry.nearest.method} ${entry.nearest.path}`),
      Refused: entry.refusal && `${entry.refusal.message} (at the step: ${entry.refusal.step})`,
      Fault: entry.fault_id && `Fault ${entry.fault_id} struck.`,
      Caller: caller(entry.caller),
      Time: time(entry.at),
      Took: `${entry.duration_ms.toFixed(1)} ms`,
      Root: entry.dialect === 'enterprise' ? 'GitHub Enterprise Server, at /api/v3' : 'api.github.com',
      Host: code(entry.host),
    }),
    ...message('Request', entry.request_headers, entry.request_body, say),
    ...message('Answer', entry.response_headers, entry.response_body, say),
  ]);
}

const caller = one =>
  [one.kind.replaceAll('_', ' '), one.login, one.app, one.installation && `installation ${one.installation}`]
  .filter(Boolean).flatMap((word, at) => at ? [', ', word] : [word])
  .concat(one.token ? [', ', code(one.token)] : []);

/** Headers and body of what was sent. */
const message = (title, headers, text, say) => [
  el('h3', {}, title),
  fold(`${title} headers`, some(Object.keys(headers), 'header'), false,
    () => facts(Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, code(value)])))),
  body(text, `Body of the ${title.toLowerCase()}`, say),
];

const TONES = {delivered: 'good', queued: 'calm', failed: 'bad', refused: 'warn', dropped: 'bad'};

const event = entry => entry.action ? `${entry.event}.${entry.action}` : entry.event;

function showDelivery(entry, open, say) {
  const answer = entry.response ? `${entry.status} ${entry.response.status}` : entry.status;
  return fold(`delivery ${entry.id}`, [
    el('span', {class: 'what'}, badge(entry.id, 'method'), ' ', el('span', {class: 'target'}, event(entry))),
    ' ', badge(answer, TONES[entry.status]),
    ' ', el('span', {class: 'aside'},
      `${entry.request?.url ?? `hook ${entry.hook_id}`} · ${time(entry.queued_at).textContent.slice(11)}`),
  ], open, () => [
    el('p', {class: 'tools'},
      button('Redeliver', `delivery ${entry.id}`, () => redeliver(entry.id, say)),
      entry.request && button('Copy curl', `that sends delivery ${entry.id}`,
        event => copy(ofDelivery(entry.request), say, event))),
    facts({
      Problem: entry.error,
      To: `${entry.target_type} ${entry.target_id}, hook ${entry.hook_id}`,
      Installation: entry.installation_id,
      GUID: code(entry.guid),
      Redelivery: entry.redelivery && 'yes',
      Time: time(entry.queued_at),
      Took: entry.duration != null && `${entry.duration} ms`,
    }),
    ...(entry.request ? message('Request', entry.request.headers, entry.request.body, say) : []),
    ...(entry.response ? message('Answer', entry.response.headers, entry.response.body, say) : []),
  ]);
}

async function redeliver(id, say) {
  try {
    const again = await ask(`deliveries/${id}/redeliver`, {method: 'POST'});
    say(`Delivery ${again.id} sends it once more.`);
    deliveries.refresh();
  } catch (refused) {
    say(refused.message);
  }
}

const sent = (headers, text) => [...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`), text];

/** What the world was asked. */
export const requests = new Log({
  name: 'requests',
  all: 'requests?per_page=1000',
  most: 1000,
  since: number => `requests?per_page=1000&since=${number}`,
  key: entry => entry.number,
  same: entry => `${entry.system_at} ${entry.method} ${entry.path}`,
  waits: () => false,
  show: showRequest,
  choices: {
    method: entry => entry.method,
    status: entry => entry.status == null ? 'cut' : `${String(entry.status)[0]}xx`,
    caller: entry => called(entry.caller),
  },
  texts: entry => [
    entry.method, target(entry), entry.status, entry.operation, entry.refusal?.message, ...Object.values(entry.caller),
    ...sent(entry.request_headers, entry.request_body), ...sent(entry.response_headers, entry.response_body),
  ],
});

/** What it sent to webhooks. */
export const deliveries = new Log({
  name: 'deliveries',
  all: 'deliveries',
  most: 1000,
  since: id => `deliveries?after=${id}`,
  key: entry => entry.id,
  same: entry => entry.guid,
  waits: entry => entry.status === 'queued',
  show: showDelivery,
  choices: {
    event: entry => entry.event,
    status: entry => entry.status,
    hook: entry => `${entry.target_type} ${entry.target_id}, hook ${entry.hook_id}`,
  },
  texts: entry => [
    event(entry), entry.status, entry.guid, entry.error, entry.request?.url, entry.response?.status,
    ...sent(entry.request?.headers, entry.request?.body), ...sent(entry.response?.headers, entry.response?.body),
  ],
});

/** Shows the mails. */
export async function refreshMails() {
  const mails = (await ask('mails?per_page=1000')).reverse();
  count('mails', mails.length);
  const heads = ['Number', 'Subject', 'To', 'Organization', 'Sent'];
  const row = mail => [String(mail.number), mail.subject.replaceAll('_', ' '), mail.to, mail.organization, time(mail.sent_at)];
  fill(byId('mails').querySelector('.list'),
    mails.length ? table('mails', 'Mails that GitHub would have sent', heads, mails, row) : null);
}
