// Elements, made of texts: nothing here or elsewhere writes HTML, and the page's policy would not let it.

const ROWS = 50;
const limits = new Map();

/** The element with that id. */
export const byId = id => document.getElementById(id);

/** An element; attributes that are false or absent are left out, and so are children. A function is a listener. */
export function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') {
      element.addEventListener(key, value);
    } else if (value !== false && value != null) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter(child => child != null && child !== false && child !== ''));
  return element;
}

/** A button. What only screen readers say follows its text. */
export const button = (text, heard, click, grave) => el('button', {type: 'button', class: grave && 'grave', click},
  text, heard && el('span', {class: 'heard'}, ` ${heard}`));

/** The same element, which keeps the focus by this key when its list is made anew. */
export function keyed(element, key) {
  element.dataset.key = key;
  return element;
}

/** A text in another type, for what machines say. */
export const code = text => text == null || text === '' ? null : el('code', {}, String(text));

/** A small word that stands out; `tone` is a class. */
export const badge = (text, tone) => el('span', {class: `badge ${tone ?? ''}`}, String(text));

/** The tone of a status; none at all is bad. */
export const tone = status => status == null || status >= 500 ? 'bad'
  : status < 300 ? 'good'
  : status < 400 ? 'calm' : 'warn';

/** A short text that is not broken. */
export const word = text => el('span', {class: 'word'}, String(text));

/** A moment. */
export const time = at => at && el('time', {datetime: at}, at.replace('T', ' ').replace(/(\.\d+)?Z$/, ''));

/** A number as people read it. */
export const number = value => value.toLocaleString('en');

/** One or more: `2 teams`. */
export const some = (list, word) => `${number(list.length)} ${word}${list.length === 1 ? '' : 's'}`;

/** Names and values, but for those that have no value. */
export const facts = pairs => el('dl', {}, ...Object.entries(pairs)
  .filter(([, value]) => value != null && value !== '' && value !== false)
  .map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));

/**
 * A table. The roles say once more what the elements mean, for on a phone its rows are drawn as blocks. Of a long one the
 * beginning is shown, and a button that shows more.
 */
export function table(key, caption, heads, things, row) {
  const shown = limits.get(key) ?? ROWS;
  const body = el('tbody', {role: 'rowgroup'}, things.slice(0, shown).map(thing => line(heads, row(thing))));
  const head = el('thead', {role: 'rowgroup'}, el('tr', {role: 'row'},
    heads.map(name => el('th', {role: 'columnheader', scope: 'col'}, name))));
  const whole = el('table', {role: 'table'}, el('caption', {}, caption), head, body);
  return things.length > shown ? el('div', {}, whole, more(key, things.length, shown)) : whole;
}

const line = (heads, cells) => el('tr', {role: 'row'}, cells.map((cell, at) => at === 0
  ? el('th', {role: 'rowheader', scope: 'row', 'data-head': heads[at]}, cell)
  : el('td', {role: 'cell', 'data-head': heads[at]}, cell ?? '')));

/** The first of many things, each shown by `show`, and a button for more. */
export function first(key, things, show, step = 20) {
  const shown = limits.get(key) ?? step;
  const made = things.slice(0, shown).map(show);
  return things.length > shown ? [...made, more(key, things.length, shown, step)] : made;
}

const more = (key, all, shown, step = ROWS) => el('p', {class: 'more'},
  el('button', {type: 'button', 'data-key': `more ${key}`, click: event => {
    limits.set(key, shown + step * 4);
    event.target.dispatchEvent(new CustomEvent('more', {bubbles: true}));
  }}, `Show more: ${number(shown)} of ${number(all)} are shown`));

/** What opens and closes, and is made when it is first opened. It stays open when it is made anew. */
export function fold(key, title, open, content, attributes) {
  const made = el('details', {'data-key': key, open, ...attributes}, el('summary', {}, title));
  const fill = () => {
    if (made.open && made.childElementCount === 1) {
      made.append(...[content()].flat());
    }
  };
  made.addEventListener('toggle', fill);
  fill();
  return made;
}

/** Puts new content in the place of old; what was open stays open, and what had the focus has it. */
export function fill(container, ...content) {
  const focused = container.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  const open = new Map([...container.querySelectorAll('details[data-key]')].map(one => [one.dataset.key, one.open]));
  const children = content.flat().filter(child => child != null);
  container.replaceChildren(...(children.length ? children : [el('p', {class: 'empty'}, container.dataset.empty ?? '')]));
  for (const one of container.querySelectorAll('details[data-key]')) {
    one.open = open.get(one.dataset.key) ?? one.open;
  }
  if (focused) {
    [...container.querySelectorAll('[data-key]')].find(one => one.dataset.key === focused)?.focus();
  }
}

/** Says how many there are, wherever it is said. */
export function count(name, value) {
  document.querySelectorAll(`[data-count=${name}]`).forEach(place => { place.textContent = number(value); });
}

/** Asks before something grave is done; answers whether to do it. */
export function confirmed(question) {
  const dialog = byId('confirm');
  const listening = new AbortController();
  const on = (event, heard) => dialog.addEventListener(event, heard, {signal: listening.signal});
  byId('question').textContent = question;
  dialog.showModal();
  return new Promise(resolve => {
    const end = yes => {
      listening.abort();
      dialog.close();
      resolve(yes);
    };
    on('click', event => event.target.value && end(event.target.value === 'yes'));
    on('close', () => dialog.open || end(false)); // by Escape; the event comes late, maybe that of the question before
  });
}
