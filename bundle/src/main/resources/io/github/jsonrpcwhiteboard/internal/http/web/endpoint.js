/** An endpoint: its methods, what each takes and gives, and a place to try it. */
import { el, field, fill, copyButton } from './dom.js';
import { control, typeName } from './schema.js';
import { asCurl, asJavaScript, batchOf, errorOf, pretty, request, send } from './calls.js';

const MAX_HISTORY = 50;

export function endpointView(endpoint, openrpc, link) {
  const definitions = openrpc.components?.schemas ?? {};
  const answers = answerPanel();
  const batch = batchPanel(answers);
  const filter = el('input', { type: 'search', autocomplete: 'off', spellcheck: 'false' });
  const methods = openrpc.methods.map((method) => methodView(endpoint, method, definitions, { answers, batch, link }));
  filter.addEventListener('input', () => methods.forEach((view) => {
    view.hidden = !view.dataset.name.toLowerCase().includes(filter.value.trim().toLowerCase());
  }));
  const view = el('article', {},
    el('h2', {}, openrpc.info.title),
    el('p', { class: 'quiet' }, el('code', {}, endpoint.path), ` \u00b7 version ${openrpc.info.version} \u00b7 `,
      endpoint.bundle, endpoint.anonymous ? ' \u00b7 no login needed' : '', ' \u00b7 ',
      el('a', { href: endpoint.openrpc }, 'OpenRPC document')),
    openrpc.info.description && el('p', {}, openrpc.info.description),
    field(`Filter ${methods.length} methods`, filter),
    el('div', { class: 'methods' }, methods));
  view.open = (name) => {
    const wanted = name && methods.find((one) => one.dataset.name === name);
    if (wanted) {
      wanted.open = true;
      wanted.scrollIntoView({ block: 'nearest' });
    }
  };
  return view;
}

function methodView(endpoint, method, definitions, panels) {
  const details = el('details', { class: 'method', 'data-name': method.name },
    el('summary', {}, signature(method, definitions),
      method.deprecated && el('span', { class: 'badge' }, 'deprecated'),
      method.summary && el('span', { class: 'quiet' }, ` ${method.summary}`)));
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) {
      details.append(methodBody(endpoint, method, definitions, panels));
    }
  });
  return details;
}

