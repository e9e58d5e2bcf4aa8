/** Pages that were not made for us: hostile styles and scripts, strict policies, blocked WebAssembly. */
import { expect, test, type Page } from '@playwright/test';
import { Checkout } from './checkout';
import { CAPTION, STORE } from './goods';
import { inspect } from './inspect';
import { landsOnPayment } from './payment';
import { ordersOf } from './sandbox';
import { visit, visitMade } from './seller';
import { shopper } from './shopper';
import { SANDBOX_URL, STOREFRONT_URL, WORKER_URL } from './stage';

const INLINE = `<tumbas-checkout store="${STORE}"></tumbas-checkout>`;

/** The policy that the documentation tells sellers to use. */
const POLICY = [
  `default-src 'none'`,
  `script-src ${WORKER_URL} 'wasm-unsafe-eval'`,
  `connect-src ${WORKER_URL}`,
  `img-src ${WORKER_URL} ${SANDBOX_URL}`,
  `style-src ${WORKER_URL}`,
  `base-uri 'none'`,
].join('; ');

/** What the browser's policies complain about, and every uncaught error. */
function complaints(page: Page): string[] {
  const all: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type|TrustedHTML|TrustedScript/i.test(message.text())) all.push(message.text());
  });
  page.on('pageerror', (error) => all.push(String(error)));
  return all;
}

/** Axe itself does not survive what this page does to the built-in prototypes. */
async function forgiveForAxe(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.deleteProperty(Array.prototype, 'last');
    Reflect.deleteProperty(Object.prototype, 'inherits');
  });
}

async function sells(page: Page, checkout = new Checkout(page)): Promise<void> {
  const siti = shopper();
  await checkout.isAt('products');
  await checkout.reachReview(CAPTION.name, siti);
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
}

test('hostile styles and clobbered names', async ({ page }) => {
  const all = complaints(page);
  await visit(page, 'hostile.html');
  await new Checkout(page).isAt('products');
  await sells(page);
  expect(all).toEqual([]);
});

test('hostile styles leave it readable', async ({ page }) => {
  await visit(page, 'hostile.html');
  await new Checkout(page).isAt('products');
  await forgiveForAxe(page);
  await inspect(page, 'hostile-products', 'tumbas-checkout');
});

test('what a page hands down to its children stops at the checkout', async ({ page }) => {
  await visit(page, 'hostile.html');
  await new Checkout(page).isAt('products');
  const text = page.locator('tumbas-checkout').getByText('Langkah 1 dari 4');
  const styles = await text.evaluate((element) => {
    const { letterSpacing, textTransform, whiteSpace, wordSpacing } = getComputedStyle(element);
    return { letterSpacing, textTransform, whiteSpace, wordSpacing };
  });
  expect(styles).toEqual({ letterSpacing: 'normal', textTransform: 'none', whiteSpace: 'normal', wordSpacing: '0px' });
});

test('hostile styles around the overlay', async ({ page }) => {
  await visit(page, 'hostile.html');
  await page.getByRole('button', { name: 'Beli caption' }).click();
  const checkout = Checkout.overlay(page);
  await checkout.isAt('details');
  await forgiveForAxe(page);
  await inspect(page, 'hostile-overlay', 'dialog');
  const siti = shopper();
  await checkout.reviewFromDetails(siti);
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price);
});

test('a strict content security policy', async ({ page }) => {
  const all = complaints(page);
  await visitMade(page, { body: INLINE, headers: { 'content-security-policy': POLICY } });
  await sells(page);
  expect(all).toEqual([]);
});

test('trusted types with no policy allowed', async ({ page }) => {
  const all = complaints(page);
  const policy = `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'`;
  await visitMade(page, { body: INLINE, headers: { 'content-security-policy': policy } });
  await sells(page);
  expect(all).toEqual([]);
});

test('a buy button under a strict policy', async ({ page }) => {
  const all = complaints(page);
  const policy = `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'`;
  await visitMade(page, {
    body: `<button data-tumbas-buy="${CAPTION.id}" data-tumbas-store="${STORE}">Beli</button>`,
    headers: { 'content-security-policy': policy },
  });
  await page.getByRole('button', { name: 'Beli' }).click();
  const checkout = Checkout.overlay(page);
  await checkout.isAt('details');
  await checkout.reviewFromDetails(shopper());
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price);
  expect(all).toEqual([]);
});

test('a listener that throws stops nothing', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => {
    for (const name of ['open', 'add_to_cart', 'begin_checkout', 'add_payment_info', 'order_created', 'redirect']) {
      document.addEventListener(`tumbas:${name}`, () => {
        throw new Error('a pixel broke');
      });
    }
  });
  await visit(page, 'inline.html');
  await sells(page);
  expect(errors).toContain('a pixel broke');
});

const BLOCKED: [string, (page: Page) => Promise<void>][] = [
  ['forbids WebAssembly', async (page) => {
    const policy = POLICY.replace(` 'wasm-unsafe-eval'`, '');
    await visitMade(page, { body: INLINE, headers: { 'content-security-policy': policy } });
  }],
  ['has no WebAssembly', async (page) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
    await visitMade(page, { body: INLINE });
  }],
  ['cannot fetch it', async (page) => {
    await page.route('**/*.wasm', (route) => route.abort('failed'));
    await visitMade(page, { body: INLINE });
  }],
  ['gets a 404 for it', async (page) => {
    await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await visitMade(page, { body: INLINE });
  }],
];

for (const [what, open] of BLOCKED) {
  test(`where the browser ${what}, the shopper reads so within 3 s`, async ({ page }) => {
    await open(page);
    const root = page.locator('tumbas-checkout');
    await expect(root).toContainText(/belum bisa dibuka|tidak bisa dibuka/i, { timeout: 3_000 });
    expect(page.url().startsWith(STOREFRONT_URL)).toBe(true);
  });
}
