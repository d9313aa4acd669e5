// What there is: the sections that show the state of the world, whose secrets are masked before it comes here.
import {copy} from './clipboard.js';
import {root} from './control.js';
import {ofApi} from './curl.js';
import {badge, button, byId, code, count, el, facts, fill, first, fold, number, some, table, time, word} from './dom.js';

const OPEN_ORGANIZATIONS = 3;
const OPEN_ROWS = 10;

const lower = text => text.toLowerCase();
const words = list => list?.length ? list.join(', ') : null;
const levels = permissions => words(Object.entries(permissions ?? {}).map(([name, level]) => `${name}: ${level}`));
const segment = encodeURIComponent;

/** Shows a state, `say` what was copied. */
export function showWorld(state, say) {
  const world = {
    state, say,
    repositories: grouped(state.repositories, one => one.owner),
    installations: grouped(installed(state.apps ?? []), one => one.account),
    homes: homes(state.organizations ?? []),
  };
  section('organizations', state.organizations, list => first('organizations', list, (one, at) => organization(one, at, world)));
  section('users', state.users, list => users(list, world));
  section('repositories', state.repositories, list => repositories('repositories', 'Repositories', list));
  section('apps', [state.apps, state.oauth_apps, state.manifest_codes].flatMap(list => list ?? []), () => apps(world));
  section('tokens', state.tokens, list => tokens(list));
}

const installed = apps => apps.flatMap(app => (app.installations ?? []).map(one => ({app, ...one})));

function section(name, list, show) {
  const things = list ?? [];
  count(name, things.length);
  fill(byId(name).querySelector('.list'), things.length ? show(things) : []);
}

function grouped(list, key) {
  const groups = new Map();
  (list ?? []).forEach(one => {
    const name = lower(key(one));
    groups.set(name, [...groups.get(name) ?? [], one]);
  });
  return groups;
}

/** The organizations of each user. */
function homes(organizations) {
  const found = new Map();
  organizations.forEach(one => (one.members ?? []).forEach(member => {
    const name = lower(member.login);
    if (!found.has(name)) {
      found.set(name, []);
    }
    found.get(name).push(one.login);
  }));
  return found;
}

function organization(one, at, world) {
  const path = `/orgs/${segment(one.login)}`;
  return el('article', {'aria-label': one.login},
    el('div', {class: 'head'},
      el('h3', {}, one.login, ' ', el('span', {class: 'aside'}, [one.name, `id ${one.id}`].filter(Boolean).join(' · '))),
      el('div', {class: 'tools'}, button('Copy curl', `that gets ${one.login}`, event => copy(ofApi(path), world.say, event)))),
    el('p', {},
      one.description, ' ', one.archived_at && badge('archived', 'warn'), ' ', one.plan && badge(`plan ${one.plan.name}`)),
    el('div', {class: 'facets'}, facets(one, path, world).filter(facet => facet.list?.length).map(facet =>
      folded(facet, one, at < OPEN_ORGANIZATIONS && facet.list.length <= OPEN_ROWS, world.say, path))));
}

const folded = (facet, one, open, say, path) =>
  fold(`${facet.title} ${one.login}`, `${facet.title} (${number(facet.list.length)})`, open, () => [
    facet.path && el('p', {class: 'tools'}, button('Copy curl', `that lists ${lower(facet.title)} of ${one.login}`,
      event => copy(ofApi(path + facet.path), say, event))),
    facet.show(facet.list),
  ].filter(Boolean), {class: facet.wide && 'wide'});

const facets = (one, path, world) => [
  {title: 'Members', list: one.members, path: '/members', show: list => members(one, list)},
  {title: 'Teams', list: one.teams, show: list => teams(one, list)},
  {title: 'Hooks', list: one.hooks, path: '/hooks', wide: true, show: list => hooks(one, list)},
  {title: 'Campaigns', list: one.campaigns, path: '/campaigns', wide: true, show: list => campaigns(one, list)},
  {title: 'Repositories', list: world.repositories.get(lower(one.login)), wide: true,
    show: list => repositories(`repositories ${one.login}`, `Repositories of ${one.login}`, list)},
  {title: 'Installations', list: world.installations.get(lower(one.login)), path: '/installations', wide: true,
    show: list => installations(one.login, list, true)},
  {title: 'Outside collaborators', list: one.outside_collaborators, path: '/outside_collaborators',
    show: list => el('p', {}, words(list))},
  {title: 'Billing managers', list: one.billing_managers, show: list => el('p', {}, words(list))},
];

const members = (one, list) => table(`members ${one.login}`, `Members of ${one.login}`, ['Login', 'Role', 'State', 'Shown'], list,
  member => [member.login, role(member), word(member.state ?? 'active'), word(member.public ? 'publicly' : 'to members')]);

const role = member => member.role === 'admin' ? badge('owner', 'calm') : (member.role ?? 'member').replaceAll('_', ' ');

const teams = (one, list) => table(`teams ${one.login}`, `Teams of ${one.login}`,
  ['Team', 'Members', 'Repositories', 'Kind'], list, team => [
    code(team.slug),
    words((team.members ?? []).map(member => member.login ?? member)),
    words((team.repositories ?? []).map(repository => `${repository.name}: ${repository.permission ?? 'pull'}`)),
    words([
      team.privacy ?? 'closed', team.parent && `child of ${team.parent}`,
      one.security_managers?.includes(team.slug) && 'security managers',
    ].filter(Boolean)),
  ]);

