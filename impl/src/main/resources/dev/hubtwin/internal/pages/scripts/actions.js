// What can be done with the clock, worlds, snapshots and the whole world, by forms and buttons.
import {ask, world} from './control.js';
import {button, byId, code, confirmed, count, el, facts, fill, keyed, table, time} from './dom.js';

const within = (name, query) => byId(name).querySelector(query);

let refresh = () => {};

/** Has everything be looked at anew. */
export const refreshAll = () => refresh();

/** Tells in a section how it went, and has everything be looked at anew. */
export async function act(section, done, doing) {
  const said = within(section, '.said');
  try {
    const result = await doing();
    said.classList.remove('wrong');
    said.textContent = typeof done === 'function' ? done(result) : done;
  } catch (refused) {
    said.classList.add('wrong');
    said.textContent = refused.message;
  }
  await refresh();
}

/** The fields of a form that were filled in. */
export const filled = form => Object.fromEntries([...new FormData(form)]
  .map(([name, value]) => [name, value.trim()])
  .filter(([, value]) => value));

/** Does something with what was filled into a form. */
export function submits(id, doing) {
  byId(id).addEventListener('submit', event => {
    event.preventDefault();
    doing(filled(event.target), event.target);
  });
}

/** Has forms and buttons do what they say; `then` is called after each. */
export function listen(then) {
  refresh = then;
  listenToClock();
  submits('fork-world', ({name, from}, form) =>
    act('worlds', made => `The world ${made.name} is forked from ${made.from}.`, () => fork(name, from, form)));
  submits('take-snapshot', ({name}, form) => act('snapshots', `This moment is called ${name}.`, async () => {
    await ask(`snapshots/${encodeURIComponent(name)}`, {method: 'PUT'});
    form.reset();
  }));
  byId('forget-requests').addEventListener('click', () =>
    act('requests', 'The requests are forgotten.', () => ask('requests', {method: 'DELETE'})));
  byId('reset-world').addEventListener('click', async () => {
    if (await confirmed(`Reset the world ${world}? What happened in it is lost.`)) {
      act('reset', 'The world is as it was at the start.', () => ask('reset', {method: 'POST'}));
    }
  });
}

async function fork(name, from, form) {
  const query = from ? `?from=${encodeURIComponent(from)}` : '';
  const made = await ask(`worlds/${encodeURIComponent(name)}${query}`, {method: 'PUT'});
  form.reset();
  return made;
}

function listenToClock() {
  const change = body => act('clock', 'The clock is changed.', () => ask('clock', {method: 'PUT', body}));
  byId('clock').querySelectorAll('[data-clock]').forEach(one =>
    one.addEventListener('click', () => change(JSON.parse(one.dataset.clock))));
  submits('set-clock', ({set}) => change({set}));
  submits('advance-clock', ({advance}) => change({advance}));
}

/** Shows what time it is. */
export function showClock(clock) {
  byId('now').dateTime = clock.now;
  byId('now').textContent = time(clock.now).textContent;
  byId('mode').textContent = `UTC, ${clock.mode}${clock.ahead === 'PT0S' ? '' : `, ${clock.ahead} ahead of the machine`}`;
}

/** Shows the worlds, with links to their pages. */
export function showWorlds(worlds) {
  count('worlds', worlds.length);
  show('worlds', worlds, () => table('worlds', 'Worlds of this server', ['Name', 'Forked from', 'Made', 'Drop'], worlds,
    one => [leading(one), one.from, time(one.created_at), one.name !== 'default' && dropping(one.name)]));
  origins.worlds = worlds.slice(0, 1000).map(one => one.name);
  showOrigins();
}

const leading = one => keyed(
  el('a', {href: `${one.url}/_twin/`, 'aria-current': one.name === world && 'page'}, one.name), `to ${one.name}`);

const dropping = name => keyed(button('Drop', `the world ${name}`, async () => {
  if (await confirmed(`Drop the world ${name}, with all that is in it?`)) {
    act('worlds', `The world ${name} is dropped.`, () => ask(`worlds/${name}`, {method: 'DELETE'}));
  }
}), `drop ${name}`);

const origins = {worlds: [], snapshots: []};
const showOrigins = () =>
  byId('origins').replaceChildren(...[...origins.worlds, ...origins.snapshots].map(value => el('option', {value})));

/** Shows the snapshots of the world. */
export function showSnapshots(snapshots) {
  count('snapshots', snapshots.length);
  const heads = ['Name', 'Taken', 'Restore', 'Forget'];
  show('snapshots', snapshots, () => table('snapshots', 'Moments of this world', heads, snapshots,
    one => [one.name, time(one.taken_at), restoring(one.name), forgetting(one.name)]));
  origins.snapshots = snapshots.map(one => one.name);
  showOrigins();
}

const restoring = name => keyed(button('Restore', `the snapshot ${name}`, () =>
  act('snapshots', `The world is what it was at ${name}.`, () => ask(`snapshots/${name}/restore`, {method: 'POST'}))),
`restore ${name}`);

const forgetting = name => keyed(button('Forget', `the snapshot ${name}`, () =>
  act('snapshots', `The name ${name} is forgotten.`, () => ask(`snapshots/${name}`, {method: 'DELETE'}))), `forget ${name}`);

/** Shows the settings. */
export function showSettings(settings) {
  show('settings', [settings], () => facts(Object.fromEntries(Object.entries(settings)
    .map(([name, value]) => [name.replaceAll('_', ' '), code(value ?? 'none')]))));
}

const shown = new Map();

/** Makes a list anew if it is another one. */
export function show(name, data, made) {
  const text = JSON.stringify(data);
  if (shown.get(name) !== text) {
    shown.set(name, text);
    fill(within(name, '.list'), data.length ? made() : null);
  }
}

/** Has everything be made anew, for more of it is wanted. */
export const forgetShown = () => shown.clear();
