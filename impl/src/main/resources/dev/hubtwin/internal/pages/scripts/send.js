// Sends a request: any operation of the description, as anybody in the world.
import {refreshAll} from './actions.js';
import {copy} from './clipboard.js';
import {root} from './control.js';
import {authorization, offered} from './credentials.js';
import {curl, typed} from './curl.js';
import {operations} from './description.js';
import {badge, byId, code, el, facts, fold, number, some, tone} from './dom.js';
import {headers} from './faults.js';
import {body} from './json.js';
import {parameterField, parameters} from './parameters.js';
import {whenShown} from './views.js';

const USUAL = 'orgs/get';
const form = byId('request');
const list = byId('operation');
const fields = form.elements;

let chosen = null;
let wanted = null;
let state = null;

/** Has the section do what it says. */
export function listen() {
  whenShown('send', name => {
    wanted = name || chosen?.id || USUAL;
    choose();
  });
  byId('operation-search').addEventListener('input', offer);
  list.addEventListener('change', () => { location.hash = `send/${list.value}`; });
  fields.as.addEventListener('change', showTyped);
  fields.example.addEventListener('change', () => { fields.body.value = chosen.examples[fields.example.value].text; });
  form.addEventListener('submit', event => {
    event.preventDefault();
    send();
  });
  byId('copy-request').addEventListener('click', event => copy(command(), say, event));
}

/** Takes what a form can suggest from the world. */
export function suggest(found) {
  state = found;
  const before = fields.as.value;
  fields.as.replaceChildren(...offered(state));
  fields.as.value = before;
  if (fields.as.selectedIndex < 0) {
    admit();
  }
  if (!chosen) {
    choose();
  }
}

function say(text, wrong = false) {
  const said = form.querySelector('.said');
  said.classList.toggle('wrong', wrong);
  said.textContent = text;
}

/** Lists the operations that have all words of the search. */
async function offer() {
  const words = byId('operation-search').value.toLowerCase().split(/\s+/).filter(Boolean);
  const found = (await operations()).filter(one => {
    const text = `${one.method} ${one.path} ${one.id} ${one.summary}`.toLowerCase();
    return words.every(word => text.includes(word));
  });
  const tags = [...new Set(found.map(one => one.tag))];
  list.replaceChildren(...tags.map(tag => el('optgroup', {label: tag},
    found.filter(one => one.tag === tag).map(one => el('option', {value: one.id}, `${one.method} ${one.path}`)))));
  list.value = chosen?.id ?? '';
  byId('send').querySelector('.chooser .found').textContent = some(found, 'operation');
}

/** Shows the operation that is wanted, once one is and the world is known. */
async function choose() {
  if (!wanted || !state) {
    return;
  }
  try {
    const all = await operations();
    const one = all.find(other => other.id === wanted) ?? all.find(other => other.id === USUAL);
    if (one !== chosen) {
      chosen = one;
      show();
    }
    await offer();
  } catch (failure) {
    say(`The description cannot be read: ${failure.message}`, true);
  }
}

function show() {
  byId('operation-target').replaceChildren(badge(chosen.method, 'method'), ' ', code(chosen.path));
  byId('operation-summary').textContent = `${chosen.summary}. Takes: ${chosen.kinds.join(', ').replaceAll('_', ' ')}.`;
  byId('parameters').replaceChildren(...chosen.parameters.map(one => parameterField(one, state)));
  const examples = chosen.examples ?? [];
  fields.example.replaceChildren(...examples.map((one, at) => el('option', {value: at}, one.name)));
  fields.example.parentElement.hidden = examples.length < 2;
  fields.body.parentElement.hidden = chosen.examples === null;
  fields.body.value = examples[0]?.text ?? '';
  byId('answer').replaceChildren();
  say('');
  admit();
}

/** Keeps the credential, or chooses the first of a kind that the operation takes. */
function admit() {
  const takes = option => option && (!chosen || chosen.kinds.includes(option.dataset.kind));
  const current = fields.as.selectedOptions[0];
  if (!takes(current) && current?.value !== 'typed') {
    const fit = [...fields.as.options].filter(takes);
    fields.as.value = (fit.find(one => one.value !== 'none' && one.value !== 'typed') ?? fit[0])?.value ?? 'none';
  }
  showTyped();
}

function showTyped() {
  fields.token.parentElement.hidden = fields.as.value !== 'typed';
}

/** The request as the form says it, without its credential. */
function request() {
  const {path, query} = parameters(chosen, byId('parameters'));
  const dialect = chosen.path.startsWith('/login/') ? '' : fields.dialect.value;
  const text = chosen.examples === null || fields.body.value === '' ? null : fields.body.value;
  return {
    method: chosen.method,
    url: root + dialect + path + (query && `?${query}`),
    headers: typed(Object.entries(headers(fields.headers.value)), text),
    body: text,
  };
}

function command() {
  const {method, url, ...rest} = request();
  const [kind, ...name] = fields.as.value.split(' ');
  const who = kind === 'client' ? {client: name.join(' ')} : kind === 'none' ? {} : {credential: 'Bearer $TOKEN'};
  return curl(method, url, {...rest, ...who});
}

async function send() {
  say('Sending…');
  const {method, url, headers: own, body: text} = request();
  try {
    const credential = await authorization(fields.as.value, fields.token.value.trim());
    const began = performance.now();
    const answer = await fetch(url, {
      method, body: text, cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer',
      headers: credential ? [...own, ['Authorization', credential]] : own,
    });
    await showAnswer(answer, began);
  } catch (failure) {
    byId('answer').replaceChildren();
    say(failure instanceof TypeError ? `No answer came: ${failure.message}.` : failure.message, true);
  }
  refreshAll();
}

async function showAnswer(answer, began) {
  const text = await answer.text().catch(() => null);
  const took = performance.now() - began;
  const pairs = [...answer.headers];
  const status = `${answer.status} ${answer.statusText}`.trim();
  byId('answer').replaceChildren(
    el('h3', {}, 'Answer ', badge(status, tone(answer.status)), ' ',
      el('span', {class: 'aside'}, `${took.toFixed(0)} ms`)),
    answer.redirected ? el('p', {}, 'After a redirection, from ', code(answer.url)) : '',
    fold('headers of the answer', some(pairs, 'header'), false,
      () => facts(Object.fromEntries(pairs.map(([name, value]) => [name, code(value)])))),
    text === null ? el('p', {class: 'said wrong'}, 'The connection ended within the body.')
      : body(text, 'Body of the answer', say));
  say(`${status}${text ? `, ${number(text.length)} characters` : ''}.`);
}
