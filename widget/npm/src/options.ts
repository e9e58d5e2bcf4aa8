import { tag } from "./origin";

/** A thing to put into the cart, by the id of a variant or of a bundle's price option. */
export interface Item {
  id: string;
  quantity?: number;
}

/** What a page may ask for. */
export interface Options {
  store?: string;
  items?: Item[];
  customer?: { name?: string; phone?: string; email?: string; address?: string };
  locale?: string;
  tone?: string;
  whatsapp?: string;
}

/** The names that are attributes of the element, and `data-*` of the script tag for the whole page. */
export const names = ["store", "locale", "tone", "whatsapp"] as const;

/** What the script tag says for the whole page, under what `options` say. */
export function complete(options: Options): Options {
  const all: Options = {};
  for (const name of names) {
    const value = options[name] || tag?.dataset[name];
    if (value) all[name] = value;
  }
  if (options.items) all.items = options.items.map(({ id, quantity }) => ({ id, quantity: Math.trunc(Number(quantity)) || 1 }));
  if (options.customer) all.customer = options.customer;
  return all;
}
