/** The platforms behind the Worker, and their ground truth: the sandbox's control API. */
import { SANDBOX_URL, WORKER_URL } from './stage';

/** An order as the platform keeps it. */
export interface Order {
  order_id: string;
  secret_slug: string;
  status: string;
  payment_status: string;
  payment_method: string;
  gross_revenue: number;
  lines: { variant_unique_id: string; name: string; quantity: number; product_price: number }[];
  customer: { name: string; phone: string; email: string | null };
  request: Record<string, unknown>;
}

/** An order as the second platform keeps it. */
export interface NgorderOrder {
  order_id: number;
  po_number: number;
}

/** What goes wrong on the wire; the sandbox documents the kinds. */
export interface Fault {
  method?: string;
  path: string;
  kind: 'timeout' | 'reset' | 'slow_body' | 'status' | 'truncated' | 'malformed' | 'delay' | 'late_commit';
  when?: 'before_commit' | 'after_commit';
  calls?: 'every' | { nth: number } | { next: number };
  code?: number;
  body?: unknown;
  headers?: Record<string, string>;
  ms?: number;
}

/** Every order of one shopper, oldest first. */
export async function ordersOf(phone: string): Promise<Order[]> {
  const orders: Order[] = (await read('/orders')).data;
  return orders.filter((order) => order.customer.phone === phone);
}

/** One order by its number. */
export async function orderOf(orderId: string): Promise<Order> {
  const orders: Order[] = (await read('/orders')).data;
  const order = orders.find((order) => order.order_id === orderId);
  if (!order) throw new Error(`the platform has no order ${orderId}`);
  return order;
}

/** What the gateway tells the platform of an order's money. */
export async function payment(orderId: string, status: 'unpaid' | 'paid' | 'settled' | 'conflict'): Promise<void> {
  await control('PUT', `/orders/${orderId}/payment_status`, { payment_status: status });
}

/** What the seller does with an order: `confirmed`, `in_process`, `ready`, `shipped`, … */
export async function standing(orderId: string, status: string, shipment_receipt?: string): Promise<void> {
  await control('PUT', `/orders/${orderId}/status`, { status, shipment_receipt });
}

/** Plans faults; they strike in this order. */
export async function plan(...faults: Fault[]): Promise<void> {
  await control('POST', '/faults', faults);
}

/** Forgets all planned faults and lets held connections go. */
export async function recover(): Promise<void> {
  await control('DELETE', '/faults');
}

/** Waits until the platform has received so many order requests since the last reset. */
export async function orderRequests(atLeast: number): Promise<number> {
  const query = `method=POST&path=/v3/orders&at_least=${atLeast}&timeout_ms=10000`;
  return (await read(`/requests?${query}`)).data.length;
}

/** Sets how many pieces of a variant are left; `null` when nobody counts. */
export async function stock(variant: string, left: number | null): Promise<void> {
  await control('PUT', `/stock/${variant}`, { available_qty: left });
}

/** What is different about shipping from now on; the sandbox documents the members. `{}` undoes it. */
export async function logistics(changes: {
  surcharge?: number;
  surcharges?: Record<string, number>;
  gone_couriers?: string[];
  no_couriers?: boolean;
  no_cod?: boolean;
  no_warehouses?: boolean;
}): Promise<void> {
  await control('PUT', '/logistics', changes);
}

/** The second order platform: its orders, and what the seller does with them. */
export const ngorder = {
  async orders(): Promise<NgorderOrder[]> {
    return (await read('/ngorder/orders')).data;
  },
  async act(order: number | undefined, step: 'pay' | 'ship' | 'deliver' | 'cancel', body?: object): Promise<void> {
    await control('POST', `/ngorder/orders/${order}/${step}`, body);
  },
};

/** The point of sale, whose changes the Worker is told of while it is connected. */
export const till = {
  async connect(): Promise<void> {
    await control('PUT', '/till/webhooks', { url: `${WORKER_URL}/webhooks/dealpos/dealpos7hook5token3of2the1sandbox0tumbas` });
  },
  async disconnect(): Promise<void> {
    await control('DELETE', '/till/webhooks');
  },
};

async function read(path: string) {
  return (await control('GET', path)).json();
}

async function control(method: string, path: string, body?: unknown): Promise<Response> {
  const answer = await fetch(`${SANDBOX_URL}/__sandbox${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}
