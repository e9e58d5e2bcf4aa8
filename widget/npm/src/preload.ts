/** Milliseconds that an answer may take, as for every list. */
const PATIENCE = 15_000;

type Early = Map<string, Promise<[ok: boolean, text: string]>>;

/** What was asked for early, by its address: the checkout takes it from there. See `browser.js`. */
const NAME = Symbol.for("tumbas");
const shared = window as unknown as Record<symbol, Early | undefined>;
const early = (shared[NAME] ??= new Map());

/** Asks for what the checkout opens with while its code is still on the way. */
export function preload(base: string, store?: string): void {
  const url = `${base}v3/stores/${store ? `${encodeURIComponent(store)}/checkout` : "simplified"}`;
  const stop = new AbortController();
  const answer = fetch(url, { signal: stop.signal }).then(async (response): Promise<[boolean, string]> => [response.ok, await response.text()]);
  // Whoever takes it asks again.
  answer.catch(() => {});
  early.set(url, answer);
  setTimeout(() => {
    stop.abort();
    early.delete(url);
  }, PATIENCE);
}
