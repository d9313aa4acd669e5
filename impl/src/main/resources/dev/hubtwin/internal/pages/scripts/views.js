// Which section is shown: the one that the hash names. What follows a slash in the hash is the section's own.
import {byId} from './dom.js';

const sections = [...document.querySelectorAll('#all > section')];
const listeners = new Map();
let shown = null;

const named = () => {
  const [name, ...rest] = decodeURIComponent(location.hash.slice(1)).split('/');
  return {section: sections.find(one => one.id === name), rest: rest.join('/')};
};

/** Calls `opened` with the rest of the hash whenever the section comes into view. */
export const whenShown = (name, opened) => listeners.set(name, opened);

/** Shows what the hash names, now and whenever it changes; the first section if it names none. */
export function listen(title) {
  const follow = focuses => {
    const {section, rest} = named();
    if (section || !shown) {
      show(section ?? sections[0], rest, title);
      if (focuses) {
        shown.focus();
      }
    }
  };
  window.addEventListener('hashchange', () => follow(true));
  follow(false);
}

function show(section, rest, title) {
  shown = section;
  sections.forEach(one => { one.hidden = one !== section; });
  for (const link of byId('nav').querySelectorAll('a')) {
    if (link.hash === `#${section.id}`) {
      link.setAttribute('aria-current', 'page');
      link.scrollIntoView({block: 'nearest', inline: 'nearest'});
    } else {
      link.removeAttribute('aria-current');
    }
  }
  document.title = `${section.querySelector('h2').firstChild.data.trim()} · ${title}`;
  listeners.get(section.id)?.(rest);
}
