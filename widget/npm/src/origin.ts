import type { PageOptions } from "./types";

/** The script tag that brought us. */
const tag = (document.currentScript as HTMLScriptElement | null) ?? document.querySelector<HTMLScriptElement>('script[src*="tumbas.js"]');

/** What the seller wrote on it, for the whole page; `Tumbas.update` and `Tumbas.consent` write there too. */
export const page = { ...tag?.dataset } as PageOptions & { consent?: string; track?: string };

/** The folder that the loader came from; everything else lies below it. */
export const base = new URL(".", tag?.src || location.href).href;
