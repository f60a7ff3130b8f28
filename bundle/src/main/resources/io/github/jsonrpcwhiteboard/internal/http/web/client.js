/**
 * A client for the endpoints of this server, for browsers and Node.js 20 or newer.
 *
 *     import { connect } from 'http://localhost:8080/rpc/client.js';
 *     const wiki = connect('confluenceservice-v2');
 *     const space = await wiki.getSpace('DS');
 *
 * Every property of what connect() returns is a method of the service. What else can be done with it are functions of
 * this module, so that no method of a service can be in their way.
 */

const STATE = Symbol('client');
/** Names that JavaScript itself asks for: then by await, toJSON by JSON.stringify. */
const NO_METHODS = new Set(['then', 'toJSON']);
const SERVER_ERROR = -32000;

/** What a call ended with: an error of the service, of the protocol, or of the server. */
export class JsonRpcError extends Error {

  /**
   * @param {{code: number, message: string, data?: any}} error
   * @param {{status?: number, retryAfter?: number}} [http] how the server answered; retryAfter in seconds
   */
  constructor(error, http = {}) {
    super(error.message);
    this.name = 'JsonRpcError';
    this.code = error.code;
    this.data = error.data;
    this.status = http.status;
    this.retryAfter = http.retryAfter;
  }
}

/**
 * A client of one endpoint.
 *
 * @param {string} path the path of the endpoint below the server's prefix, or its whole URL
 * @param {object} [options]
 * @param {string} [options.base] the server's prefix, as https://example.org/rpc/; by default where this module is from
 * @param {object|function(): object|Promise<object>} [options.headers] headers to send along, or what makes them
 * @param {string} [options.user] with password: a login with HTTP Basic
 * @param {string} [options.password]
 * @param {string} [options.credentials] as fetch has it; 'include' sends cookies to another origin
 * @param {AbortSignal} [options.signal] ends all calls
 * @param {boolean|{size: number}} [options.batch] whether calls made at the same time are sent together; at most 100
 * @param {typeof fetch} [options.fetch] another fetch
 */
export function connect(path, options = {}) {
  const base = options.base ?? new URL('.', import.meta.url).href;
  if (!/^https?:/.test(path) && base.startsWith('file:')) {
    throw new TypeError("this module is a file: say where the server is, as { base: 'http://127.0.0.1:8080/rpc/' }");
  }
  const url = /^https?:/.test(path) ? path
    : new URL(`json-rpc/${path.split('/').map(encodeURIComponent).join('/')}`, base.replace(/\/*$/, '/')).href;
  return client({ url, options, ids: { next: 1 }, queue: [] });
}

/** The same client with other options on top, as { signal } or { headers }. */
export function withOptions(wiki, options) {
  const { url, options: before, ids } = wiki[STATE];
  return client({ url, options: { ...before, ...options }, ids, queue: [] });
}

/** Calls a method with an array of arguments, or with an object of named ones. */
export function call(wiki, method, params = []) {
  const state = wiki[STATE];
  const size = batchSize(state.options);
  if (size === 0) {
    return one(state, method, params);
  }
  return new Promise((resolve, reject) => {
    if (state.queue.length === 0) {
      queueMicrotask(() => flush(state, size));
    }
    state.queue.push({ method, params, resolve, reject });
  });
}

/** Calls a method and asks for no answer; resolves when the server has taken it. */
export async function notify(wiki, method, params = []) {
  const state = wiki[STATE];
  await post(state, { jsonrpc: '2.0', method, params }, state.options.signal);
}

/**
 * Sends several calls together: batch(wiki, w => [w.getSpace('DS'), w.getPages('DS')]). Resolves to what the function
 * returns, with its promises resolved.
 */
export async function batch(wiki, calls) {
  const { url, options, ids } = wiki[STATE];
  const state = { url, options: { ...options, batch: { size: Infinity } }, ids, queue: [] };
  const result = calls(client(state));
  return Array.isArray(result) ? Promise.all(result) : result;
}

function client(state) {
  const methods = new Map();
  const self = new Proxy(Object.create(null), {
    get(target, name) {
      if (name === STATE) {
        return state;
      }
      if (typeof name === 'symbol' || NO_METHODS.has(name)) {
        return undefined;
      }
      if (!methods.has(name)) {
        methods.set(name, (...params) => call(self, name, params));
      }
      return methods.get(name);
    },
  });
  return self;
}

function batchSize({ batch: wanted }) {
  return wanted === true ? 100 : wanted ? wanted.size : 0;
}

async function one(state, method, params) {
  const id = state.ids.next++;
  const { answer, http } = await post(state, { jsonrpc: '2.0', method, params, id }, state.options.signal);
  return value(answer, http);
}

/** Sends what has been queued, in order, in as many batches as it takes. */
function flush(state, size) {
  const waiting = state.queue.splice(0);
  for (let i = 0; i < waiting.length; i += size) {
    send(state, waiting.slice(i, i + size));
  }
}

async function send(state, calls) {
  if (calls.length === 1) {
    const [only] = calls;
    one(state, only.method, only.params).then(only.resolve, only.reject);
    return;
  }
  const byId = new Map();
  const requests = calls.map((waiting) => {
    const id = state.ids.next++;
    byId.set(id, waiting);
    return { jsonrpc: '2.0', method: waiting.method, params: waiting.params, id };
  });
  try {
    const { answer, http } = await post(state, requests, state.options.signal);
    for (const element of Array.isArray(answer) ? answer : [answer]) {
      const waiting = byId.get(element?.id);
      byId.delete(element?.id);
      try {
        waiting?.resolve(value(element, http));
      } catch (error) {
        waiting.reject(error);
      }
    }
    const whole = Array.isArray(answer) || !answer?.error ? { code: SERVER_ERROR, message: 'There was no answer' }
      : answer.error;
    byId.forEach((waiting) => waiting.reject(new JsonRpcError(whole, http)));
  } catch (error) {
    byId.forEach((waiting) => waiting.reject(error));
  }
}

function value(answer, http) {
  if (answer?.error) {
    throw new JsonRpcError(answer.error, http);
  }
  if (answer === null || typeof answer !== 'object' || !('result' in answer)) {
    throw new JsonRpcError({ code: SERVER_ERROR, message: 'The answer is not one of JSON-RPC' }, http);
  }
  return answer.result;
}

/** Posts a request; the answer, undefined if there is none. */
async function post({ url, options }, request, signal) {
  const headers = new Headers(typeof options.headers === 'function' ? await options.headers() : options.headers);
  headers.set('Content-Type', 'application/json');
  headers.set('X-Requested-With', 'fetch'); // else a browser would ask its user for a password where one is missing
  if (options.user !== undefined) {
    const bytes = new TextEncoder().encode(`${options.user}:${options.password ?? ''}`);
    headers.set('Authorization', `Basic ${btoa(String.fromCharCode(...bytes))}`);
  }
  const response = await (options.fetch ?? fetch)(url, {
    method: 'POST', headers, body: JSON.stringify(request), signal, credentials: options.credentials,
  });
  const http = { status: response.status };
  const wait = Number(response.headers.get('Retry-After') ?? NaN);
  if (!Number.isNaN(wait)) {
    http.retryAfter = wait;
  }
  const text = await response.text();
  if (text === '' && response.ok) {
    return { answer: undefined, http };
  }
  try {
    const answer = JSON.parse(text);
    if (response.ok || answer?.error) {
      return { answer, http };
    }
  } catch {
    // said below
  }
  throw new JsonRpcError({ code: SERVER_ERROR, message: `HTTP ${response.status} without JSON-RPC in it` }, http);
}
