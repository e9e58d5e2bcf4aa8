/**
 * `tumbas.js`: the one tag that a seller pastes. Defines `<tumbas-checkout>`, listens for
 * `[data-tumbas-buy]`, and fetches the checkout itself only when it is wanted.
 */
import { listen } from "./buttons";
import { TumbasCheckout } from "./element";
import { load } from "./load";
import type { Options } from "./options";
import { open } from "./overlay";

type Call = [name: "open" | "on" | "preload", ...rest: unknown[]];

const api = {
  /** Opens the checkout over the page. */
  open: (options?: Options) => open(options),
  /** Calls `listener` for `tumbas:<name>` of every checkout of the page; answers how to stop. */
  on(name: string, listener: (detail: unknown, event: Event) => void): () => void {
    const hear = (event: Event) => listener((event as CustomEvent).detail, event);
    document.addEventListener(`tumbas:${name}`, hear);
    return () => document.removeEventListener(`tumbas:${name}`, hear);
  },
  /** Fetches the checkout before it is wanted. */
  preload: () => load().then(() => {}),
};

declare global {
  interface Window {
    Tumbas?: Partial<typeof api> & { q?: Call[] };
  }
}

/** Two tags are one: the first that runs defines the element. */
if (!customElements.get("tumbas-checkout")) {
  const early = window.Tumbas?.q ?? [];
  window.Tumbas = api;
  customElements.define("tumbas-checkout", TumbasCheckout);
  listen();
  for (const [name, ...rest] of early) (api[name] as (...rest: unknown[]) => unknown)(...rest);
}
