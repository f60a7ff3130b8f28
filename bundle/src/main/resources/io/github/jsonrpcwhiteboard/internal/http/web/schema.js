/** JSON Schemas as the server writes them: types as text, sample values, and forms. */
import { el, field } from './dom.js';

const MAX_DEPTH = 3;

/** Follows references, and drops null from the alternatives. */
export function resolve(schema, definitions) {
  let current = schema ?? {};
  for (let i = 0; i < 20; i += 1) {
    if (current.$ref) {
      current = definitions[current.$ref.replace('#/components/schemas/', '')] ?? {};
    } else if (current.anyOf) {
      current = current.anyOf.find((option) => option.type !== 'null') ?? {};
    } else {
      break;
    }
  }
  return current;
}

export function isNullable(schema) {
  return [].concat(schema.type ?? []).includes('null') || Boolean(schema.enum?.includes(null))
    || Boolean(schema.anyOf?.some((option) => option.type === 'null')) || Object.keys(schema).length === 0;
}

export function typeOf(schema, definitions) {
  const resolved = resolve(schema, definitions);
  const [type] = [].concat(resolved.type ?? []).filter((name, i, { length }) => name !== 'null' || length === 1);
  return resolved.enum ? 'enum' : type ?? 'any';
}

/** A type for people: string, RemotePage, integer[]. */
export function typeName(schema, definitions) {
  const resolved = resolve(schema, definitions);
  const type = typeOf(schema, definitions);
  if (type === 'array') {
    return `${typeName(resolved.items ?? {}, definitions)}[]`;
  }
  if (type === 'enum') {
    return resolved.enum.filter((value) => value !== null).map((value) => JSON.stringify(value)).join(' | ');
  }
  if (type === 'object') {
    return resolved.title ?? (resolved.additionalProperties
      ? `map of ${typeName(resolved.additionalProperties, definitions)}` : 'object');
  }
  const kind = resolved.format ?? resolved.title;
  return kind ? `${type} (${kind})` : resolved.contentEncoding ?? type;
}

/** A value to begin with. */
export function sample(schema, definitions, depth = 0) {
  const resolved = resolve(schema, definitions);
  switch (typeOf(schema, definitions)) {
    case 'string': return '';
    case 'integer': case 'number': return 0;
    case 'boolean': return false;
    case 'enum': return resolved.enum[0];
    case 'array': return [];
    case 'object': return depth >= MAX_DEPTH ? null : Object.fromEntries(Object.entries(resolved.properties ?? {})
      .filter(([, property]) => !property.readOnly)
      .map(([name, property]) => [name, isNullable(property) ? null : sample(property, definitions, depth + 1)]));
    default: return null;
  }
}

/**
 * A control for a value. Its function value() throws an Error that says what is wrong with what was typed.
 *
 * @returns {{element: HTMLElement, value: function(): any, set: function(any): void}}
 */
export function control(label, schema, definitions, { description, depth = 0, optional = false } = {}) {
  const resolved = resolve(schema, definitions);
  const type = typeOf(schema, definitions);
  const hint = [typeName(schema, definitions), description ?? resolved.description].filter(Boolean).join(' \u2014 ');
  if (type === 'object' && resolved.properties && depth < 2) {
    return objectControl(label, resolved, definitions, { hint, depth, optional: optional || isNullable(schema) });
  }
  if (type === 'boolean' || type === 'enum') {
    const values = type === 'boolean' ? [true, false] : resolved.enum.filter((value) => value !== null);
    if (isNullable(schema) || optional) {
      values.unshift(null);
    }
    const select = el('select', {}, values.map((value, i) => el('option', { value: String(i) },
      value === null ? '(none)' : String(value))));
    return {
      element: field(label, select, hint),
      value: () => values[Number(select.value)],
      set: (value) => { select.value = String(Math.max(0, values.indexOf(value))); },
    };
  }
  return textControl(label, type, schema, { hint, nullable: isNullable(schema) || optional, definitions });
}

function textControl(label, type, schema, { hint, nullable, definitions }) {
  const isText = type === 'string';
  const isNumber = type === 'integer' || type === 'number';
  const input = isNumber ? el('input', { type: 'text', inputmode: 'decimal', spellcheck: 'false' })
    : el('textarea', { rows: isText ? '1' : '3', spellcheck: 'false' });
  const read = (text) => {
    if (isText) {
      return text;
    }
    if (isNumber && text.trim() === '') {
      throw new Error(`${label}: a number is needed`);
    }
    try {
      return JSON.parse(text);
    } catch {
      throw new Error(`${label}: ${isNumber ? 'not a number' : 'not JSON'}`);
    }
  };
  const control = {
    element: field(label, input, isText || isNumber ? hint : `${hint}, as JSON`),
    value: () => (input.value === '' && nullable ? null : read(input.value)),
    set: (value) => {
      input.value = value === null || value === undefined ? '' : isText ? String(value)
        : JSON.stringify(value, null, isNumber ? 0 : 2);
    },
  };
  control.set(nullable ? null : sample(schema, definitions));
  return control;
}

function objectControl(label, resolved, definitions, { hint, depth, optional }) {
  const members = Object.entries(resolved.properties).filter(([, property]) => !property.readOnly)
    .map(([name, property]) => [name, control(name, property, definitions,
      { description: property.description, depth: depth + 1, optional: true })]);
  const given = optional && el('input', { type: 'checkbox', checked: depth === 0 });
  const body = el('div', {}, members.map(([, member]) => member.element));
  if (given) {
    body.hidden = !given.checked;
    given.addEventListener('change', () => { body.hidden = !given.checked; });
  }
  return {
    element: el('fieldset', {}, el('legend', {}, given ? el('label', {}, given, ' ', label) : label, ' ',
      el('span', { class: 'quiet' }, hint)), body),
    value: () => (given && !given.checked ? null : Object.fromEntries(members
      .map(([name, member]) => [name, member.value()]).filter(([, value]) => value !== null))),
    set: (value) => {
      if (given) {
        given.checked = value !== null;
        body.hidden = value === null;
      }
      members.forEach(([name, member]) => member.set(value?.[name] ?? null));
    },
  };
}
