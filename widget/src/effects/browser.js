/** What a few lines of JavaScript say in a tenth of the bytes that the same calls take through WebAssembly. */

/**
 * One request with a deadline over the whole answer. `heard` is told whether it was a 2xx, and what its JSON says;
 * or nothing. What is known already it hears at once.
 */
export async function ask(url, body, key, deadline, heard) {
  const known = early(url);
  if (Array.isArray(known)) return heard(...known);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), deadline);
  let answer = [];
  try {
    answer = (await known) ?? (await sent());
  } catch {
    // Offline, cut off, or too late.
  }
  heard(...answer);

  async function sent() {
    const headers = { 'Content-Type': 'application/json', ...(key && { 'Idempotency-Key': key }) };
    const response = await fetch(url, { signal: stop.signal, ...(body && { method: 'POST', headers, body }) });
    return [response.ok, parse(await response.text())];
  }
}

/** What was asked for while this was still on the way, once; see `preload.ts`. Nothing when that came to nothing. */
function early(url) {
  const answers = window[Symbol.for('tumbas')];
  const answer = answers?.get(url);
  answers?.delete(url);
  return answer?.catch?.(() => {}) ?? answer;
}

/** What JSON says; nothing when it is none. */
export function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The member of an object; where there is none, what nobody can read. */
export function member(object, name) {
  return Object(object) === object ? object[name] : NaN;
}

/** Gives an object a member. */
export function put(object, name, value) {
  object[name] = value;
}

/** What a function of the page answers; nothing where it throws. */
export function call(ours) {
  try {
    return ours();
  } catch {
    return undefined;
  }
}

/** A number; what is none is none here, too. */
export function number(value) {
  return typeof value === 'number' ? value : NaN;
}

/** Calls `then` when the browser has nothing else to do; not every one says when that is. */
export function idle(then) {
  if (window.requestIdleCallback) requestIdleCallback(then, { timeout: 500 });
  else setTimeout(then, 100);
}

/** Has what comes behind the first step asked for at once; see `behind.ts`. */
export function hurry() {
  dispatchEvent(new Event('tumbas:again'));
}

/** Copies `text`; `heard` is told whether the browser allowed it. */
export async function copy(text, heard) {
  let copied = false;
  try {
    await navigator.clipboard.writeText(text);
    copied = true;
  } catch {
    // Some apps' browsers have no clipboard.
  }
  heard(copied);
}

/** Tells the page `tumbas:…`; listeners and bridges share one `event_id`, which an order's own name makes. */
export function tell(root, name, detail) {
  dispatch(root, name, { ...detail, event_id: name + '.' + (detail.token ?? drawKey()) });
}

/** Goes to `url` in this tab and at top level, also out of a frame; unless a listener keeps the shopper here, who may go later. */
export function redirect(root, url) {
  const resume = () => {
    try {
      top.location.href = url;
    } catch {
      location.href = url;
    }
  };
  if (dispatch(root, 'redirect', { url, resume })) resume();
}

/** Whether no listener prevented it. */
function dispatch(root, name, detail) {
  return root.dispatchEvent(
    new CustomEvent('tumbas:' + name, { bubbles: true, composed: true, cancelable: name === 'redirect', detail }),
  );
}

/** What the browser refused to keep (private mode, some apps' browsers, a full disk), for as long as the page is there. */
const page = {};

/** What lies under `name` in the tab's storage or, `onDevice`, in the one that stays. */
export function recall(onDevice, name) {
  try {
    return page[name] ?? (onDevice ? localStorage : sessionStorage).getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps `text` there, or without one removes what is there. */
export function keep(onDevice, name, text) {
  delete page[name];
  try {
    const storage = onDevice ? localStorage : sessionStorage;
    if (text === undefined) storage.removeItem(name);
    else storage.setItem(name, text);
  } catch {
    page[name] = text;
  }
  // Browsers tell other tabs only; there may be another checkout on this page.
  if (onDevice) dispatchEvent(new Event('tumbas:kept'));
}

/** Keeps on the device what the next order needs again of a `memory`: no cart, no note and no key. */
export function keepDetails(name, memory) {
  const { saved_at, step, street, postal_code, district, draft } = JSON.parse(memory);
  const { customer_name, customer_phone, customer_email, payment_method } = draft;
  const person = { customer_name, customer_phone, customer_email, payment_method };
  keep(true, name, JSON.stringify({ saved_at, step, street, postal_code, district, draft: person }));
}

/** The page's own address without its `#`, short enough for a message. */
export function here() {
  const page = location.origin + location.pathname;
  return [page + location.search, page].find((address) => address.length < 200) ?? location.origin + '/';
}

/** Whether the page says what the text of `root` is set in. */
export function hasOwnFont(root) {
  const probe = root.appendChild(document.createElement('span'));
  probe.style.fontFamily = 'initial';
  const own = getComputedStyle(root).fontFamily !== getComputedStyle(probe).fontFamily;
  probe.remove();
  return own;
}

/** 128 random bits as 32 hexadecimal digits. `randomUUID` would not do: pages that are not served over https lack it. */
export function drawKey() {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
