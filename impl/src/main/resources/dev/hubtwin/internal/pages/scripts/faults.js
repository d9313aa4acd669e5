// What goes wrong on purpose: a form with all that a fault can say, and the list of those that are set.
import {act, filled, show, submits} from './actions.js';
import {ask} from './control.js';
import {operations} from './description.js';
import {button, byId, code, count, el, fold, keyed, table} from './dom.js';
import {body} from './json.js';

const NUMBERS = ['status', 'retry_after', 'times', 'every', 'probability', 'seed'];
const NAMED = /'properties\/([a-z_]+)/g;

/** Has the form and the button do what they say. */
export function listen() {
  const form = byId('add-fault');
  submits('add-fault', fields => {
    blame(form, '');
    act('faults', fault => `Fault ${fault.id} is set.`, () => set(form, fields));
  });
  byId('clear-faults').addEventListener('click', () =>
    act('faults', 'There are no faults any more.', () => ask('faults', {method: 'DELETE'})));
  form.elements.operations.addEventListener('focus', offer);
  form.elements.operations.addEventListener('input', offer);
}

async function set(form, fields) {
  try {
    return await ask('faults', {method: 'POST', body: fault(fields)});
  } catch (refused) {
    blame(form, refused.message);
    throw refused;
  }
}

/** Marks the fields that a refusal names. */
function blame(form, message) {
  const names = [...message.matchAll(NAMED)].map(([, name]) => name);
  for (const field of form.elements) {
    if (names.includes(field.name)) {
      field.setAttribute('aria-invalid', true);
    } else {
      field.removeAttribute('aria-invalid');
    }
  }
}

function fault(fields) {
  const {operations: named, headers: lines, body: text, before, ...rest} = fields;
  return {
    ...rest,
    ...Object.fromEntries(NUMBERS.filter(name => name in rest).map(name => [name, Number(rest[name])])),
    operations: named?.split(',').map(one => one.trim()).filter(Boolean),
    headers: lines && headers(lines),
    body: text && parsed(text),
    before: before && true,
  };
}

/** Headers that were typed one a line. */
export const headers = lines => Object.fromEntries(lines.split('\n').map(line => line.trim()).filter(Boolean)
  .map(line => line.split(/:(.*)/s)).map(([name, value]) => [name.trim(), (value ?? '').trim()]));

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Offers the operations of the description, behind those that stand in the field already. */
async function offer(event) {
  const ids = (await operations()).map(one => one.id);
  const before = event.target.value.replace(/[^,]*$/, '').trim();
  byId('operations').replaceChildren(...ids.map(id => el('option', {value: before ? `${before} ${id}` : id})));
}

/** Shows the faults. */
export function showFaults(faults) {
  count('faults', faults.length);
  const heads = ['Id', 'Which requests', 'What happens', 'When', 'Struck', 'Remove'];
  show('faults', faults, () => table('faults', 'Faults, in the order in which they are asked', heads, faults,
    one => [String(one.id), chosen(one), effect(one), when(one), `${one.hits} of ${one.chosen}`, removing(one.id)]));
}

const removing = id => keyed(button('Remove', `fault ${id}`, () =>
  act('faults', `Fault ${id} is removed.`, () => ask(`faults/${id}`, {method: 'DELETE'}))), `fault ${id}`);

const chosen = one =>
  [one.operations?.join(', '), one.method, one.path, one.caller && `by ${one.caller}`].filter(Boolean).join(' ') || 'any';

const effect = one => el('div', {}, [
  [
    one.status && `status ${one.status}`, one.rate_limit && `limit ${one.rate_limit}`, one.delay && `delay ${one.delay}`,
    one.broken && (one.before ? `${one.broken} before anything is done` : one.broken),
    one.retry_after != null && `Retry-After ${one.retry_after}`,
  ].filter(Boolean).join(', '),
  ...Object.entries(one.headers ?? {}).map(([name, value]) => el('div', {}, code(`${name}: ${value}`))),
  one.body !== undefined && fold(`body of fault ${one.id}`, 'Body', false,
    () => body(typeof one.body === 'string' ? one.body : JSON.stringify(one.body), `Body of fault ${one.id}`, () => {})),
]);

const when = one => [
  one.times && `${one.times} times`, one.every && `1 of every ${one.every}`,
  one.probability != null && `with probability ${one.probability}, seed ${one.seed ?? 0}`,
].filter(Boolean).join(', ') || 'always';
