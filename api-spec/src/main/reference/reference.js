// Shows the description that the settings in the page name or contain, without asking any other server for anything.
const {servers, tokens, demandsControlToken, ...settings} = JSON.parse(document.getElementById('settings').textContent);

/** The languages of samples that are offered; of each, one client. */
const SAMPLES = {shell: 'curl', js: 'fetch', python: 'requests', java: 'nethttp', go: 'native', ruby: 'native', csharp: 'httpclient'};
const CLIENTS = {
  c: ['libcurl'], clojure: ['clj_http'], csharp: ['httpclient', 'restsharp'], dart: ['http'], fsharp: ['httpclient'],
  go: ['native'], http: ['http1.1'], java: ['asynchttp', 'nethttp', 'okhttp', 'unirest'],
  js: ['axios', 'fetch', 'jquery', 'ofetch', 'xhr'], kotlin: ['okhttp'], node: ['axios', 'fetch', 'ofetch', 'undici'],
  objc: ['nsurlsession'], ocaml: ['cohttp'], php: ['curl', 'guzzle', 'laravel'], powershell: ['restmethod', 'webrequest'],
  python: ['aiohttp', 'httpx_async', 'httpx_sync', 'python3', 'requests'], r: ['httr2'], ruby: ['native'],
  rust: ['reqwest'], shell: ['curl', 'httpie', 'wget'], swift: ['nsurlsession'],
};
const hidden = Object.fromEntries(Object.entries(CLIENTS)
  .map(([language, clients]) => [language, clients.filter(client => client !== SAMPLES[language])])
  .map(([language, clients]) => [language, SAMPLES[language] ? clients : true]));

/** A path is below the root of the server that sent this page, whatever it is called from outside. */
const absolute = url => new URL(url, location).href.replace(/\/$/, '');

/** What the viewer is to send: a token, or nothing. Who signs in does so at this server. */
const credential = (token = {kind: []}) => ({
  preferredSecurityScheme: token.kind,
  securitySchemes: {
    [token.kind]: {token: token.token},
    oauth: {flows: {authorizationCode: {
      authorizationUrl: `${absolute(servers[0].url)}/login/oauth/authorize`,
      tokenUrl: `${absolute(servers[0].url)}/login/oauth/access_token`,
      token: token.kind === 'oauth' ? token.token : undefined,
    }}},
  },
});

const viewer = Scalar.createApiReference('#reference', {
  ...settings,
  servers: servers?.map(server => ({...server, url: absolute(server.url)})),
  authentication: tokens ? credential(tokens[0]) : demandsControlToken && {preferredSecurityScheme: 'control_token'},
  generateOperationSlug: operation => operation.operationId,
  showOperationId: true,
  modelsSectionLabel: 'Schemas',
  defaultHttpClient: {targetKey: 'shell', clientKey: SAMPLES.shell},
  hiddenClients: hidden,
  documentDownloadType: 'none',
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: {disabled: true},
  mcp: {disabled: true},
  telemetry: false,
  withDefaultFonts: false,
});

if (tokens?.length) {
  const choice = document.querySelector('#credential select');
  choice.append(...tokens.map(token => new Option(`${token.owner} (${token.token})`)), new Option('nobody'));
  choice.addEventListener('change', () => viewer.updateConfiguration({
    ...viewer.getConfiguration(), authentication: credential(tokens[choice.selectedIndex])}));
  document.getElementById('credential').hidden = false;
}

/** What the viewer tells screen readers wrongly or not at all, by selector, and what is said instead; null is nothing. */
const REPAIRS = {
  'button[role=search]': {role: null},
  '.sidebar-search-placeholder[aria-hidden]': {'aria-hidden': null},
  'button[role=none]': {role: null},
  'button[aria-selected=true]:not([role])': {'aria-selected': null, 'aria-current': 'true'},
  'button[aria-selected=false]:not([role])': {'aria-selected': null, 'aria-current': null},
  '.scalar-code-copy:not([aria-label])': {'aria-label': 'Copy'},
  '[role=combobox].code-input-lite__editor': {role: 'textbox'},
  '.cm-content:not([aria-label])': {'aria-label': 'Code'},
  '.cm-scroller:not([tabindex="0"])': {tabindex: '0'},
  '.endpoints:not([tabindex])': {tabindex: '0'},
  'button[aria-controls^=scalar-client-]': {'aria-controls': null},
  '.icons-only a:not([aria-label])': {'aria-label': 'Documentation'},
};

function repair() {
  for (const [selector, attributes] of Object.entries(REPAIRS)) {
    for (const element of document.querySelectorAll(selector)) {
      for (const [name, value] of Object.entries(attributes)) {
        value === null ? element.removeAttribute(name) : element.setAttribute(name, value);
      }
    }
  }
}

let isDue = false;
new MutationObserver(() => {
  if (!isDue) {
    isDue = true;
    requestAnimationFrame(() => { isDue = false; repair(); });
  }
}).observe(document.body, {subtree: true, childList: true, attributeFilter: ['aria-selected', 'role']});
