// Run by ClientJsIT: needs CLIENT_JS, RPC_BASE, RPC_USER and RPC_PASSWORD.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';

const { connect, withOptions, call, notify, batch, JsonRpcError } = await import(process.env.CLIENT_JS);
const login = { base: process.env.RPC_BASE, user: process.env.RPC_USER, password: process.env.RPC_PASSWORD };
const EXCEPTION = 'io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException';

/** Counts what is sent. */
function counting(options = {}) {
  const bodies = [];
  const counted = {
    ...login, ...options, fetch: (url, init) => {
      bodies.push(JSON.parse(init.body));
      return fetch(url, init);
    },
  };
  return { bodies, options: counted };
}

test('a property of the client is a method of the service', async () => {
  const wiki = connect('confluenceservice-v2', login);
  const space = await wiki.getSpace('DS');
  assert.equal(space.key, 'DS');
  assert.equal(await connect('hello', { base: login.base }).hello('Node'), 'Hello, Node!');
  assert.equal(wiki.getSpace, wiki.getSpace);
});

test('a module that is a file is told where the server is', () => {
  assert.throws(() => connect('hello'), { name: 'TypeError', message: /this module is a file: .* base/ });
});

test('the client itself can be awaited, shown and compared', async () => {
  const wiki = connect('hello', login);
  assert.equal(await wiki, wiki);
  assert.equal(JSON.stringify({ wiki }), '{"wiki":{}}');
});

test('an endpoint can be given by its whole URL, and a path be one of several segments', async () => {
  const hello = connect(`${login.base}json-rpc/hello`);
  assert.equal(await hello.hello('URL'), 'Hello, URL!');
  await assert.rejects(connect('no/such endpoint', login).x(), { name: 'JsonRpcError', status: 404, code: -32600 });
});

test('arguments can be named', async () => {
  const wiki = connect('confluenceservice-v2', login);
  assert.equal((await call(wiki, 'getSpace', { spaceKey: 'DS' })).key, 'DS');
});

test('an error says what the server said', async () => {
  const wiki = connect('confluenceservice-v2', login);
  const error = await wiki.getSpace('NO').then(() => null, (e) => e);
  assert.ok(error instanceof JsonRpcError && error instanceof Error);
  assert.equal(error.code, 500);
  assert.match(error.message, /^io\.github.*RemoteException: You're not allowed to view that space/);
  assert.deepEqual(error.data, { exception: EXCEPTION });
  assert.equal(error.status, 200);
  await assert.rejects(wiki.noSuchMethod(), { code: -32601, data: { method: 'noSuchMethod' } });
  await assert.rejects(wiki.getPage('x'), { code: -32602 });
});

test('without a login, or with a wrong one, the status is 401', async () => {
  await assert.rejects(connect('confluenceservice-v2', { base: login.base }).getSpaces(), { code: -32001, status: 401 });
  await assert.rejects(connect('confluenceservice-v2', { ...login, password: 'wrong' }).getSpaces(), { status: 401 });
});

test('headers can be given or made for each call', async () => {
  const basic = `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
  const given = connect('confluenceservice-v2', { base: login.base, headers: { Authorization: basic } });
  assert.equal((await given.getSpace('DS')).key, 'DS');
  const made = connect('confluenceservice-v2', { base: login.base, headers: async () => ({ authorization: basic }) });
  assert.equal((await made.getSpace('DS')).key, 'DS');
});

test('a notification has no answer', async () => {
  const { bodies, options } = counting();
  assert.equal(await notify(connect('hello', options), 'hello', ['nobody']), undefined);
  assert.equal('id' in bodies[0], false);
});

test('a batch is one request, and each of its calls has its own end', async () => {
  const { bodies, options } = counting();
  const wiki = connect('confluenceservice-v2', options);
  const [space, pages, refused] = await batch(wiki, (w) => [w.getSpace('DS'), w.getPages('DS'),
    w.getSpace('NO').catch((e) => e.code)]);
  assert.equal(space.key, 'DS');
  assert.ok(pages.length >= 4);
  assert.equal(refused, 500);
  assert.equal(bodies.length, 1);
  assert.equal(bodies[0].length, 3);
  await assert.rejects(batch(wiki, (w) => [w.getSpace('DS'), w.getSpace('NO')]), { code: 500 });
  assert.deepEqual(await batch(wiki, () => []), []);
  assert.equal(bodies.length, 2);
});

test('calls made at the same time go together if that is wanted, in parts of a size', async () => {
  const { bodies, options } = counting({ batch: { size: 3 } });
  const hello = connect('hello', options);
  const answers = await Promise.all(['a', 'b', 'c', 'd'].map((name) => hello.hello(name)));
  assert.deepEqual(answers, ['a', 'b', 'c', 'd'].map((name) => `Hello, ${name}!`));
  assert.deepEqual(bodies.map((body) => (Array.isArray(body) ? body.length : 'single')), [3, 'single']);
  await hello.hello('later');
  assert.equal(bodies.length, 3);
  const apart = counting();
  await Promise.all(['a', 'b'].map((name) => connect('hello', apart.options).hello(name)));
  assert.equal(apart.bodies.length, 2);
});

test('when a batch is refused as a whole, so is each of its calls', async () => {
  const hello = connect('hello', { ...login, batch: { size: 2000 } });
  const all = await Promise.allSettled(Array.from({ length: 1001 }, () => hello.hello('x')));
  assert.ok(all.every(({ reason }) => reason instanceof JsonRpcError && reason.code === -32005));
});

test('a signal ends a call', async () => {
  const controller = new AbortController();
  const hello = withOptions(connect('hello', login), { signal: controller.signal });
  assert.equal(await hello.hello('still'), 'Hello, still!');
  controller.abort();
  await assert.rejects(hello.hello('no more'), { name: 'AbortError' });
  await assert.rejects(batch(hello, (h) => [h.hello('a'), h.hello('b')]), { name: 'AbortError' });
});

test('text of any kind comes back as it was sent', async () => {
  const text = '\u0000 \u00e4 \u20ac \ud83d\ude00 " \\ </script>';
  assert.equal(await connect('hello', login).hello(text), `Hello, ${text}!`);
});

/** A server that answers as no endpoint would. */
let strange;
const answers = [];
before(() => new Promise((resolve) => {
  strange = createServer((request, response) => {
    const { status, body, headers } = answers.shift();
    response.writeHead(status, headers).end(body);
  }).listen(0, '127.0.0.1', resolve);
}));
after(() => strange.close());

test('answers that are none are errors, too', async () => {
  const api = connect(`http://127.0.0.1:${strange.address().port}/x`);
  answers.push({ status: 502, body: '<h1>Bad gateway</h1>' });
  await assert.rejects(api.x(), { name: 'JsonRpcError', status: 502, code: -32000 });
  answers.push({ status: 200, body: '[]' });
  await assert.rejects(api.x(), { name: 'JsonRpcError', message: 'The answer is not one of JSON-RPC' });
  answers.push({ status: 200, body: '[{"jsonrpc":"2.0","id":3,"result":5}]' });
  const [there, missing] = await batch(api, (w) => [w.a(), w.b().catch((e) => e.message)]);
  assert.deepEqual([there, missing], [5, 'There was no answer']);
  answers.push({ status: 503, body: '{"jsonrpc":"2.0","error":{"code":-32005,"message":"m"},"id":null}',
    headers: { 'Retry-After': '7' } });
  await assert.rejects(api.x(), { code: -32005, status: 503, retryAfter: 7 });
});
