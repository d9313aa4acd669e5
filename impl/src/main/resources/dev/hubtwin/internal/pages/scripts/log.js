// A log asks for what is new only, and for the last entry it has, by which it sees that there was a reset.
import {ask} from './control.js';
import {button, byId, count, el, number} from './dom.js';
import {Filter} from './filter.js';

const PAGE = 20;

/** A list of what happened, the newest first. */
export class Log {

  /** `kind` knows how to ask for entries, and how to show one. */
  constructor(kind) {
    this.kind = kind;
    this.section = byId(kind.name);
    this.list = this.section.querySelector('ol');
    this.shown = PAGE;
    this.filter = new Filter(this.section.querySelector('form'), kind, () => {
      this.shown = PAGE;
      this.draw();
    });
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
      const waiting = [...this.entries.values()].filter(one => this.kind.waits(one.entry)).map(one => one.key);
      const found = await this.found(this.kind.since(Math.min(newest.key, ...waiting) - 1));
      if (found.some(one => one.key === newest.key && one.same === newest.same)) {
        return this.take(found);
      }
    }
    return this.reload();
  }

  async reload() {
    const wasBegun = this.isBegun;
    const all = await this.found(this.kind.all);
    const fresh = all.filter(one => !this.entries.has(one.key)).map(one => one.entry);
    if (all.length || this.entries.size) {
      this.clear();
    }
    this.isBegun = true;
    this.take(all);
    return wasBegun ? fresh : [];
  }

  async found(path) {
    return (await ask(path))
      .map(entry => ({key: this.kind.key(entry), same: this.kind.same(entry), entry}))
      .sort((a, b) => b.key - a.key);
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
    const all = [...this.entries.values()].map(one => one.entry);
    this.filter.offer(all);
    const found = [...this.entries.values()].filter(one => this.filter.admits(one.entry));
    const wanted = found.slice(0, this.shown);
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
        if (before) {
          before.after(made);
        } else {
          this.list.prepend(made);
        }
      }
      before = this.items.get(one.key);
    });
    count(this.kind.name, this.entries.size);
    this.section.querySelector('.empty').hidden = all.length > 0;
    this.section.querySelector('.found').textContent = this.filter.isSet() && all.length
      ? `${number(found.length)} of ${number(all.length)} match; the twin keeps the last ${number(this.kind.most)}.` : '';
    this.drawMore(wanted.length, found.length);
  }

  drawMore(shown, found) {
    const more = this.section.querySelector('.more');
    more.replaceChildren(...(found > shown
      ? [button(`Show more: ${number(shown)} of ${number(found)} are shown`, '', () => {
        this.shown += 5 * PAGE;
        this.draw();
      })]
      : []));
  }
}
