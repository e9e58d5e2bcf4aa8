/** The script tag that brought us, for what a seller writes on it. */
export const tag: HTMLScriptElement | null =
  (document.currentScript as HTMLScriptElement | null) ?? document.querySelector('script[src*="tumbas.js"]');

/** The folder that the loader came from; everything else lies below it. */
export const base = new URL(".", tag?.src || location.href).href;
