// Filters the page, and opens what its address names: #finding, #scenario or #operation, and behind a ? the filter.
'use strict';
{
  const MOST_OPENED = 200;
  const STATES = ['new', 'known', 'not-judged', 'flaky', 'skipped', 'passed'];
  const form = document.getElementById('filter');
  const fields = form.elements;
  const choices = ['state', 'operation', 'tag', 'rule'];
  const fieldNames = [...choices, 'text'];
  // Operations stand behind what calls them, for they are shown with it.
  const entries = [...document.querySelectorAll('[data-facets]')]
    .map(node => ({node, facets: node.dataset.facets.split(' '), group: node.closest('main > details, .wide, .findings')}))
    .sort((one, other) => isRow(one) - isRow(other));
  const groups = new Set(entries.map(one => one.group).filter(Boolean));
  const kinds = {SECTION: 'findings', TR: 'operations', LI: 'scenarios'};
  let anchor = '';

  function isRow(entry) {
    return entry.node.tagName === 'TR';
  }

  const isState = word => STATES.includes(word);
  const isRule = word => /^R\d+$/.test(word);
  const isOperation = word => word.includes('/');
  const listed = {
    state: isState,
    operation: isOperation,
    tag: word => word && word !== 'failed' && !isState(word) && !isRule(word) && !isOperation(word),
    rule: isRule,
  };

  /** Offers what the page has. */
  function offer() {
    const words = [...new Set(entries.flatMap(one => one.facets))];
    const order = (one, other) => isState(one) ? STATES.indexOf(one) - STATES.indexOf(other)
      : one.localeCompare(other, 'en', {numeric: true});
    for (const name of choices) {
      fields[name].append(...words.filter(listed[name]).sort(order)
        .map(word => new Option(word.replace('-judged', ' judged'), word)));
    }
  }

  function text(entry) {
    entry.text ??= `${entry.node.id} ${entry.node.textContent}`.toLowerCase();
    return entry.text;
  }

  function apply() {
    const words = fields.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = choices.map(name => fields[name].value).filter(Boolean);
    const operations = new Set();
    const counts = Object.fromEntries(Object.values(kinds).map(kind => [kind, [0, 0]]));
    for (const entry of entries) {
      const row = isRow(entry);
      // An operation has neither state nor rule of its own: it has those of the findings and scenarios that call it.
      const own = row ? wanted.filter(word => !isState(word) && !isRule(word)) : wanted;
      const shown = own.every(word => entry.facets.includes(word)) && (own.length === wanted.length || operations.has(entry.node.id))
        && words.every(word => text(entry).includes(word));
      entry.node.hidden = !shown;
      counts[kinds[entry.node.tagName]][0] += shown;
      counts[kinds[entry.node.tagName]][1]++;
      if (shown && !row) {
        entry.facets.filter(isOperation).forEach(word => operations.add(word));
      }
    }
    const set = words.length + wanted.length > 0;
    for (const group of groups) {
      group.hidden = entries.every(one => one.group !== group || one.node.hidden);
      if (group.tagName === 'DETAILS') {
        group.open = set && counts.scenarios[0] <= MOST_OPENED;
      }
    }
    form.querySelector('[role=status]').textContent = Object.entries(counts)
      .map(([kind, [shown, all]]) => `${shown} of ${all} ${kind}`).join(', ');
  }

  /** Keeps the filter in the address, to be sent to somebody. */
  function remember() {
    const set = fieldNames.map(name => [name, fields[name].value.trim()]).filter(([, value]) => value);
    const query = new URLSearchParams(set).toString();
    if (anchor || query || location.hash) {
      history.replaceState(null, '', `#${anchor}${query && '?'}${query}`);
    }
  }

  /** Sets the filter, as far as the page has what is asked for. */
  function fill(params) {
    fieldNames.forEach(name => { fields[name].value = params.get(name) ?? '' });
    choices.filter(name => fields[name].selectedIndex < 0).forEach(name => { fields[name].value = '' });
    apply();
  }

  /** Opens what is folded around the part that the address names, and goes there. */
  function reveal() {
    const part = anchor && document.getElementById(anchor);
    document.querySelectorAll('.current').forEach(one => one.classList.remove('current'));
    if (!part) {
      return;
    }
    if (part.closest('[hidden]')) {
      fill(new URLSearchParams());
    }
    for (let around = part.closest('details'); around; around = around.parentElement.closest('details')) {
      around.open = true;
    }
    part.classList.add('current');
    part.scrollIntoView();
  }

  function decoded(part) {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  }

  function follow() {
    const [name, ...query] = location.hash.slice(1).split('?');
    anchor = decoded(name);
    if (query.length > 0) {
      fill(new URLSearchParams(query.join('?')));
    }
    reveal();
    remember();
  }

  /** Gives each scenario a link to itself; a finding has one, and to an operation its findings lead. */
  function linkScenarios() {
    for (const {node} of entries.filter(one => one.node.tagName === 'LI')) {
      const link = document.createElement('a');
      link.href = `#${node.id}`;
      link.textContent = '#';
      link.title = 'Link to this scenario';
      node.append(' ', link);
    }
  }

  linkScenarios();
  offer();
  apply();
  form.hidden = false;
  follow();
  addEventListener('hashchange', follow);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('input', () => {
    anchor = '';
    apply();
    remember();
  });
  form.querySelector('button').addEventListener('click', () => {
    anchor = '';
    fill(new URLSearchParams());
    remember();
  });

  // Printed, all of a finding is to be seen.
  let unfolded = [];
  addEventListener('beforeprint', () => {
    unfolded = [...document.querySelectorAll('.failure details:not([open])')];
    unfolded.forEach(one => { one.open = true });
  });
  addEventListener('afterprint', () => unfolded.forEach(one => { one.open = false }));
}
