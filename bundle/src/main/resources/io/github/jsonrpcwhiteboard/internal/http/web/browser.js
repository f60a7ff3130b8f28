/** The page: what is listed, what is shown, and that both stay true while plugins come and go. */
import { el, fill } from './dom.js';
import { endpointView } from './endpoint.js';
import { runtimeView } from './runtime.js';

const POLL_MILLIS = 2000;
const OPTIONS = { cache: 'no-cache', headers: { 'X-Requested-With': 'fetch' } };
const prefix = new URL('..', location.href);
const page = {
  login: document.getElementById('login'),
  search: document.getElementById('search'),
  count: document.getElementById('count'),
  endpoints: document.getElementById('endpoints'),
  more: document.getElementById('more'),
  main: document.getElementById('main'),
};

let index = { caller: null, endpoints: [] };
let indexText = '';
/** What is shown: the path of an endpoint, or 'runtime' as a view, or nothing; and the document as it was. */
let shown = { path: null, view: null, document: null, tag: null };
const documents = new Map();

function route() {
  const query = new URLSearchParams(location.hash.slice(1));
  return { path: query.get('endpoint'), method: query.get('method'), view: query.get('view') };
}

export function link(path, method) {
  const query = new URLSearchParams(method ? { endpoint: path, method } : { endpoint: path });
  return `#${query}`;
}

/** A document, asked for again only if it may have changed. */
async function documentOf(endpoint) {
  const response = await fetch(endpoint.openrpc, OPTIONS);
  if (!response.ok) {
    throw new Error(`The document of ${endpoint.path} was refused: ${response.status}`);
  }
  const tag = response.headers.get('ETag');
  if (documents.get(endpoint.path)?.tag !== tag) {
    documents.set(endpoint.path, { tag, document: await response.json() });
  }
  return documents.get(endpoint.path);
}

function showLogin() {
  const back = new URL('../../login', location.href);
  back.searchParams.set('from', location.pathname + location.search);
  fill(page.login, index.caller ? [`Logged in as ${index.caller.name}. `, el('a', { href: back.href }, 'Account')]
    : ['Not logged in: you see what everybody may use. ', el('a', { href: back.href }, 'Log in')]);
}

function showList() {
  const wanted = page.search.value.trim().toLowerCase();
  const current = route();
  const matches = (endpoint) => [endpoint.path, endpoint.title, endpoint.description, endpoint.bundle,
    ...(documents.get(endpoint.path)?.document.methods.map(({ name }) => name) ?? [])]
    .some((text) => text.toLowerCase().includes(wanted));
  const found = index.endpoints.filter(matches);
  page.count.textContent = `${found.length} of ${index.endpoints.length} endpoints`;
  fill(page.endpoints, found.map((endpoint) => el('li', {},
    el('a', { href: link(endpoint.path), 'aria-current': endpoint.path === current.path ? 'page' : undefined },
      el('strong', {}, endpoint.path), el('span', { class: 'quiet' },
        `${endpoint.methods} ${endpoint.methods === 1 ? 'method' : 'methods'} \u00b7 ${endpoint.title}`)))));
  fill(page.more, index.caller && el('a', { href: '#view=runtime',
    'aria-current': current.view === 'runtime' ? 'page' : undefined }, 'Failed and shadowed services'));
}

async function showMain(byHand) {
  const { path, method, view } = route();
  if (view === 'runtime') {
    if (byHand) {
      fill(page.main, await runtimeView(prefix));
    }
    shown = { path: null, view };
    return;
  }
  if (!path) {
    shown = { path: null, view: null };
    fill(page.main, welcome());
    return;
  }
  const endpoint = index.endpoints.find((one) => one.path === path);
  if (!endpoint) {
    gone(path);
    return;
  }
  const { tag, document: openrpc } = await documentOf(endpoint);
  const same = shown.path === path && shown.tag === tag;
  if (shown.gone) {
    page.main.querySelector('.gone')?.remove();
    shown.gone = false;
  }
  if (!same || byHand) {
    if (!same) {
      shown = { path, tag, element: endpointView(endpoint, openrpc, link) };
      fill(page.main, shown.element);
    }
    shown.element.open(method);
  }
}

/** What was typed stays: the endpoint may come back. */
function gone(path) {
  if (shown.path !== path) {
    shown = { path, gone: true, element: el('section') };
    fill(page.main, shown.element);
  }
  shown.gone = true;
  page.main.querySelector('.gone') ?? page.main.prepend(el('p', { class: 'notice gone', role: 'alert' },
    `There is no endpoint ${path} at the moment, or it is not for you.`));
}

function welcome() {
  return el('section', {}, el('h2', {}, 'What can be called here'),
    el('p', {}, 'Choose an endpoint to read what it offers and to try it out. The list follows the plugins as they come '
      + 'and go.'),
    el('p', {}, 'Every endpoint also describes itself: ', el('a', { href: new URL('openrpc', prefix).href }, 'index'),
      ', and the method ', el('code', {}, 'rpc.discover'), '. For programs there is a ',
      el('a', { href: new URL('client.js', prefix).href }, 'JavaScript client'), '.'));
}

/** Asks what there is, and shows it if that is not what was there before. */
async function refresh() {
  try {
    const response = await fetch(new URL('openrpc', prefix), OPTIONS);
    const text = await response.text();
    page.main.querySelector('.offline')?.remove();
    if (response.ok && text !== indexText) {
      indexText = text;
      index = JSON.parse(text);
      showLogin();
      showList();
      await showMain(false);
    }
  } catch {
    page.main.querySelector('.offline') ?? page.main.prepend(el('p', { class: 'notice offline', role: 'alert' },
      'The server does not answer. The page goes on trying.'));
  }
}

async function poll() {
  if (!document.hidden) {
    await refresh();
  }
  setTimeout(poll, POLL_MILLIS);
}

window.addEventListener('hashchange', async () => {
  showList();
  await showMain(true);
  page.main.focus({ preventScroll: true });
  if (!route().method) {
    scrollTo(0, 0);
  }
});
document.addEventListener('visibilitychange', refresh);
page.search.addEventListener('input', showList);
page.search.addEventListener('focus', async () => {
  await Promise.allSettled(index.endpoints.map(documentOf));
  showList();
}, { once: true });

await refresh();
setTimeout(poll, POLL_MILLIS);
