/** What the shopper takes: pieces of variants. */
import { useMemo, useState } from 'preact/hooks';
import type { Product, Variant } from './api';

/** Most pieces of one line. */
const PIECES_MAX = 100;

export interface Line {
  variant: Variant;
  name: string;
  quantity: number;
}

export interface Cart {
  lines: Line[];
  pieces: number;
  total: number;
  /** Sets how many pieces of a variant are wanted; none removes it. */
  set(variant: Variant, quantity: number): void;
  of(variant: Variant): number;
}

/** Where a store's cart is kept, for the tab's life. */
export const kept = (store: string) => `checkout-${store}`;

/** A cart of these products. */
export function useCart(products: Product[], store: string): Cart {
  const key = kept(store);
  const [pieces, keep] = useState<Record<string, number>>(() => JSON.parse(sessionStorage.getItem(key) ?? '{}'));
  const lines = useMemo(() => linesOf(products, pieces), [products, pieces]);
  const of = (variant: Variant) => pieces[variant.unique_id] ?? 0;
  const set = (variant: Variant, quantity: number) => {
    const most = Math.min(variant.available_qty ?? PIECES_MAX, PIECES_MAX);
    const wanted = { ...pieces, [variant.unique_id]: Math.max(0, Math.min(quantity, most)) };
    sessionStorage.setItem(key, JSON.stringify(wanted));
    keep(wanted);
  };
  return {
    lines,
    pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    total: lines.reduce((sum, { variant, quantity }) => sum + variant.price * quantity, 0),
    set,
    of,
  };
}

function linesOf(products: Product[], pieces: Record<string, number>): Line[] {
  return products.flatMap((product) =>
    product.variants
      .map((variant) => ({ variant, name: nameOf(product, variant), quantity: pieces[variant.unique_id] ?? 0 }))
      .filter(({ quantity }) => quantity > 0),
  );
}

export function nameOf(product: Product, variant: Variant): string {
  return variant.name === product.name ? product.name : `${product.name} – ${variant.name}`;
}
