// The page that shows a world: asks now and then what is new, and has it shown.
import {forgetShown, listen, showClock, showSettings, showSnapshots, showWorlds} from './actions.js';
import {copy} from './clipboard.js';
import {ask, dropToken, isGuarded, root, useToken, world} from './control.js';
import {ofControl} from './curl.js';
import {byId, code, number} from './dom.js';
import {listen as listenToFaults, showFaults} from './faults.js';
import {listen as listenToSender, suggest} from './send.js';
import {deliveries, refreshMails, requests} from './traffic.js';
import {listen as listenToViews} from './views.js';
import {showWorld} from './world.js';

const BETWEEN = 1_000;
const LONGEST = 30_000;
const SELDOM = 10;

const say = text => { byId('news').textContent = text; };

const state = {tag: '', json: null, next: 0};
let worlds = -1;
let looks = 0;
let isPaused = false;
let timer;
let looking = null;

/** Looks at the state if it has changed. What takes long to make is asked for less often. */
async function look() {
  const began = performance.now();
  if (began < state.next) {
    return;
  }
  const found = await ask('state?secrets=masked', {known: state.tag});
  if (found) {
    state.tag = found.tag;
    state.json = found.json;
    showWorld(found.json, say);
    suggest(found.json);
    showSettings(await ask('settings'));
    await refreshMails();
    state.next = performance.now() + 10 * (performance.now() - began);
  }
}

async function lookAround() {
  const health = await ask('health');
  byId('up').textContent = `Version ${health.version}, up for ${duration(health.uptime)}`;
  showClock(await ask('clock'));
  showFaults(await ask('faults'));
  showSnapshots(await ask('snapshots'));
  if (worlds !== health.worlds || looks % SELDOM === 0) {
    worlds = health.worlds;
    showWorlds(await ask('worlds'));
  }
  looks++;
  tell(await requests.refresh(), await deliveries.refresh());
  await look();
}

/** Says what is new to those who do not see it. */
function tell(asked, sent) {
  const texts = [];
  if (asked.length === 1) {
    texts.push(`${asked[0].method} ${asked[0].path}: ${asked[0].status ?? 'cut'}.`);
  } else if (asked.length) {
    texts.push(`${number(asked.length)} new requests.`);
  }
  if (sent.length) {
    texts.push(`${number(sent.length)} new ${sent.length === 1 ? 'delivery' : 'deliveries'}.`);
  }
  if (texts.length) {
    say(texts.join(' '));
  }
}

const duration = seconds => seconds < 120 ? `${seconds} seconds`
  : seconds < 7200 ? `${Math.floor(seconds / 60)} minutes` : `${Math.floor(seconds / 3600)} hours`;

/** One look after another, never two at once. */
function refresh() {
  looking = looking ? looking.then(once, once) : once();
  return looking;
}

async function once() {
  clearTimeout(timer);
  const began = performance.now();
  try {
    await lookAround();
    show(true);
  } catch (failure) {
    failed(failure);
  }
  looking = null;
  wait(Math.min(LONGEST, Math.max(BETWEEN, 5 * (performance.now() - began))));
}

function wait(time) {
  clearTimeout(timer);
  if (!isPaused && !document.hidden && byId('login').hidden) {
    timer = setTimeout(refresh, time);
  }
}

function failed(failure) {
  if (failure.status === 401) {
    byId('login').querySelector('.said').textContent = isGuarded() ? failure.message : '';
    dropToken();
    show(false);
  } else {
    byId('up').textContent = failure.status ? failure.message : 'The twin does not answer.';
    console.debug(failure);
  }
}

/** Shows the world, or the form that asks for the control token. */
function show(isOpen) {
  for (const id of ['all', 'nav', 'pause']) {
    byId(id).hidden = !isOpen;
  }
  byId('login').hidden = isOpen;
  if (!isOpen) {
    byId('up').textContent = 'The server demands its control token.';
  }
}

function listenToAll() {
  byId('login').addEventListener('submit', event => {
    event.preventDefault();
    useToken(event.target.elements.token.value);
    event.target.reset();
    refresh();
  });
  byId('pause').addEventListener('click', () => {
    isPaused = !isPaused;
    byId('pause').setAttribute('aria-pressed', isPaused);
    byId('pause').textContent = isPaused ? 'Go on' : 'Pause';
    wait(0);
  });
  document.addEventListener('visibilitychange', () => wait(0));
  document.addEventListener('more', () => {
    forgetShown();
    showWorld(state.json, say);
    worlds = -1;
    refreshMails();
    refresh();
  });
  document.querySelectorAll('[data-curl]').forEach(one => one.addEventListener('click', event =>
    copy(ofControl(one.dataset.curl, one.dataset.method), say, event)));
  listen(() => {
    worlds = -1;
    state.next = 0;
    return refresh();
  });
}

byId('world').textContent = world;
byId('roots').replaceChildren(
  'Serves as api.github.com at ', code(`${root}/`), ' and as GitHub Enterprise Server at ', code(`${root}/api/v3`));
listenToAll();
listenToFaults();
listenToSender();
listenToViews(`${world} · Hubtwin`);
refresh();
