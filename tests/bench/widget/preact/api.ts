/** The Worker's API, as far as this checkout asks it. */

export interface Store {
  unique_id: string;
  name: string;
  logo: string | null;
}

export interface Variant {
  unique_id: string;
  name: string;
  /** Rupiah. */
  price: number;
  item_type: string;
  /** `null` when nobody counts. */
  available_qty: number | null;
}

export interface Product {
  unique_id: string;
  name: string;
  images: string[];
  variants: Variant[];
}

export interface PaymentMethod {
  code: string;
  label: string;
  kind: string;
}

export interface Page<T> {
  data: T[];
  has_next: boolean;
  next_cursor: string | null;
}

export interface Shop {
  store: Store;
  payment_methods: PaymentMethod[];
  products: Page<Product>;
}

export interface Draft {
  store_unique_id: string;
  customer_name: string;
  customer_phone: string;
  customer_email: string;
  ordervariants: { variant_unique_id: string; quantity: number }[];
  payment_method: string;
  notes?: string;
}

export interface Order {
  status: string;
  payment_url?: string;
  order_url?: string;
  status_url: string;
}

/** What the Worker refused, with the fields that are wrong; `no_answer` when nothing came. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly errors: { field: string; code: string }[] = [],
  ) {
    super(code);
  }
}

export class Edge {
  constructor(private readonly origin: string) {}

  stores(): Promise<Page<Store>> {
    return ask(`${this.origin}/v3/stores/simplified`);
  }

  shop(store: string): Promise<Shop> {
    return ask(`${this.origin}/v3/stores/${encodeURIComponent(store)}/checkout`);
  }

  products(store: string, cursor: string): Promise<Page<Product>> {
    return ask(`${this.origin}/v3/stores/${encodeURIComponent(store)}/products?next_cursor=${encodeURIComponent(cursor)}`);
  }

  /** The same key makes the same order: it is safe to ask again. */
  order(draft: Draft, key: string): Promise<Order> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    return ask(`${this.origin}/v3/orders`, { method: 'POST', headers, body: JSON.stringify(draft) });
  }

  state(order: Order): Promise<Order> {
    return ask(order.status_url);
  }
}

async function ask<T>(url: string, request?: RequestInit): Promise<T> {
  const answer = await fetch(url, request).catch(() => {
    throw new Problem('no_answer');
  });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Problem(body.code ?? 'no_answer', body.errors);
  return body;
}
