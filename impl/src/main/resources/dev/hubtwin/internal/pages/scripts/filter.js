// The filter of a log: some lists of values to choose from, and words that all have to be found.
import {el} from './dom.js';

/** Narrows what a log shows, by a form. It is asked about each entry once, until the form changes. */
export class Filter {

  /** `kind` has, for each list of the form, what value an entry has, and in which texts of it words are looked for. */
  constructor(form, kind, changed) {
    this.form = form;
    this.kind = kind;
    this.forget();
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('input', () => {
      this.forget();
      changed();
    });
    form.addEventListener('reset', () => setTimeout(() => {
      this.forget();
      changed();
    }));
  }

  forget() {
    this.known = new WeakMap();
    this.words = this.form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    this.chosen = Object.keys(this.kind.choices)
      .map(name => [this.kind.choices[name], this.form.elements[name].value])
      .filter(([, value]) => value);
  }

  isSet() {
    return this.words.length + this.chosen.length > 0;
  }

  /** Offers the values that entries have, and the one that is chosen. */
  offer(entries) {
    for (const [name, value] of Object.entries(this.kind.choices)) {
      const list = this.form.elements[name];
      const values = [...new Set([...entries.map(value), list.value])].filter(Boolean).sort();
      const before = [...list.options].slice(1).map(one => one.value);
      if (JSON.stringify(values) !== JSON.stringify(before)) {
        const chosen = list.value;
        list.replaceChildren(list.options[0], ...values.map(one => el('option', {value: one}, one)));
        list.value = chosen;
      }
    }
  }

  admits(entry) {
    if (!this.known.has(entry)) {
      this.known.set(entry, this.chosen.every(([value, wanted]) => value(entry) === wanted) && this.hasWords(entry));
    }
    return this.known.get(entry);
  }

  hasWords(entry) {
    const text = this.words.length ? this.kind.texts(entry).filter(one => one != null).join('\n').toLowerCase() : '';
    return this.words.every(word => text.includes(word));
  }
}
