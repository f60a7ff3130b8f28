/** What is registered and yet answers nobody: for administrators. */
import { el } from './dom.js';

export async function runtimeView(prefix) {
  const response = await fetch(new URL('runtime', prefix), { cache: 'no-cache', headers: { 'X-Requested-With': 'fetch' } });
  if (!response.ok) {
    return el('section', {}, el('h2', {}, 'Failed and shadowed services'),
      el('p', { class: 'notice' }, 'Only administrators may see this.'));
  }
  const runtime = await response.json();
  return el('section', {}, el('h2', {}, 'Failed and shadowed services'),
    el('h3', {}, 'Failed'),
    runtime.failed.length === 0 ? el('p', { class: 'quiet' }, 'None.') : table(['Path', 'Service', 'Bundle', 'Why'],
      runtime.failed.map((one) => [one.path ?? '', one.serviceId, one.bundleId, `${one.message} (code ${one.reason})`])),
    el('h3', {}, 'Shadowed'),
    runtime.shadowed.length === 0 ? el('p', { class: 'quiet' }, 'None.') : table(['Path', 'Service', 'Bundle', 'Ranking'],
      runtime.shadowed.map((one) => [one.path, one.serviceId, one.bundleId, one.serviceRanking])),
    el('h3', {}, 'Methods that cannot be called'),
    failedMethods(runtime.endpoints));
}

function failedMethods(endpoints) {
  const rows = endpoints.flatMap((endpoint) => endpoint.failedMethods
    .map((one) => [endpoint.path, one.method, `${one.message} (code ${one.reason})`]));
  return rows.length === 0 ? el('p', { class: 'quiet' }, 'None.') : table(['Path', 'Method', 'Why'], rows);
}

function table(names, rows) {
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': names.join(', ') },
    el('table', {}, el('thead', {}, el('tr', {}, names.map((name) => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, rows.map((row) => el('tr', {}, row.map((cell) => el('td', {}, String(cell))))))));
}
