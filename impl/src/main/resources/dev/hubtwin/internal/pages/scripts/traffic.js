// What happens: requests, deliveries and mails.
import {ask} from './control.js';
import {copy, ofDelivery, ofRequest} from './curl.js';
import {badge, button, byId, code, count, el, facts, fill, fold, some, table, time} from './dom.js';
import {Log} from './log.js';

const tone = status => status == null || status >= 500 ? 'bad'
  : status < 300 ? 'good'
  : status < 400 ? 'calm' : 'warn';

const prefix = entry => entry.dialect === 'enterprise' ? '/api/v3' : '';

const called = caller => caller.login ?? caller.app ?? 'anonymous';

function showRequest(entry, open, say) {
  const target = prefix(entry) + entry.path + (entry.query == null ? '' : `?${entry.query}`);
  const status = entry.status ?? 'cut';
  return fold(`request ${entry.number}`, [
    el('span', {class: 'what'}, badge(entry.method, 'method'), ' ', el('span', {class: 'target'}, target)),
    ' ', badge(status, tone(entry.status)),
    ' ', el('span', {class: 'aside'}, `${called(entry.caller)} · ${time(entry.at).textContent.slice(11)}`),
  ], open, () => [
    el('p', {class: 'tools'},
      button('Copy curl', `that repeats ${entry.method} ${target}`, event => copy(ofRequest(entry), say, event))),
    facts({
      Operation: code(entry.operation),
      'Nearest operation': entry.nearest && code(`${entry.nearest.operation}: ${entry.nearest.method} ${entry.nearest.path}`),
      Refused: entry.refusal && `${entry.refusal.message} (at the step: ${entry.refusal.step})`,
      Fault: entry.fault_id && `Fault ${entry.fault_id} struck.`,
      Caller: caller(entry.caller),
      Time: time(entry.at),
      Took: `${entry.duration_ms.toFixed(1)} ms`,
      Root: entry.dialect === 'enterprise' ? 'GitHub Enterprise Server, at /api/v3' : 'api.github.com',
      Host: code(entry.host),
    }),
    ...message('Request', entry.request_headers, entry.request_body),
    ...message('Answer', entry.response_headers, entry.response_body),
  ]);
}

const caller = one =>
  [one.kind.replaceAll('_', ' '), one.login, one.app, one.installation && `installation ${one.installation}`]
  .filter(Boolean).flatMap((word, at) => at ? [', ', word] : [word])
  .concat(one.token ? [', ', code(one.token)] : []);

/** Headers and body of what was sent. */
function message(title, headers, body) {
  return [
    el('h3', {}, title),
    fold(`${title} headers`, some(Object.keys(headers), 'header'), false,
      () => facts(Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, code(value)])))),
    body == null || body === '' ? el('p', {class: 'empty'}, 'No body.')
      : el('pre', {tabindex: 0, role: 'group', 'aria-label': `Body of the ${title.toLowerCase()}`}, pretty(body)),
  ];
}

/** JSON with line breaks, if nothing of it is lost by that. */
function pretty(text) {
  try {
    const json = JSON.parse(text);
    return JSON.stringify(json) === text ? JSON.stringify(json, null, 2) : text;
  } catch {
    return text;
  }
}

const TONES = {delivered: 'good', queued: 'calm', failed: 'bad', refused: 'warn', dropped: 'bad'};

function showDelivery(entry, open, say) {
  const event = entry.action ? `${entry.event}.${entry.action}` : entry.event;
  const answer = entry.response ? `${entry.status} ${entry.response.status}` : entry.status;
  return fold(`delivery ${entry.id}`, [
    el('span', {class: 'what'}, badge(entry.id, 'method'), ' ', el('span', {class: 'target'}, event)),
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
    ...(entry.request ? message('Request', entry.request.headers, entry.request.body) : []),
    ...(entry.response ? message('Answer', entry.response.headers, entry.response.body) : []),
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
