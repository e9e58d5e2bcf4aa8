"use client";

/** `@tumbas/checkout/react`: the checkout as components. `init` of `@tumbas/checkout` brings it to the page. */
import { type ButtonHTMLAttributes, createElement, type ReactElement, useEffect, useRef } from "react";

import { mount, open } from "./index.js";
import type { EventMap, EventName, Item, Options } from "./types.js";

/** What to do on each event of one checkout. */
export type Listeners = { [Name in EventName]?: (detail: EventMap[Name], event: CustomEvent<EventMap[Name]>) => void };

export interface TumbasCheckoutProps extends Options {
  on?: Listeners;
  id?: string;
  className?: string;
}

const NAMES: EventName[] = [
  "open",
  "close",
  "add_to_cart",
  "remove_from_cart",
  "begin_checkout",
  "add_shipping_info",
  "add_payment_info",
  "order_created",
  "redirect",
  "error",
];

/** The checkout in the page. */
export function TumbasCheckout({ on, id, className, ...options }: TumbasCheckoutProps): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  const listeners = useRef<Listeners>(undefined);
  const asked = JSON.stringify(options);

  useEffect(() => {
    listeners.current = on;
  });
  useEffect(() => {
    const place = root.current;
    if (!place) return;
    const stops = NAMES.map((name) => listen(place, name, listeners));
    return () => stops.forEach((stop) => stop());
  }, []);
  useEffect(() => {
    if (root.current) return mount(root.current, JSON.parse(asked) as Options).unmount;
    return undefined;
  }, [asked]);
  return createElement("div", { ref: root, id, className });
}

export interface BuyButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "onClick"> {
  items: Item[];
  store?: string;
  bump?: string;
}

/** A button that opens the checkout over the page, with these things in the cart. */
export function BuyButton({ items, store, bump, ...rest }: BuyButtonProps): ReactElement {
  return createElement("button", { type: "button", ...rest, onClick: () => open({ items, store, bump }) });
}

function listen(place: HTMLElement, name: EventName, listeners: { current: Listeners | undefined }): () => void {
  const hear = (event: Event) => {
    const told = event as CustomEvent;
    (listeners.current?.[name] as ((detail: unknown, event: CustomEvent) => void) | undefined)?.(told.detail, told);
  };
  place.addEventListener(`tumbas:${name}`, hear);
  return () => place.removeEventListener(`tumbas:${name}`, hear);
}
