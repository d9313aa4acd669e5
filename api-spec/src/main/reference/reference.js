// Shows the description that the settings in the page name or contain, without asking any other server for anything.
const {servers, tokens = [], ...settings} = JSON.parse(document.getElementById('settings').textContent);

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
    ...servers && {oauth: {flows: {authorizationCode: {
      authorizationUrl: `${absolute(servers[0].url)}/login/oauth/authorize`,
      tokenUrl: `${absolute(servers[0].url)}/login/oauth/access_token`,
      token: token.kind === 'oauth' ? token.token : undefined,
    }}}},
  },
});

const viewer = Scalar.createApiReference('#reference', {
  ...settings,
  servers: servers?.map(server => ({...server, url: absolute(server.url)})),
  authentication: credential(tokens[0]),
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

if (tokens.length) {
  const choice = document.querySelector('#credential select');
  choice.append(...tokens.map(token => new Option(`${token.owner} (${token.token})`)), new Option('nobody'));
  choice.addEventListener('change', () => viewer.updateConfiguration({
    ...viewer.getConfiguration(), authentication: credential(tokens[choice.selectedIndex])}));
  document.getElementById('credential').hidden = false;
}
