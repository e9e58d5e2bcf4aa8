/** What the seller's page hears. */
import { expect, test, type Page } from '@playwright/test';
import { Checkout } from './checkout';
import { CAPTION, STORE } from './goods';
import { landsOnPayment } from './payment';
import { ordersOf } from './sandbox';
import { visit, visitMade } from './seller';
import { shopper } from './shopper';
import { SANDBOX_URL } from './stage';

interface Heard {
  name: string;
  detail: Record<string, unknown>;
  target: string;
}

const NAMES = ['open', 'add_to_cart', 'remove_from_cart', 'begin_checkout', 'add_payment_info', 'order_created', 'redirect', 'error', 'close'];

/** Listens on the document, where bubbling ends, and keeps what it hears over the redirect. */
async function listen(page: Page): Promise<Heard[]> {
  const heard: Heard[] = [];
  await page.exposeFunction('heard', (one: Heard) => void heard.push(one));
  await page.addInitScript((names) => {
    for (const name of names) {
      document.addEventListener(`tumbas:${name}`, (event) => {
        const { detail, target } = event as CustomEvent & { target: Element };
        const tell = (window as unknown as { heard: (one: unknown) => void }).heard;
        tell({ name, detail: JSON.parse(JSON.stringify(detail ?? {})), target: target.localName });
      });
    }
  }, NAMES);
  return heard;
}

const LINE = { item_id: CAPTION.id, item_name: CAPTION.name, price: CAPTION.price, quantity: 1 };
const MONEY = { currency: 'IDR', value: CAPTION.price, items: [LINE] };

test('a purchase is told as GA4 wants it, in its order', async ({ page }) => {
  const siti = shopper();
  const heard = await listen(page);
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.reachReview(CAPTION.name, siti);
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price);
  const order = (await ordersOf(siti.stored))[0];
  const funnel = heard.filter(({ name }) => name !== 'open');
  expect(funnel.map(({ name }) => name)).toEqual(['add_to_cart', 'begin_checkout', 'add_payment_info', 'order_created', 'redirect']);
  expect(funnel.map(({ detail }) => detail)).toMatchObject([
    MONEY,
    MONEY,
    { ...MONEY, payment_type: 'qris' },
    { ...MONEY, transaction_id: order?.order_id, token: expect.any(String) },
    { url: expect.stringContaining(SANDBOX_URL) },
  ]);
  expect(new Set(heard.map(({ target }) => target))).toEqual(new Set(['tumbas-checkout']));
});

test('nothing personal is told', async ({ page }) => {
  const siti = shopper();
  const heard = await listen(page);
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.reachReview(CAPTION.name, siti);
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price);
  const told = JSON.stringify(heard);
  for (const secret of [siti.name, siti.phone, siti.stored, siti.email]) expect(told).not.toContain(secret);
});

test('the page may keep the shopper here', async ({ page }) => {
  const siti = shopper();
  await page.addInitScript(() => {
    document.addEventListener('tumbas:redirect', (event) => event.preventDefault());
  });
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  const address = page.url();
  await checkout.reachReview(CAPTION.name, siti);
  await checkout.order().click();
  const pay = checkout.root.getByRole('link', { name: 'Bayar sekarang' });
  await expect(pay).toBeVisible();
  expect(page.url()).toBe(address);
  await pay.click();
  await landsOnPayment(page, CAPTION.price);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
});

test('an overlay tells that it opens and closes', async ({ page }) => {
  const heard = await listen(page);
  await visit(page, 'buy-button.html');
  await page.getByRole('button', { name: 'Beli caption' }).click();
  const checkout = Checkout.overlay(page);
  await checkout.isAt('details');
  await page.keyboard.press('Escape');
  await checkout.closes();
  await expect.poll(() => heard.map(({ name }) => name)).toEqual(expect.arrayContaining(['open', 'add_to_cart', 'close']));
});

test('Tumbas.open and Tumbas.on do the same from a script', async ({ page }) => {
  const siti = shopper();
  await visitMade(page, { body: '<main><h1>Toko</h1></main>' });
  await page.waitForFunction(() => 'Tumbas' in window);
  await page.evaluate(({ store, id, customer }) => {
    interface Api {
      on(event: string, listener: (event: unknown) => void): void;
      open(options: unknown): void;
    }
    const tumbas = (window as unknown as { Tumbas: Api }).Tumbas;
    tumbas.on('add_to_cart', () => document.body.setAttribute('data-added', ''));
    tumbas.open({ store, items: [{ id, quantity: 2 }], customer });
  }, { store: STORE, id: CAPTION.id, customer: { name: siti.name, phone: siti.phone, email: siti.email } });
  const checkout = Checkout.overlay(page);
  await checkout.isAt('details');
  await expect(checkout.field('name')).toHaveValue(siti.name);
  await checkout.costs(2 * CAPTION.price);
  await expect(page.locator('body')).toHaveAttribute('data-added', '');
});
