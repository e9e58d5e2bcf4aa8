/** What compiles, and what must not. */
import { init, mount, off, on, open, update, type Options } from '@tumbas/checkout';
import type { TumbasCheckoutProps } from '@tumbas/checkout/react';

void init({ origin: 'https://checkout.example', track: ['meta'], consent: true });
const options: Options = { store: 'store_a', items: [{ id: 'variant_a', quantity: 2 }], customer: { name: 'Sari' }, tone: 'anda' };
const mounted = mount('#kasir', options);
mounted.update({ locale: 'en' });
mounted.update({ words: { proceed: 'Gas, lanjut', 'steps.details': 'Data kamu', order: 'Beli {total}' } });
mounted.unmount();
update({ locale: 'id' });
const stop: () => void = on('order_created', ({ token, value, items }, event) => {
  const said: [string, number, string | undefined, boolean] = [token, value, items[0]?.item_id, event.bubbles];
  void said;
});
stop();
on('redirect', ({ url, resume }, event) => {
  event.preventDefault();
  if (url) resume();
});
off('close', () => {});
const props: TumbasCheckoutProps = { store: 'store_a', on: { error: ({ code }) => void code.length } };
void props;

// @ts-expect-error There is no such event.
on('order_paid', () => {});
// @ts-expect-error An order's events have no such member.
on('order_created', ({ customer_name }) => void customer_name);
// @ts-expect-error An item has an id.
open({ items: [{ quantity: 1 }] });
// @ts-expect-error No sentence is called so.
open({ words: { procede: 'Gas, lanjut' } });
// @ts-expect-error The origin must be said.
void init({ store: 'store_a' });
// @ts-expect-error Nobody is told but these.
void init({ origin: 'https://checkout.example', track: ['facebook'] });