function signature(method, definitions) {
  const name = method.name.replace(/\(.*/, '');
  const params = method.params.map((param) => `${param.name}: ${typeName(param.schema, definitions)}`);
  return el('code', {}, el('strong', {}, name), `(${params.join(', ')})`,
    el('span', { class: 'quiet' }, ` \u2192 ${typeName(method.result.schema, definitions)}`));
}

function methodBody(endpoint, method, definitions, { answers, batch, link }) {
  const exceptions = (method.errors ?? []).flatMap(({ data }) => data?.exceptions ?? []);
  return el('div', { class: 'body' },
    method.description && el('p', {}, method.description),
    exceptions.length > 0 && el('p', {}, 'Can fail with ', exceptions.map((type, i) => [i > 0 && ', ',
      el('code', { title: type }, type.split('.').pop())]), '.'),
    el('p', {}, el('a', { href: link(endpoint.path, method.name) }, 'Link to this method')),
    tryIt(endpoint, method, definitions, answers, batch));
}

/** The form, or the arguments as JSON; what is sent is what is to be seen. */
function tryIt(endpoint, method, definitions, answers, batch) {
  const controls = method.params.map((param) => control(param.name, param.schema, definitions,
    { description: param.description, optional: !param.required }));
  const raw = el('textarea', { rows: '8', spellcheck: 'false' });
  const rawField = field('Arguments as JSON', raw);
  const form = el('div', {}, controls.map(({ element }) => element));
  const protocol = el('select', {}, el('option', { value: 'heavy' }, 'JSON-RPC 2.0'),
    el('option', { value: 'light' }, 'light: method in the URL'));
  const asJson = el('input', { type: 'checkbox' });
  const problem = el('p', { class: 'notice', role: 'alert', hidden: true });
  const params = () => {
    if (!asJson.checked) {
      return controls.map(({ value }) => value());
    }
    try {
      return JSON.parse(raw.value);
    } catch (error) {
      throw new Error(`Arguments: ${error.message}`);
    }
  };
  const withParams = (action) => {
    problem.hidden = true;
    try {
      action(request(endpoint, method.name, params(), protocol.value === 'light'));
    } catch (error) {
      problem.textContent = error.message;
      problem.hidden = false;
    }
  };
  const examples = (method.examples ?? []).map((example) => {
    const values = example.params.map(({ value }) => value);
    return el('p', {}, el('button', { type: 'button', class: 'plain', onclick: () => {
      controls.forEach(({ set }, i) => set(values[i] ?? null));
      raw.value = JSON.stringify(values, null, 2);
    } }, `Example: ${example.name}`), ' ', el('code', { class: 'quiet' }, `${JSON.stringify(values)} \u2192 ${
      JSON.stringify(example.result.value)}`));
  });
  rawField.hidden = true;
  asJson.addEventListener('change', () => {
    withParams((made) => { raw.value = JSON.stringify(made.params, null, 2); });
    rawField.hidden = !asJson.checked;
    form.hidden = asJson.checked;
  });
  const now = () => {
    let made;
    withParams((one) => { made = one; });
    return made;
  };
  const element = el('form', {
    class: 'try', onsubmit: (event) => { event.preventDefault(); withParams((made) => answers.show(made, element)); },
  },
    examples, form, rawField,
    el('div', { class: 'row' }, field('Protocol', protocol),
      el('label', {}, asJson, ' Arguments as JSON')),
    problem,
    el('div', { class: 'row' },
      el('button', { class: 'main' }, 'Try it'),
      el('button', { type: 'button', onclick: () => withParams((made) => batch.add(made, element)) }, 'Add to batch'),
      copyButton('Copy as curl', () => (now() ? asCurl(now()) : '')),
      copyButton('Copy as JavaScript', () => (now() ? asJavaScript(now()) : ''))));
  return element;
}

/** The latest request with its answer, and those before it. It stands below what was used to send it. */
function answerPanel() {
  const history = [];
  const element = el('section', { class: 'answer', hidden: true, 'aria-live': 'polite' });
  const draw = (entry) => {
    element.hidden = false;
    const error = entry.answer && errorOf(entry.answer.text);
    fill(element, el('h3', {}, `Answer to ${entry.request.method}`),
      el('p', { class: !entry.answer ? 'quiet' : entry.answer.ok && !error ? 'good' : 'bad' },
        entry.answer ? `${entry.answer.status}${error ? ` \u00b7 error ${error.code}` : ''} \u00b7 ${
          entry.answer.millis.toFixed(1)} ms \u00b7 ${new TextEncoder().encode(entry.answer.text).length} bytes`
          : 'waiting \u2026'),
      el('div', { class: 'exchange' },
        el('div', {}, el('h4', {}, 'Request'),
          el('pre', { tabindex: '0' }, `POST ${entry.request.url}\nContent-Type: application/json\n\n${
            JSON.stringify(entry.request.body, null, 2)}`)),
        el('div', {}, el('h4', {}, 'Response'),
          el('pre', { class: 'response', tabindex: '0' }, entry.answer ? pretty(entry.answer.text) : ''))),
      el('div', { class: 'row' }, copyButton('Copy response', () => entry.answer?.text ?? ''),
        copyButton('Copy as curl', () => asCurl(entry.request)),
        copyButton('Copy as JavaScript', () => asJavaScript(entry.request))),
      history.length > 1 && el('details', {}, el('summary', {}, `History (${history.length})`),
        el('ol', { reversed: true }, history.map((one) => el('li', {}, el('button', {
          type: 'button', class: 'plain', onclick: () => draw(one),
        }, `${one.time} ${one.request.method}: ${one.answer?.status ?? '\u2026'}`))))));
  };
  return {
    async show(made, sender) {
      sender.after(element);
      const entry = { request: made, time: new Date().toLocaleTimeString(), answer: null };
      history.unshift(entry);
      history.splice(MAX_HISTORY);
      draw(entry);
      entry.answer = await send(made);
      draw(entry);
      if (element.getBoundingClientRect().bottom > innerHeight) {
        sender.lastElementChild.scrollIntoView(); // as much of the answer as fits below the button
      }
    },
  };
}

/** Requests to be sent together. They stand below what added the last of them. */
function batchPanel(answers) {
  const requests = [];
  const list = el('div');
  const element = el('section', { class: 'batch', hidden: true }, list);
  const draw = () => {
    element.hidden = requests.length === 0;
    fill(list, el('h3', {}, `Batch of ${requests.length}`),
      el('ol', {}, requests.map((one, i) => el('li', {}, el('code', {}, `${one.method} ${JSON.stringify(one.params)}`), ' ',
        el('button', { type: 'button', 'aria-label': `Remove ${one.method}`,
          onclick: () => { requests.splice(i, 1); draw(); } }, 'Remove')))),
      el('div', { class: 'row' },
        el('button', { type: 'button', class: 'main', onclick: () => answers.show(batchOf(requests), list) }, 'Send the batch'),
        el('button', { type: 'button', onclick: () => { requests.splice(0); draw(); } }, 'Clear')));
  };
  return {
    add(made, sender) {
      sender.after(element);
      requests.push(request(made.endpoint, made.method, made.params, false));
      draw();
    },
  };
}
