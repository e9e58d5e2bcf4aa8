import { page } from "./origin";
import type { Options } from "./types";

/** The names that are attributes of the element, and `data-*` of the script tag for the whole page. */
export const names = ["store", "locale", "tone", "theme", "whatsapp", "words", "bump"] as const;

/** What the script tag says for the whole page, under what `options` say. */
export function complete(options: Options): Options {
  const all: Options = {};
  for (const name of names) {
    const value = options[name] || page[name];
    if (value) all[name] = value as string;
  }
  // `| 0`: what is no number is none, and none is one.
  all.items = options.items?.map(({ id, quantity }) => ({ id, quantity: quantity! | 0 || 1 })) ?? [];
  if (options.customer) all.customer = options.customer;
  return all;
}
