import type { Item, Options } from "./types";

/** Most lines of an order, and most pieces of a line, as the API takes them. */
const LINES_MAX = 50;
const PIECES_MAX = 100;

/**
 * What `#tumbas=variant_a:2,variant_b&store=store_…&locale=en` asks for: strangers write links, so
 * what is not exactly that is passed over. `undefined` when nothing is left of it.
 */
export function follow(hash: string): Options | undefined {
  const said = new URLSearchParams(hash.slice(1));
  const list = said.get("tumbas");
  if (list === null) return undefined;
  const items = list.split(",").flatMap(item).slice(0, LINES_MAX);
  if (list && !items.length) return undefined;
  const options: Options = { items };
  const store = said.get("store");
  const locale = said.get("locale");
  if (store && isId(store)) options.store = store;
  if (locale === "id" || locale === "en") options.locale = locale;
  return options;
}

/** `variant_a:2` */
function item(text: string): Item[] {
  const [, id, pieces = "1"] = /^([\w-]{1,100})(?::(\d{1,3}))?$/.exec(text.trim()) ?? [];
  const quantity = Number(pieces);
  return id && quantity >= 1 && quantity <= PIECES_MAX ? [{ id, quantity }] : [];
}

function isId(text: string): boolean {
  return /^[\w-]{1,100}$/.test(text);
}
