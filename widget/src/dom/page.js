/**
 * What the views do to the page. `web_sys` has these calls too, most of them as calls that may fail;
 * handling a failure that cannot happen takes more bytes than the call.
 */

export function make(tag) {
  return document.createElement(tag);
}

export function makeSvg(tag) {
  return document.createElementNS('http://www.w3.org/2000/svg', tag);
}

export function append(parent, child) {
  parent.append(child);
}

/** Puts `child` before one of the children or, without one, behind them all. */
export function insert(parent, child, before) {
  parent.insertBefore(child, before ?? null);
}

export function addText(parent, text) {
  const node = document.createTextNode(text);
  parent.append(node);
  return node;
}

/** What is the same already is not written again: screen readers would hear it, and a caret would move. */
export function setText(node, text) {
  if (node.data !== text) node.data = text;
}

export function setValue(control, value) {
  if (control.value !== value) control.value = value;
}

/** Without a value, the attribute is taken off. */
export function setAttribute(element, name, value) {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Moves the focus to the element of this `id`, if that is on the page. */
export function focus(id) {
  document.getElementById(id)?.focus();
}

/** Scrolls the element of this `id` into the window, no further than needed, and at once on whatever page. */
export function reveal(id) {
  document.getElementById(id)?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}

/** The `id` of what holds the focus inside `element`. */
export function focusedWithin(element) {
  const active = document.activeElement;
  return element.contains(active) ? active.id : undefined;
}

/**
 * After `element` was drawn again: the focus goes back to what is called `id` or, if that is gone,
 * to the first control that stands there now.
 */
export function giveBack(id, element) {
  if (focusedWithin(element) === id) return;
  const next = document.getElementById(id) ?? element.querySelector('button,input,select,textarea,a') ?? element;
  next.focus();
}
