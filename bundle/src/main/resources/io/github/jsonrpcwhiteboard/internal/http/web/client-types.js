/**
 * Writes TypeScript declarations of an endpoint, for use with client.js:
 *
 *     curl -s -u USER http://localhost:8080/rpc/openrpc/confluenceservice-v2 | node client-types.js > confluence.d.ts
 *
 * and then: const wiki = connect('confluenceservice-v2') as unknown as Service;
 */

/** A type of TypeScript for a schema. */
function typeOf(schema) {
  if (schema.$ref) {
    return nameOf(schema.$ref.replace('#/components/schemas/', ''));
  }
  if (schema.anyOf) {
    return schema.anyOf.map(typeOf).join(' | ');
  }
  if (schema.enum) {
    return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  }
  if (schema.type === undefined) {
    return 'unknown';
  }
  return [].concat(schema.type).map((type) => {
    switch (type) {
      case 'integer': return 'number';
      case 'array': return `Array<${typeOf(schema.items ?? {})}>`;
      case 'object': return schema.properties ? body(schema)
        : `Record<string, ${typeOf(schema.additionalProperties || {})}>`;
      default: return type;
    }
  }).join(' | ');
}

function nameOf(text) {
  return text.replace(/[^A-Za-z0-9_$]+/g, '_');
}

function comment(text, indent) {
  return text ? `${indent}/** ${text.replaceAll('*/', '* /')} */\n` : '';
}

function member(name) {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function body(schema) {
  const required = new Set(schema.required ?? []);
  return `{\n${Object.entries(schema.properties).map(([name, property]) => `${comment(property.description, '  ')}  ${
    property.readOnly ? 'readonly ' : ''}${member(name)}${required.has(name) ? '' : '?'}: ${typeOf(property)};\n`).join('')}}`;
}

/** All of a document. Overloads have one name again, as callers know it. */
export function declarations(openrpc) {
  const types = Object.entries(openrpc.components?.schemas ?? {})
    .map(([name, schema]) => `${comment(schema.description, '')}export interface ${nameOf(name)} ${
      schema.properties ? body(schema) : `{ [name: string]: ${typeOf(schema.additionalProperties || {})} }`}\n`);
  const methods = openrpc.methods.map((method) => {
    const params = method.params.map(({ name, required, schema }, i) => `${nameOf(name)}${
      required || method.params.slice(i + 1).some((later) => later.required) ? '' : '?'}: ${typeOf(schema)}`);
    const result = typeOf(method.result.schema);
    return `${comment([method.deprecated && '@deprecated', method.description].filter(Boolean).join(' '), '  ')}  ${
      member(method.name.replace(/\(.*/, ''))}(${params.join(', ')}): Promise<${result === 'null' ? 'void' : result}>;\n`;
  });
  return `// ${openrpc.info.title} ${openrpc.info.version}\n\n${types.join('\n')}\nexport interface Service {\n${
    methods.join('')}}\n`;
}

if (globalThis.process?.argv[1] && import.meta.url === new URL(process.argv[1], 'file:').href) {
  let text = '';
  process.stdin.setEncoding('utf8').on('data', (part) => { text += part; })
    .on('end', () => {
      const document = JSON.parse(text);
      if (document.openrpc) {
        process.stdout.write(declarations(document));
      } else {
        process.stderr.write(`this is no OpenRPC document: ${document.error?.message ?? text.slice(0, 100)}\n`);
        process.exitCode = 1;
      }
    });
}
