// The clipboard, and a dialog in its place.
import {button, byId} from './dom.js';

const MASKED = '…';
const LONG_ENOUGH = 2_000;

/** Copies a text, or shows it where there is no clipboard; `say` tells what was done, and so does the button of `event`. */
export async function copy(text, say, event) {
  const pressed = event.currentTarget;
  const hint = text.startsWith('curl ') && text.includes(MASKED) ? ` Replace ${MASKED}, which the log does not show.` : '';
  try {
    await navigator.clipboard.writeText(text);
    say(`Copied.${hint}`);
    mark(pressed);
  } catch {
    show(text);
  }
}

/** A button that copies a text. */
export const copying = (text, heard, say) => button('Copy', heard, event => copy(text, say, event));

function mark(pressed) {
  const before = pressed.dataset.name ?? pressed.firstChild.data;
  pressed.dataset.name = before;
  pressed.firstChild.data = 'Copied';
  setTimeout(() => { pressed.firstChild.data = before; }, LONG_ENOUGH);
}

function show(text) {
  const dialog = byId('copy');
  const field = dialog.querySelector('textarea');
  dialog.querySelector('button').onclick = () => dialog.close();
  field.value = text;
  dialog.showModal();
  field.focus();
  field.select();
}
