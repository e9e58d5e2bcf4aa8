import { write } from "./arrival";
import { TumbasCheckout } from "./element";
import { companion, load } from "./load";
import { open } from "./open";
import { names } from "./options";
import { page } from "./origin";
import type { Target, Tumbas } from "./types";

const heard: [name: string, listener: unknown, stop: () => void][] = [];

/** `window.Tumbas`; `types.ts` says what each call does. */
export const api: Tumbas = {
  mount(target, options) {
    const made = document.createElement("tumbas-checkout") as TumbasCheckout;
    made.options = options;
    place(target).replaceChildren(made);
    return made;
  },
  unmount: (target) => of(target).forEach((made) => made.remove()),
  update(options, target) {
    for (const name of target ? [] : names) if (name in options) page[name] = options[name] as string;
    of(target).forEach((made) => {
      if (target) made.options = { ...made.options, ...options };
      made.redraw();
    });
  },
  open: (options) => open(options),
  close: () => void companion().then(({ close }) => close()),
  on(name, listener) {
    const hear = (event: Event) => listener((event as CustomEvent).detail, event as CustomEvent);
    const stop = () => document.removeEventListener(`tumbas:${name}`, hear);
    document.addEventListener(`tumbas:${name}`, hear);
    heard.push([name, listener, stop]);
    return stop;
  },
  off: (name, listener) => heard.forEach((one) => one[0] === name && one[1] === listener && one[2]()),
  preload: () => load().then(() => {}),
  consent(granted) {
    page.consent = granted ? "granted" : "denied";
    if (!granted) write();
  },
};

function place(target: Target): Element {
  const found = typeof target === "string" ? document.querySelector(target) : target;
  if (!found) throw new Error(`Tumbas: nothing on the page matches ${target}`);
  return found;
}

function of(target?: Target): NodeListOf<TumbasCheckout> {
  return (target ? place(target) : document).querySelectorAll("tumbas-checkout");
}
