// The fields for the parameters of an operation, with what the world suggests for them.
import {el} from './dom.js';

const SUGGESTED = 100;

/** What a parameter can be in a world, by its name. */
const SUGGESTIONS = {
  org: state => state.organizations?.map(one => one.login),
  organization_id: state => state.organizations?.map(one => one.id),
  username: state => state.users?.map(one => one.login),
  user_id: state => state.users?.map(one => one.id),
  account_id: state => [...state.organizations ?? [], ...state.users ?? []].map(one => one.id),
  team_slug: state => state.organizations?.flatMap(one => one.teams ?? []).map(one => one.slug),
  team_id: state => state.organizations?.flatMap(one => one.teams ?? []).map(one => one.id),
  hook_id: state => state.organizations?.flatMap(one => one.hooks ?? []).map(one => one.id),
  invitation_id: state => state.organizations?.flatMap(one => one.invitations ?? []).map(one => one.id),
  campaign_number: state => state.organizations?.flatMap(one => one.campaigns ?? []).map(one => one.number),
  owner: state => state.repositories?.map(one => one.owner),
  repo: state => state.repositories?.map(one => one.name),
  repository_id: state => state.repositories?.map(one => one.id),
  app_slug: state => state.apps?.map(one => one.slug),
  installation_id: state => state.apps?.flatMap(one => one.installations ?? []).map(one => one.id),
  client_id: state => [...state.oauth_apps ?? [], ...state.apps ?? []].map(one => one.client_id),
};

/** A field with a label that says whether it must be filled in. */
export function parameterField(one, state) {
  const suggested = [...new Set(SUGGESTIONS[one.name]?.(state) ?? [])].filter(value => value != null).slice(0, SUGGESTED);
  return el('label', {title: one.description?.trim()},
    one.required ? `${one.name} (required)` : one.name, ' ',
    choices(one.schema) ? chooser(one) : line(one, suggested),
    suggested.length > 0 && el('datalist', {id: listOf(one)}, suggested.map(value => el('option', {value}))));
}

const listOf = one => `suggested-${one.in}-${one.name}`;

const choices = schema => schema.enum ?? (schema.type === 'boolean' ? [true, false] : null);

const chooser = one => el('select', {name: one.name, required: one.required},
  !one.required && el('option', {value: ''}, one.schema.default === undefined ? 'as by default' : `by default ${one.schema.default}`),
  choices(one.schema).map(value => el('option', {value}, String(value))));

function line(one, suggested) {
  const isNumber = one.schema.type === 'integer' && one.in !== 'path';
  return el('input', {
    name: one.name,
    type: isNumber && 'number',
    min: isNumber && one.schema.minimum,
    required: one.required,
    placeholder: one.schema.default ?? one.example,
    list: suggested.length > 0 && listOf(one),
    value: one.in === 'path' ? suggested[0] : null,
    autocomplete: 'off',
  });
}

/** The path and the query that the fields of an operation say; what is empty is left out of the query. */
export function parameters(operation, container) {
  const value = one => container.querySelector(`[name="${CSS.escape(one.name)}"]`).value.trim();
  const query = new URLSearchParams(operation.parameters
    .filter(one => one.in === 'query' && value(one) !== '').map(one => [one.name, value(one)]));
  const path = operation.parameters.filter(one => one.in === 'path')
    .reduce((text, one) => text.replace(`{${one.name}}`, () => encodeURIComponent(value(one))), operation.path);
  return {path, query: query.toString()};
}
