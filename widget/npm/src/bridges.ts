import type { CartDetail } from "./types";

type Meta = (verb: string, name: string, data: object, options: { eventID: string }) => void;
type TikTok = { track(name: string, data: object, options: { event_id: string }): void };

/** What counts shoppers on the page, where it is there. */
export interface Counters {
  dataLayer?: object[];
  fbq?: Meta;
  ttq?: TikTok;
}

/** Our events in Meta's and in TikTok's words; what they have no word for is told under ours. */
const NAMES: Record<string, [meta: string, tiktok: string]> = {
  add_to_cart: ["AddToCart", "AddToCart"],
  begin_checkout: ["InitiateCheckout", "InitiateCheckout"],
  add_payment_info: ["AddPaymentInfo", "AddPaymentInfo"],
  order_created: ["", "PlaceAnOrder"],
};

/** Only GA4 knows these. */
const MORE = ["remove_from_cart", "add_shipping_info"];

/** The events that are told. */
export const told = [...Object.keys(NAMES), ...MORE];

/** How each is called in `data-track`. */
const WAYS = [
  ["datalayer", toDataLayer],
  ["meta", toMeta],
  ["tiktok", toTikTok],
] as const;

/** Tells one event to those that `track` names. One that throws keeps it from nobody else. */
export function tellAll(track: string, name: string, detail: CartDetail, counters: Counters): void {
  const named = track.toLowerCase().split(/[\s,]+/);
  for (const [way, tell] of WAYS) {
    try {
      if (named.includes(way)) tell(name, detail, counters);
    } catch (error) {
      console.error(error);
    }
  }
}

/** Google Tag Manager starts late on many pages: what is pushed before waits for it. */
function toDataLayer(event: string, { event_id, ...ecommerce }: CartDetail, counters: Counters): void {
  counters.dataLayer ??= [];
  counters.dataLayer.push({ ecommerce: null }, { event, event_id, ecommerce });
}

function toMeta(name: string, { items, value, currency, event_id }: CartDetail, { fbq }: Counters): void {
  const known = NAMES[name];
  if (!known || !fbq) return;
  const contents = items.map(({ item_id, quantity, price }) => ({ id: item_id, quantity, item_price: price }));
  const data = { content_type: "product", content_ids: contents.map(({ id }) => id), contents, value, currency };
  fbq(known[0] ? "track" : "trackCustom", known[0] || "OrderCreated", data, { eventID: event_id });
}

function toTikTok(name: string, { items, value, currency, event_id }: CartDetail, { ttq }: Counters): void {
  const known = NAMES[name];
  if (!known || !ttq) return;
  const contents = items.map(({ item_id, item_name, quantity, price }) => ({
    content_id: item_id,
    content_name: item_name,
    content_type: "product",
    quantity,
    price,
  }));
  ttq.track(known[1], { contents, value, currency }, { event_id });
}
