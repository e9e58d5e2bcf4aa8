import { page } from "./origin";

/** Where it is kept on this device. */
export const ARRIVAL = "tumbas:arrival";

/** Keeps by which advertisement or message the shopper came, before the page changes its address. */
export function keep(): void {
  const said = new URLSearchParams(`${location.search}&${location.hash.slice(1)}`);
  const kept = [...said].filter(([name]) => /^(utm_|(fb|g|tt|kwai_)cli|[gw]braid)/.test(name));
  if (kept[0] && page.consent !== "denied") write(JSON.stringify([Date.now(), ...kept]));
}

/** Forgets it, or writes it down where the browser allows that. */
export function write(text?: string): void {
  try {
    if (text) localStorage.setItem(ARRIVAL, text);
    else localStorage.removeItem(ARRIVAL);
  } catch {
    // Private mode, some apps' browsers.
  }
}
