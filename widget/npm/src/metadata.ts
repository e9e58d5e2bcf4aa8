/** By which advertisement or message the shopper came, as the order takes it along. */

/** What the API takes of it, and how long each may be, in UTF-16 units. */
const NAMES = [
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "utm_content",
  "utm_term",
  "utm_id",
  "fbclid",
  "gclid",
  "gbraid",
  "wbraid",
  "ttclid",
  "kwai_clickid",
];
const LENGTH_MAX = 500;

/** How long it counts, in milliseconds. */
const SEVEN_DAYS = 7 * 24 * 60 * 60 * 1000;

/** What `text`, as `arrival.ts` wrote it, says at `now`. Too old, cut off or somebody else's is nothing. */
export function metadata(text: string | null, now: number): Record<string, string> {
  const [at, ...pairs] = read(text);
  const age = now - Number(at);
  if (!(age >= 0 && age < SEVEN_DAYS)) return {};
  return Object.fromEntries(pairs.filter(fits));
}

function read(text: string | null): unknown[] {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function fits(pair: unknown): pair is [string, string] {
  if (!Array.isArray(pair)) return false;
  const [name, value] = pair as unknown[];
  return NAMES.includes(name as string) && typeof value === "string" && value !== "" && value.length <= LENGTH_MAX;
}
