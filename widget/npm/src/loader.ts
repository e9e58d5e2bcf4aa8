/**
 * `tumbas.js`: the one tag that a seller pastes. Defines `<tumbas-checkout>`, listens for
 * `[data-tumbas-buy]` and `#tumbas=…`, and fetches the checkout itself only when it is wanted.
 */
import { api } from "./api";
import { keep } from "./arrival";
import { listen } from "./buttons";
import { TumbasCheckout } from "./element";
import { companion } from "./load";
import type { Call, Queue, Tumbas } from "./types";

declare global {
  interface Window {
    Tumbas?: Partial<Tumbas & Queue>;
  }
}

/** Makes one call after the other; one that throws stops none. */
function push(...calls: Call[]): void {
  for (const [name, ...rest] of calls) {
    try {
      (api[name] as (...rest: unknown[]) => unknown)(...rest);
    } catch (error) {
      console.error(error);
    }
  }
}

/** Two tags are one: the first that runs defines the element. */
if (!customElements.get("tumbas-checkout")) {
  const early = window.Tumbas?.q as Call[] | undefined;
  window.Tumbas = { ...api, q: { push } };
  keep();
  if (/[?&]tumbas-debug/.test(location.href)) companion().then(({ inspect }) => inspect());
  customElements.define("tumbas-checkout", TumbasCheckout);
  listen();
  push(...(early ?? []));
}
