/** Makes an element: el('a', { href: '#', onclick() {} }, 'text', otherElement). Text stays text, whatever is in it. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name in element && typeof value !== 'string') {
      element[name] = value;
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

/** Replaces what is in an element. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity)
    .filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

let lastId = 0;

/** An id that no other element of the page has. */
export function newId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/** A control with its label. */
export function field(label, control, hint) {
  control.id ||= newId('field');
  return el('div', { class: 'field' }, el('label', { for: control.id }, label), control,
    hint && el('span', { class: 'quiet' }, hint));
}

/** A button that copies text, and says so. */
export function copyButton(label, text) {
  const button = el('button', {
    type: 'button',
    async onclick() {
      await navigator.clipboard.writeText(text());
      button.textContent = 'Copied';
      button.addEventListener('blur', () => { button.textContent = label; }, { once: true });
    },
  }, label);
  return button;
}
