// Bodies: JSON is broken into lines and coloured, by elements whose text it is; anything else is shown as it came.
import {copying} from './clipboard.js';
import {el} from './dom.js';

const TOO_LONG = 200_000;
const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** A body with a button that copies it, or a line that says that there is none; `name` is what screen readers call it. */
export function body(text, name, say) {
  if (text == null || text === '') {
    return el('p', {class: 'empty'}, 'No body.');
  }
  const {shown, isJson} = read(text);
  return el('div', {class: 'body'},
    copying(shown, name, say),
    el('pre', {tabindex: 0, role: 'group', 'aria-label': name}, isJson && shown.length < TOO_LONG ? coloured(shown) : shown));
}

/** JSON gets line breaks, if nothing of it is lost by that. */
function read(text) {
  try {
    const json = JSON.parse(text);
    return {shown: JSON.stringify(json) === text.trim() ? JSON.stringify(json, null, 2) : text, isJson: true};
  } catch {
    return {shown: text, isJson: false};
  }
}

function coloured(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, string, colon] = match;
    const token = string ?? whole;
    parts.push(text.slice(end, match.index), el('span', {class: kind(string, colon, token)}, token));
    end = match.index + token.length;
  }
  parts.push(text.slice(end));
  return parts;
}

const kind = (string, colon, token) => colon !== undefined ? 'key' : string !== undefined ? 'string'
  : /^[tfn]/.test(token) ? 'word' : 'number';
