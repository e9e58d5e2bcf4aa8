/** The checkout comes in two modules: its first step, and behind it the rest. */
import { expect, test, type Page } from '@playwright/test';
import { Checkout } from './checkout';
import { CAPTION, STORE } from './goods';
import { inspect } from './inspect';
import { visit, visitMade } from './seller';
import { shopper } from './shopper';

const SECOND = '**/widget/later-*.wasm';
const CUT_OFF = 'Koneksi terputus. Periksa internetmu, lalu coba lagi.';

/** The second module is on its way until the answer is called. */
async function hold(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(SECOND, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test('the first step can be used before the second module is there, and the way on waits for it', async ({ page }) => {
  const checkout = new Checkout(page);
  const release = await hold(page);
  await visit(page, 'inline.html');
  await checkout.add(CAPTION.name).click();
  await checkout.costs(CAPTION.price);
  await checkout.next();
  await expect(checkout.button('Memuat…')).toHaveAttribute('aria-disabled', 'true');
  release();
  await checkout.isAt('details');
});

test('a second module that does not come is said, with a way to the seller, and asked for again', async ({ page }) => {
  const checkout = new Checkout(page);
  await page.route(SECOND, (route) => route.abort());
  await visitMade(page, { body: `<main><h1>Toko</h1><tumbas-checkout store="${STORE}" whatsapp="081234567890"></tumbas-checkout></main>` });
  await checkout.add(CAPTION.name).click();
  await checkout.next();
  await expect(checkout.alert()).toContainText(CUT_OFF);
  await expect(checkout.alert()).toBeFocused();
  await expect(checkout.alert().getByRole('link')).toHaveAttribute('href', /^https:\/\/wa\.me\//);
  await inspect(page, 'behind-late');
  await checkout.root.getByRole('searchbox').pressSequentially('cap', { delay: 50 });
  await expect(checkout.root.getByRole('searchbox'), 'it is said once').toBeFocused();
  await page.unroute(SECOND);
  await checkout.isAt('details');
  await expect(checkout.alert()).toHaveCount(0);
});

test('why a shop does not open is said without the second module', async ({ page }) => {
  const checkout = new Checkout(page);
  await page.route(SECOND, (route) => route.abort());
  await visitMade(page, { body: '<main><h1>Toko</h1><tumbas-checkout store="store_tidak_ada"></tumbas-checkout></main>' });
  await expect(checkout.root).toContainText('Toko ini tidak ditemukan.');
});

test('who comes back to a later step is told so, and finds what was typed', async ({ page }) => {
  const siti = shopper();
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.add(CAPTION.name).click();
  await checkout.next();
  await checkout.fill(siti);
  await page.route(SECOND, (route) => route.abort());
  await page.reload();
  await expect(checkout.root).toContainText(CUT_OFF);
  await inspect(page, 'behind-late-return');
  await checkout.button('Coba lagi').click();
  await page.unroute(SECOND);
  await checkout.isAt('details');
  await expect(checkout.field('name')).toHaveValue(siti.name);
});
