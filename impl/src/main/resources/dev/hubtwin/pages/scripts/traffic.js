// What happens: requests, deliveries and mails. A log asks for what is new only, and for the last one it has, by which it
// sees that there was a reset.
import {ask} from './control.js';
import {copy, ofDelivery, ofRequest} from './curl.js';
import {badge, button, byId, code, count, el, facts, fill, fold, number, some, table, time} from './dom.js';

const PAGE = 20;

/** A list of what happened, the newest first. */
class Log {

  /** `kind` knows how to ask for entries, and how to show one. */
  constructor(kind) {
    this.kind = kind;
    this.section = byId(kind.name);
    this.list = this.section.querySelector('ol');
    this.shown = PAGE;
    this.clear();
  }

  say(text) {
    this.section.querySelector('.said').textContent = text;
  }

  clear() {
    this.entries = new Map();
    this.items = new Map();
    this.list.replaceChildren();
    this.isBegun = false;
  }

  /** Asks what is new; answers the new entries, the newest first. */
  async refresh() {
    const newest = this.entries.values().next().value;
    if (newest) {
      const since = Math.min(newest.key, ...[...this.entries.values()].filter(one => this.kind.waits(one.entry)).map(one => one.key));
      const found = (await ask(this.kind.since(since - 1))).map(entry => this.keyed(entry)).sort((a, b) => b.key - a.key);
      if (found.some(one => one.key === newest.key && one.same === newest.same)) {
        return this.take(found);
      }
    }
    return this.reload();
  }

  async reload() {
    const wasBegun = this.isBegun;
    const all = (await ask(this.kind.all)).map(entry => this.keyed(entry)).sort((a, b) => b.key - a.key);
    const fresh = all.filter(one => !this.entries.has(one.key)).map(one => one.entry);
    if (all.length || this.entries.size) {
      this.clear();
    }
    this.isBegun = true;
    this.take(all);
    return wasBegun ? fresh : [];
  }

  keyed(entry) {
    return {key: this.kind.key(entry), same: this.kind.same(entry), entry};
  }

  take(found) {
    const fresh = found.filter(one => !this.entries.has(one.key));
    found.filter(one => this.entries.has(one.key)).forEach(one => this.change(one));
    const both = [...fresh, ...this.entries.values()].slice(0, this.kind.most);
    this.entries = new Map(both.map(one => [one.key, this.entries.get(one.key) ?? one]));
    this.draw();
    return fresh.map(one => one.entry);
  }

  change(one) {
    const before = this.entries.get(one.key);
    if (JSON.stringify(before.entry) !== JSON.stringify(one.entry)) {
      this.entries.set(one.key, one);
      const item = this.items.get(one.key);
      if (item) {
        const made = this.item(one, item.querySelector('details').open);
        item.replaceWith(made);
        this.items.set(one.key, made);
      }
    }
  }

  item(one, open) {
    return el('li', {}, this.kind.show(one.entry, open, text => this.say(text)));
  }

  draw() {
    const wanted = [...this.entries.values()].slice(0, this.shown);
    const keys = new Set(wanted.map(one => one.key));
    for (const [key, item] of this.items) {
      if (!keys.has(key)) {
        item.remove();
        this.items.delete(key);
      }
    }
    let before = null;
    wanted.forEach(one => {
      if (!this.items.has(one.key)) {
        const made = this.item(one, false);
        this.items.set(one.key, made);
        if (before) before.after(made); else this.list.prepend(made);
      }
      before = this.items.get(one.key);
    });
    count(this.kind.name, this.entries.size);
    this.section.querySelector('.log').classList.toggle('none', !wanted.length);
    this.drawMore(wanted.length);
  }

  drawMore(shown) {
    const more = this.section.querySelector('.more');
    more.replaceChildren(...(this.entries.size > shown
      ? [button(`Show more: ${number(shown)} of ${number(this.entries.size)} are shown`, '', () => {
        this.shown += 5 * PAGE;
        this.draw();
      })]
      : []));
  }
}

const tone = status => status == null ? 'bad' : status < 300 ? 'good' : status < 400 ? 'calm' : status < 500 ? 'warn' : 'bad';

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
    el('p', {class: 'tools'}, button('Copy curl', `that repeats ${entry.method} ${target}`, event => copy(ofRequest(entry), say, event))),
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

const caller = one => [one.kind.replaceAll('_', ' '), one.login, one.app, one.installation && `installation ${one.installation}`]
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
    ' ', el('span', {class: 'aside'}, `${entry.request?.url ?? `hook ${entry.hook_id}`} · ${time(entry.queued_at).textContent.slice(11)}`),
  ], open, () => [
    el('p', {class: 'tools'},
      button('Redeliver', `delivery ${entry.id}`, () => redeliver(entry.id, say)),
      entry.request && button('Copy curl', `that sends delivery ${entry.id}`, event => copy(ofDelivery(entry.request), say, event))),
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
  fill(byId('mails').querySelector('.list'), mails.length ? table('mails', 'Mails that GitHub would have sent', heads, mails,
    mail => [String(mail.number), mail.subject.replaceAll('_', ' '), mail.to, mail.organization, time(mail.sent_at)]) : null);
}
