// Run by ConformityIT: needs NPM_MODULES, CLIENT_JS, RPC_BASE, RPC_USER and RPC_PASSWORD.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const modules = process.env.NPM_MODULES;
const require = createRequire(join(modules, 'from'));
const { parseOpenRPCDocument, validateOpenRPCDocument } = require('@open-rpc/schema-utils-js');
const coverage = require('@open-rpc/test-coverage/build/coverage.js').default;
const FakerRule = require('@open-rpc/test-coverage/build/rules/json-schema-faker-rule.js').default;
const ExamplesRule = require('@open-rpc/test-coverage/build/rules/examples-rule.js').default;

const { connect } = await import(process.env.CLIENT_JS);
const base = process.env.RPC_BASE;
const login = { user: process.env.RPC_USER, password: process.env.RPC_PASSWORD };
const headers = { Authorization: `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}` };
const READ_ONLY = /^(get|has|is|search|render|convert)/;

async function get(path) {
  const response = await fetch(base + path, { headers });
  assert.equal(response.status, 200);
  return response;
}

const documents = new Map();
for (const { path } of (await (await get('openrpc')).json()).endpoints) {
  documents.set(path, await (await get(`openrpc/${path}`)).json());
}
assert.ok(['confluenceservice-v2', 'hello'].every((path) => documents.has(path)), [...documents.keys()].join());

for (const [path, document] of documents) {
  test(`schema-utils-js takes the document of ${path}, with all its references`, async () => {
    assert.equal(validateOpenRPCDocument(document), true);
    const { methods } = await parseOpenRPCDocument(structuredClone(document));
    assert.equal(methods.length, document.methods.length);
    assert.ok(!JSON.stringify(methods).includes('"$ref"'));
  });
}

/** What there is to be read. Answers what to call methods with, by the names of their parameters. */
async function furnish() {
  const wiki = connect('confluenceservice-v2', { base, ...login });
  const labelName = 'conformity';
  const page = await wiki.getPage('DS', 'Welcome');
  const attachment = await wiki.addAttachment(page.id, { fileName: 'a.txt', contentType: 'text/plain' }, 'YQ==');
  const comment = await wiki.addComment({ pageId: page.id, content: '<p>c</p>' });
  const blog = await wiki.storeBlogEntry({ space: 'DS', title: 'News', content: '<p>n</p>' });
  const date = new Date(blog.publishDate);
  const group = await wiki.addSpaceGroup({ key: 'conformity', name: 'Conformity' });
  await wiki.addLabelByName(labelName, page.id);
  await wiki.addLabelByNameToSpace(labelName, 'DS');
  const [label] = await wiki.getLabelsById(page.id);
  const user = await wiki.getUserByName(login.user);
  return {
    pageId: page.id, contentId: page.id, objectId: page.id, spaceKey: 'DS', pageTitle: page.title,
    fileName: attachment.fileName, version: 0, commentId: comment.id, entryId: blog.id, postTitle: blog.title,
    year: date.getFullYear(), month: date.getMonth() + 1, dayOfMonth: date.getDate(),
    labelId: label.id, labelName, labelObject: label, namespace: 'global', owner: null,
    spaceGroup: group.key, spaceGroupKey: group.key, username: user.name, userName: user.name, userKey: user.key,
    groupname: 'admin', key: 'conformity', pluginKey: 'conformity', contentType: 'page',
    'getContentPermissionSet.permissionType': 'View', 'getSpacePermissionSet.permissionType': 'VIEWSPACE',
    viewAll: true, offset: 0, count: 10, maxCount: 10, maxResults: 10, query: 'welcome', params: { type: 'page' },
    newContent: '<p>x</p>', renderParameters: { style: 'clean' }, markup: '*x*',
  };
}

/** The rule of the tool, but for what it calls with: what it would make up of a schema does not exist in the wiki. */
class KnownArguments extends FakerRule {
  constructor(known) {
    super();
    this.known = known;
  }

  getCalls(document, method) {
    const known = ({ name }) => {
      const key = [`${method.name}.${name}`, name].find((candidate) => candidate in this.known);
      assert.ok(key, `${method.name} has an unknown parameter ${name}`);
      return this.known[key];
    };
    return [{
      title: this.getTitle(), methodName: method.name, params: method.params.map(known),
      url: document.servers[0].url, resultSchema: method.result.schema,
    }];
  }

  validateCall(call) {
    super.validateCall(call);
    if (call.error) {
      Object.assign(call, { valid: false, reason: JSON.stringify(call.error) });
    }
    return call;
  }
}

test('test-coverage has nothing against the methods of confluenceservice-v2 that only read', async () => {
  const openrpcDocument = await parseOpenRPCDocument(structuredClone(documents.get('confluenceservice-v2')));
  const only = openrpcDocument.methods.map(({ name }) => name).filter((name) => READ_ONLY.test(name));
  const calls = await coverage({
    openrpcDocument, only, skip: [], reporters: [], rules: [new KnownArguments(await furnish()), new ExamplesRule()],
    transport: async (url, method, params) => (await fetch(url, {
      method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    })).json(),
  });
  assert.deepEqual(calls.filter(({ valid }) => !valid).map(({ methodName, requestError, reason }) =>
    `${methodName}: ${requestError ?? reason}`), []);
  assert.deepEqual(new Set(calls.map(({ methodName }) => methodName)), new Set(only));
  assert.ok(only.length > 70, `${only.length} methods`);
});

const USE = `
import type { RemotePage, Service } from './confluenceservice-v2';
import { connect, JsonRpcError } from './client.mjs';
const wiki = connect('confluenceservice-v2') as unknown as Service;
export const byTitle: Promise<RemotePage | null> = wiki.getPage('DS', 'Welcome');
export const byId: Promise<RemotePage | null> = wiki.getPage(1);
export const gone: Promise<boolean | null> = wiki.removePage(1);
// @ts-expect-error
wiki.getPage(true);
// @ts-expect-error
wiki.getPag(1);
export const code = (e: unknown): number => (e instanceof JsonRpcError ? e.code : 0);
`;

test('tsc --strict takes the declarations, and what uses them', async () => {
  const directory = mkdtempSync(join(dirname(fileURLToPath(process.env.CLIENT_JS)), 'types'));
  try {
    writeFileSync(join(directory, 'client-types.mjs'), await (await get('browser/client-types.js')).text());
    writeFileSync(join(directory, 'client.mjs'), await (await get('client.js')).text());
    for (const [path, document] of documents) {
      const declarations = execFileSync(process.execPath, [join(directory, 'client-types.mjs')],
        { input: JSON.stringify(document), encoding: 'utf8' });
      writeFileSync(join(directory, `${path}.d.ts`), declarations);
    }
    writeFileSync(join(directory, 'use.mts'), USE);
    execFileSync(process.execPath, [join(modules, 'typescript', 'bin', 'tsc'), '--strict', '--noEmit', '--allowJs',
      '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--skipLibCheck', 'false',
      ...[...documents.keys()].map((path) => join(directory, `${path}.d.ts`)), join(directory, 'use.mts')],
    { encoding: 'utf8', stdio: 'pipe' });
  } catch (e) {
    assert.fail(`${e.message}\n${e.stdout}`);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
