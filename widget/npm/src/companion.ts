/** What the loader fetches beside the checkout: what no page needs before intent. */
import { ARRIVAL } from "./arrival";
import { bringRest, hurry } from "./behind";
import { type Counters, tellAll, told } from "./bridges";
import { follow } from "./link";
import type { Companion, Kit } from "./load";
import { metadata } from "./metadata";
import { language } from "./language";
import { lay, type Overlay } from "./overlay";
import { isPlain } from "./plain";
import { preload } from "./preload";
import type { CartDetail } from "./types";

declare const __TUMBAS_STYLES__: string;
declare const __TUMBAS_INSPECTOR__: string;
declare const __TUMBAS_LOOK__: string;

/** How long the checkout waits for its look: it works without. */
const PATIENCE = 3_000;

/** What dresses a checkout; see `look.ts`. */
interface Look {
  dress(kit: Kit, root: HTMLElement, theme?: string): void;
}

/** Starts it, with what the loader lends. */
export function start(kit: Kit): Companion {
  let shown: Overlay | undefined;
  const from = () => (kit.page.consent === "denied" ? {} : metadata(arrival(), Date.now()));
  let look: Look | undefined;
  let coming: Promise<string> | undefined;
  /** The checkout's sheet, asked for before there is anything to dress. */
  const sheet = () =>
    (coming ??= kit
      .get(__TUMBAS_STYLES__)
      .then((answer) => answer.text())
      .catch((error: unknown) => {
        coming = undefined;
        throw error;
      }));
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
    async prepare(root, options) {
      const { items, store, theme } = options;
      preload(kit.base, store);
      // Both take the main thread a while, which is idle as long as the checkout is on its way.
      sheet().then((css) => kit.style(root, css), () => {});
      warmUp();
      // With things in the cart it begins behind the products.
      if (items?.length) hurry(kit);
      const dress = async () => {
        look ??= await kit.bring<Look>(__TUMBAS_LOOK__);
        look.dress(kit, root, theme);
      };
      const dressing = isPlain(root, theme) || dress().catch(console.error);
      const patience = new Promise((done) => setTimeout(done, PATIENCE));
      const [words] = await Promise.all([language(kit, options), Promise.race([dressing, patience])]);
      return [words, () => dress().catch(console.error)];
    },
    async ready(glue, module_or_path) {
      const [css, shared] = await Promise.all([sheet(), glue.default({ module_or_path })]);
      void bringRest(kit, glue, shared);
      return (root, options, close) => {
        kit.style(root, css);
        return glue.mount(root, { ...options, edge: kit.base, close, metadata: from });
      };
    },
    inspect: () => kit.bring(__TUMBAS_INSPECTOR__),
  };
}

/** The first look into storage waits for the disk. */
function warmUp(): void {
  try {
    void [sessionStorage.length, localStorage.length];
  } catch {
    // The browser refuses that; see `browser.js`.
  }
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
