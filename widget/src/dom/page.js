/**
 * Draws in place: walks along what stands on the page already and changes what differs from what is drawn now.
 * Nothing that stays is made anew, so pictures do not flicker, and a hand on a control keeps its place.
 */

/** The checkout that draws, what is being drawn, and the first of its children that was not met yet. */
let checkout, at, next;

/** What held the focus before, and the elements around that. */
let active, around;

/** The same of what was being drawn when another checkout began to draw. */
const outer = [];

/** An element for each selector that was drawn, to be copied. */
const models = {};

const SVG = ['svg', 'path'];
const PAGE = ['pagehide', 'pageshow', 'storage', 'tumbas:kept', 'online', 'offline'];

/** Makes `root` a checkout whose `id`s begin with `prefix`; `hear` is told what happens to it, behind what runs then. */
export function begin(root, prefix, hear) {
  const page = ({ type }) => queueMicrotask(() => hear(undefined, type));
  for (const name of PAGE) addEventListener(name, page);
  root.textContent = '';
  root.tumbas = {
    prefix,
    listen: (event) => heard(event, (...what) => hear(...what)),
    end() {
      hear = () => {};
      for (const name of PAGE) removeEventListener(name, page);
      root.querySelector('.tb')?.remove();
      delete root.tumbas;
    },
  };
}

/** Takes the checkout off the page; nothing is heard any more. */
export function end(root) {
  root.tumbas?.end();
}

/** What each sign of a drawing does; as many texts as it takes follow. */
const SIGNS = { '<': open, '>': close, '.': text, '=': attribute, '#': refer, v: value, c: checked, r: reveal, '!': listen };

/** Draws in `root` what a `drawing` of `dom/mod.rs` says. */
export function draw(root, drawing) {
  enter(root);
  const said = drawing.split('\0');
  for (let place = 0; said[place]; ) {
    const does = SIGNS[said[place]];
    does(said[place + 1], said[place + 2], said[place + 3]);
    place += 1 + does.length;
  }
  leave();
}

/** What is drawn now stands in `root`, until `leave`. */
function enter(root) {
  outer.push([checkout, at, next, active, around]);
  active = root.contains(document.activeElement) ? document.activeElement : null;
  around = [];
  for (let one = active; one && one !== root; one = one.parentNode) around.push(one);
  [checkout, at, next] = [root.tumbas, root, root.firstChild];
}

/**
 * Everything is drawn. The focus goes back to what held it or, if that is gone, to what is called the same now or, if
 * that is gone, too, to the first control where it stood.
 */
function leave() {
  const [held, place] = [active, around.find((one) => one.isConnected)];
  [checkout, at, next, active, around] = outer.pop();
  if (!held || document.activeElement === held) return;
  const same = held.id && document.getElementById(held.id);
  (same || (place === held ? held : place?.querySelector('button,input,select,textarea,a')) || place)?.focus();
}

/**
 * Goes into an element, `tag.class.class`; `key` tells it from others that are drawn alike. What stands before it goes
 * behind it.
 */
function open(selector, key) {
  const name = selector + ' ' + key;
  at = next?.tumbas?.name === name ? next : found(name) ?? made(selector, name);
  const drawn = at.tumbas;
  drawn.was = drawn.attributes;
  drawn.said = drawn.texts;
  drawn.attributes = {};
  drawn.texts = [];
  drawn.acts = {};
  next = at.firstChild;
}

/** The one of this name among what was not met yet, moved to where it is drawn now. */
function found(name) {
  const before = [];
  let one = next;
  for (; one && one.tumbas?.name !== name; one = one.nextSibling) before.push(one);
  // What is moved loses the focus.
  if (one && before.some((other) => other.contains(active))) at.insertBefore(one, next);
  else one?.after(...before);
  return one;
}

function made(selector, name) {
  const one = (models[selector] ??= model(...selector.split('.'))).cloneNode();
  // Where there is no picture, a letter shows.
  if (selector === 'img') one.onerror = () => (one.hidden = true);
  one.tumbas = { name, attributes: {}, texts: [], heard: {}, parent: at, before: next };
  return one;
}

function model(tag, ...classes) {
  const one = SVG.includes(tag) ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  if (classes[0]) one.setAttribute('class', classes.join(' '));
  return one;
}

/**
 * Goes out of it: what was there and was not drawn now goes. What others put there stays. What is new comes to its
 * place with all that is in it, so that the browser looks at it once.
 */
function close() {
  const { was, attributes, parent, before } = at.tumbas;
  for (const name in was) {
    if (!(name in attributes)) at.removeAttribute(name);
  }
  while (next) {
    const gone = next;
    next = gone.nextSibling;
    if (gone.tumbas || isText(gone)) gone.remove();
  }
  if (!at.parentNode) parent.insertBefore(at, before);
  next = at.nextSibling;
  at = at.parentNode;
}

/** A text, or the element that a translator put in its place. */
function isText(node) {
  return node?.nodeType === Node.TEXT_NODE || node?.tagName === 'FONT';
}

/** What was said already is not written again: screen readers would hear it, and a translation would be gone. */
function text(data) {
  const { said, texts } = at.tumbas;
  const before = said[texts.push(data) - 1];
  if (!isText(next)) {
    at.insertBefore(document.createTextNode(data), next);
  } else {
    if (before !== data) next.textContent = data;
    next = next.nextSibling;
  }
}

function attribute(name, value) {
  const { was, attributes } = at.tumbas;
  attributes[name] = value;
  if (was[name] !== value) at.setAttribute(name, value);
}

/** An attribute with the `id` of a part of this checkout. */
function refer(name, part) {
  attribute(name, checkout.prefix + '-' + part);
}

/** The text of a control, written when it is another than was drawn last: what is being typed stays. */
function value(text) {
  if (at.tumbas.value === text) return;
  at.tumbas.value = text;
  if (at.value !== text) at.value = text;
}

function checked(on) {
  if (at.checked !== Boolean(on)) at.checked = Boolean(on);
}

/** Scrolls what is drawn into the window once that is `due`, no further than needed, and at once on whatever page. */
function reveal(due) {
  const one = at;
  if (due && !one.tumbas.due) setTimeout(() => one.scrollIntoView({ block: 'nearest', behavior: 'instant' }));
  one.tumbas.due = due;
}

/** Has `hear` told of an event, or of this `key` pressed. */
function listen(event, key, act) {
  const { acts, heard } = at.tumbas;
  acts[key || event] = +act;
  if (!heard[event]) at.addEventListener(event, checkout.listen);
  heard[event] = true;
}

function heard(event, hear) {
  const { type, key, currentTarget: control } = event;
  const act = () => (control.isConnected ? control.tumbas.acts[type] ?? control.tumbas.acts[key] : undefined);
  // What is taken off the page while it is drawn loses the focus: nobody did that.
  if (at || act() === undefined) return;
  // Enter in a form would send it; a link within the checkout would become the page's address.
  const own = ['submit', 'mousedown'].includes(type) || (key && control.form) || control.getAttribute('href')?.[0] === '#';
  if (own) event.preventDefault();
  // The box shows what came of it.
  if (type === 'change' || key) control.tumbas.value = undefined;
  // A `<li>` has a number.
  const held = String(control.value ?? '');
  queueMicrotask(() => {
    // A drawing that was due already came first, and has numbered what is done anew.
    const now = act();
    if (now !== undefined) hear(now, held);
  });
}

/** Moves the focus to the element of this `id`, if that is on the page. */
export function focus(id) {
  document.getElementById(id)?.focus();
}
