/** What the shop sells: prices and stock from the checkout's API, the shop's own words beside them. */
import { notes } from "./notes.js";

const tag = document.querySelector("script[data-store]");

export const store = tag.dataset.store;

/** Every product of the store, with the shelf it stands on and what the shop says about it. */
export async function products() {
  const answer = await fetch(`${new URL(tag.src).origin}/v3/stores/${store}/products`);
  if (!answer.ok) throw new Error(`the catalogue answered ${answer.status}`);
  const { data } = await answer.json();
  return data.map((product) => ({ ...product, shelf: "alat", note: "", ...notes[product.name] }));
}

export const rupiah = (amount) => `Rp\u00a0${amount.toLocaleString("id-ID")}`;

/** Whether there is any of it; what nobody counts is always there. */
export const isThere = (variant) => variant.available_qty !== 0;
