/** What a page may ask of the checkout, and what it is told: the words of the loader, of the npm package and of its React half. */

import type { Words } from "./sentences.js";

export type { Sentence, Words } from "./sentences.js";

/** A thing to put into the cart, by the id of a variant or of a bundle's price option. */
export interface Item {
  id: string;
  /** Pieces, 1 when left out. */
  quantity?: number;
}

/** What the page knows of the shopper; what the shopper types wins. */
export interface Customer {
  name?: string;
  phone?: string;
  email?: string;
  /** The street part; the district is the shopper's to pick. */
  address?: string;
}

/** What holds for every checkout of the page, unless one says otherwise. */
export interface PageOptions {
  /** The store to sell from; without one the shopper chooses among the account's. */
  store?: string;
  /** `id` (Indonesian, the default) or `en`. */
  locale?: string;
  /** `kamu` (the default) or `anda`, in Indonesian. */
  tone?: string;
  /** `auto` (the default: light or dark as the page is), `light`, `dark` or `warm`. */
  theme?: string;
  /** The seller's WhatsApp number, offered where something does not work. */
  whatsapp?: string;
  /** Sentences in the seller's own words; as an attribute, JSON. */
  words?: Words | string;
  /** What to offer at the review, by the id of a variant or of a bundle's price option; one tick adds it. */
  bump?: string;
}

/** What one checkout may be asked for. */
export interface Options extends PageOptions {
  items?: Item[];
  customer?: Customer;
}

/** A line, as GA4 names its members. */
export interface EventItem {
  item_id: string;
  item_name: string;
  item_variant?: string;
  /** Of one piece, in rupiah. */
  price: number;
  quantity: number;
}

/** Lines and what they cost together. */
export interface CartDetail {
  currency: "IDR";
  /** In rupiah. */
  value: number;
  items: EventItem[];
  /** The same for every listener and every bridge; of an order it is made of its token. */
  event_id: string;
}

/** What each event carries, by its name after `tumbas:`. */
export interface EventMap {
  open: Record<string, never>;
  close: Record<string, never>;
  add_to_cart: CartDetail;
  remove_from_cart: CartDetail;
  begin_checkout: CartDetail;
  /** Courier and service, and what it costs in rupiah. */
  add_shipping_info: CartDetail & { shipping_tier: string; shipping: number };
  /** The code of the way to pay. */
  add_payment_info: CartDetail & { payment_type: string };
  /** Our name of the order, and the number people use. It is not paid yet. */
  order_created: CartDetail & { token: string; transaction_id?: string };
  /** Cancelable: after `preventDefault()` the shopper stays, and `resume()` goes on whenever the page likes. */
  redirect: { url: string; resume(): void };
  /** A stable code: the API's, or `no_answer`, `nonsense`. */
  error: CartDetail & { code: string };
}

export type EventName = keyof EventMap;

export type Listener<Name extends EventName = EventName> = (detail: EventMap[Name], event: CustomEvent<EventMap[Name]>) => void;

/** A selector, or the element itself. */
export type Target = string | Element;

/** `window.Tumbas` once the loader is there. */
export interface Tumbas {
  /** Draws a checkout into `target`, in place of what is in there. */
  mount(target: Target, options?: Options): HTMLElement;
  /** Takes the checkouts in `target` off the page; what was typed stays in the tab. */
  unmount(target: Target): void;
  /** Changes the checkouts in `target`; without one, what holds for the whole page. */
  update(options: Options, target?: Target): void;
  /** Opens the checkout over the page. */
  open(options?: Options): void;
  /** Closes it as its cross does: the shopper is asked when something was typed. */
  close(): void;
  /** Calls `listener` for every checkout of the page; answers how to stop. */
  on<Name extends EventName>(name: Name, listener: Listener<Name>): () => void;
  off<Name extends EventName>(name: Name, listener: Listener<Name>): void;
  /** Fetches the checkout before it is wanted. */
  preload(): Promise<void>;
  /** Whether the shopper allowed to be counted. Without a yes nothing is told to anybody else. */
  consent(granted: boolean): void;
}

export type Method = keyof Tumbas;

/** A call that was made before the loader was there. */
export type Call = [name: Method, ...rest: unknown[]];

/** What a page puts in the loader's place until it is there, and what stays: `q` takes calls at any time. */
export interface Queue {
  q: { push(...calls: Call[]): unknown };
}
