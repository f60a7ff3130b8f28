/** Requests to endpoints: how they are made, shown, and written as code. */

let nextId = 1;

/**
 * A request that can be sent and shown.
 *
 * @param {{path: string, url: string}} endpoint
 * @param {boolean} light by the light protocol
 */
export function request(endpoint, method, params, light) {
  const url = new URL(endpoint.url, location.href);
  // the server's own idea of its address is of no use behind a proxy
  const own = new URL(url.pathname, location.origin).href;
  return light
    ? { url: `${own}/${encodeURIComponent(method)}`, body: params, endpoint, method, params, light }
    : { url: own, body: { jsonrpc: '2.0', method, params, id: nextId++ }, endpoint, method, params, light };
}

/** A batch of requests to one endpoint. */
export function batchOf(requests) {
  return { url: requests[0].url, body: requests.map(({ body }) => body), endpoint: requests[0].endpoint,
    method: `batch of ${requests.length}` };
}

/** Sends a request; resolves to what came back, also when nothing did. */
export async function send({ url, body }) {
  const begin = performance.now();
  try {
    const response = await fetch(url, {
      method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'fetch' }, body: JSON.stringify(body),
      cache: 'no-store',
    });
    const text = await response.text();
    return { status: `${response.status} ${response.statusText}`.trim(), ok: response.ok, text,
      type: response.headers.get('Content-Type') ?? '', millis: performance.now() - begin };
  } catch (error) {
    return { status: 'no answer', ok: false, text: String(error), type: '', millis: performance.now() - begin };
  }
}

/** JSON with line breaks, every number and text as it came; what is no JSON as it is. */
export function pretty(text) {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  let depth = 0;
  const line = () => `\n${'  '.repeat(depth)}`;
  return text.replace(/"(?:[^"\\]|\\.)*"|\s+|[{[]\s*[}\]]|[{}[\],:]/g, (token) => {
    switch (token) {
      case '{': case '[': depth += 1; return token + line();
      case '}': case ']': depth -= 1; return line() + token;
      case ',': return token + line();
      case ':': return ': ';
      default: return /^\s/.test(token) ? '' : token;
    }
  });
}

/** The error that an answer is, which mostly comes with status 200; undefined if it is none. */
export function errorOf(text) {
  try {
    const answer = JSON.parse(text);
    return answer?.jsonrpc === '2.0' ? answer.error : undefined;
  } catch {
    return undefined;
  }
}

export function asCurl({ url, body }) {
  const quote = (text) => `'${text.replaceAll("'", "'\\''")}'`;
  return `curl -u USER -H 'Content-Type: application/json' \\\n  -d ${quote(JSON.stringify(body))} \\\n  ${quote(url)}`;
}

export function asJavaScript({ endpoint, method, params, body }) {
  const base = endpoint.openrpc.replace(/openrpc\/.*/, '');
  const name = /^[A-Za-z_$][\w$]*$/.test(method ?? '') ? `.${method}` : `[${JSON.stringify(method)}]`;
  const call = Array.isArray(body)
    ? `const results = await batch(service, (s) => [\n${body.map((one) => `  s[${JSON.stringify(one.method)}](${
      (one.params ?? []).map((value) => JSON.stringify(value)).join(', ')}),`).join('\n')}\n]);`
    : `const result = await service${name}(${(params ?? []).map((value) => JSON.stringify(value)).join(', ')});`;
  return `import { connect${Array.isArray(body) ? ', batch' : ''} } from '${new URL(`${base}client.js`, location.origin)
  }';\n\nconst service = connect('${endpoint.path}');\n${call}\n`;
}
