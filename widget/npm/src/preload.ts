/** Milliseconds that an answer may take, as for every list. */
const PATIENCE = 15_000;

/** Whether it was a 2xx, and what its JSON says. */
type Answer = [ok: boolean, body: unknown];
type Early = Map<string, Promise<Answer> | Answer>;

/** What was asked for early, by its address: the checkout takes it from there. See `browser.js`. */
const NAME = Symbol.for("tumbas");
const shared = window as unknown as Record<symbol, Early | undefined>;
const early = (shared[NAME] ??= new Map());

/** Asks for what the checkout opens with while its code is still on the way. */
export function preload(base: string, store?: string): void {
  const url = `${base}v3/stores/${store ? `${encodeURIComponent(store)}/checkout` : "simplified"}`;
  const stop = new AbortController();
  const answer = fetch(url, { signal: stop.signal }).then(async (response): Promise<Answer> => [response.ok, await response.json()]);
  early.set(url, answer);
  answer.then(
    (there) => early.has(url) && early.set(url, there),
    // Whoever takes it asks again.
    () => {},
  );
  setTimeout(() => {
    stop.abort();
    early.delete(url);
  }, PATIENCE);
}
