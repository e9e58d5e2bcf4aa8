"use client";

import { init, on } from "@tumbas/checkout";

init({ origin: "https://checkout.example.id", store: "store_aYWxjasmUe1szqaA5LRRiVSz" });
on("order_created", ({ transaction_id, value }) => console.log(transaction_id, value));

/** Draws nothing: in the layout, it brings the lines above to the browser. */
export function Loader() {
  return null;
}