const hooks = (one, list) => table(`hooks ${one.login}`, `Hooks of ${one.login}`,
  ['Id', 'Sends to', 'Events', 'Secret', 'State'], list, hook => [
    String(hook.id), code(hook.config.url), words(hook.events ?? ['push']), code(hook.config.secret) ?? 'none',
    hook.active === false ? badge('inactive', 'warn') : word('active'),
  ]);

const campaigns = (one, list) => table(`campaigns ${one.login}`, `Campaigns of ${one.login}`,
  ['Number', 'Name', 'State', 'Managers', 'Ends'], list, campaign => [
    String(campaign.number), campaign.name, word(campaign.state ?? 'open'),
    words([...campaign.managers ?? [], ...(campaign.team_managers ?? []).map(slug => `team ${slug}`)]), time(campaign.ends_at),
  ]);

const users = (list, world) => table('users', 'Users', ['Login', 'Name', 'Organizations', 'Marks'], list, user => [
  user.login, user.name, words(world.homes.get(lower(user.login))),
  words([
    `id ${user.id}`, lower(user.login) === lower(world.state.signed_in ?? '') && 'signed in',
    user.site_admin && 'site admin', user.two_factor === false && 'no second factor',
  ].filter(Boolean)),
]);

const repositories = (key, caption, list) => table(key, caption,
  ['Repository', 'Visibility', 'Collaborators', 'Alerts', 'Hooks'], list, one => [
    `${one.owner}/${one.name}`, word(one.visibility ?? 'public'),
    words((one.collaborators ?? []).map(other => `${other.login}: ${other.permission ?? 'push'}`)),
    one.code_scanning_alerts?.length ? word(some(one.code_scanning_alerts, 'alert')) : null,
    one.hooks?.length ? words(one.hooks.map(hook => hook.config.url)) : null,
  ]);

function apps(world) {
  const {apps: own = [], oauth_apps: oauth = [], manifest_codes: codes = []} = world.state;
  return [
    ...first('apps', own, one => app(one, world)),
    oauth.length && table('oauth', 'OAuth apps', ['Name', 'Client id', 'Client secret', 'Homepage', 'Try'], oauth,
      one => [one.name, code(one.client_id), code(one.client_secret), one.url, signingIn(one)]),
    codes.length && table('codes', 'Manifests whose codes wait', ['App', 'Owner', 'Code'], codes,
      one => [String(one.manifest?.name ?? ''), one.owner, code(one.code)]),
  ].filter(Boolean);
}

const signingIn = one => el('a', {href: `${root}/login/oauth/authorize?client_id=${segment(one.client_id)}`},
  'Sign in', el('span', {class: 'heard'}, ` by ${one.name}`));

const app = (one, world) => el('article', {'aria-label': one.slug},
  el('div', {class: 'head'},
    el('h3', {}, one.slug, ' ', el('span', {class: 'aside'}, [one.name, `id ${one.id}`].filter(Boolean).join(' · '))),
    el('div', {class: 'tools'},
      el('a', {class: 'button', href: `${root}/apps/${segment(one.slug)}/installations/new`},
        'Install', el('span', {class: 'heard'}, ` ${one.slug}`)),
      button('Copy curl', `that gets the app ${one.slug}`,
      event => copy(ofApi(`/apps/${segment(one.slug)}`), world.say, event)))),
  facts({
    Owner: one.owner,
    'Open to': one.public === false ? 'its owner' : 'anybody',
    Permissions: levels(one.permissions),
    Events: words(one.events),
    Webhook: one.webhook && code(one.webhook.url),
    'Client id': code(one.client_id),
    'Client secret': code(one.client_secret),
    'Private key': one.private_key && code(one.private_key),
  }),
  one.installations?.length && installations(one.slug, one.installations, false));

const installations = (key, list, byApp) => table(`installations ${key}`, `Installations ${byApp ? 'on' : 'of'} ${key}`,
  ['Id', byApp ? 'App' : 'Account', 'Repositories', 'Permissions', 'State'], list, one => [
    String(one.id), byApp ? one.app.slug : one.account, words(one.repositories) ?? 'all',
    levels(one.permissions) ?? 'the app’s', one.suspended_at ? badge('suspended', 'warn') : word('active'),
  ]);

const tokens = list => table('tokens', 'Tokens', ['Token', 'Kind', 'Of', 'May', 'Ends'], list, one => [
  code(one.token), (one.kind ?? 'classic').replaceAll('_', ' '),
  words([
    one.user ?? (one.installation && `installation ${one.installation}`), one.app && `by ${one.app}`,
    one.oauth_app && 'by an OAuth app', one.note,
  ].filter(Boolean)),
  reach(one), one.revoked ? badge('revoked', 'warn') : time(one.expires_at) ?? 'never',
]);

function reach(token) {
  const names = Array.isArray(token.repositories) ? words(token.repositories) : token.repositories;
  const rights = words(token.scopes) ?? levels(token.permissions);
  return [rights, token.resource_owner ?? token.target, names].filter(Boolean).join(' · ');
}
