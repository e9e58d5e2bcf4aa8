/** What the loader fetches beside the checkout: what no page needs before intent. */
import { ARRIVAL } from "./arrival";
import { type Counters, tellAll, told } from "./bridges";
import { follow } from "./link";
import type { Companion, Kit } from "./load";
import { metadata } from "./metadata";
import { lay, type Overlay } from "./overlay";
import { preload } from "./preload";
import type { CartDetail } from "./types";

declare const __TUMBAS_STYLES__: string;
declare const __TUMBAS_INSPECTOR__: string;

/** Starts it, with what the loader lends. */
export function start(kit: Kit): Companion {
  let shown: Overlay | undefined;
  for (const name of told) {
    document.addEventListener(`tumbas:${name}`, (event) => {
      if (kit.page.consent !== "granted") return;
      tellAll(kit.page.track ?? "", name, (event as CustomEvent<CartDetail>).detail, window as Counters);
    });
  }
  return {
    open({ link, ...options }, opener) {
      if (link !== undefined) forget();
      const asked = link === undefined ? options : follow(link);
      if (!asked || shown) return;
      shown = lay(kit, asked, opener, () => (shown = undefined));
    },
    close: () => shown?.ask(),
    preload: (store) => preload(kit.base, store),
    styles: () => kit.get(__TUMBAS_STYLES__).then((answer) => answer.text()),
    inspect: () => kit.bring(__TUMBAS_INSPECTOR__),
    metadata: () => (kit.page.consent === "denied" ? {} : metadata(arrival(), Date.now())),
  };
}

/** So that a reload does not open it once more, and the same link does. */
function forget(): void {
  if (location.hash.startsWith("#tumbas=")) history.replaceState(history.state, "", location.pathname + location.search);
}

function arrival(): string | null {
  try {
    return localStorage.getItem(ARRIVAL);
  } catch {
    return null;
  }
}
