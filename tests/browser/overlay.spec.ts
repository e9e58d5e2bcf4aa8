/** The checkout that a buy button opens over the seller's page. */
import { expect, test, type Page } from '@playwright/test';
import { Checkout } from './checkout';
import { CAPTION, FINANCE, STORE } from './goods';
import { inspect } from './inspect';
import { landsOnPayment } from './payment';
import { ordersOf } from './sandbox';
import { visit, visitMade } from './seller';
import { shopper } from './shopper';

const caption = (page: Page) => page.getByRole('button', { name: 'Beli caption' });
const finance = (page: Page) => page.getByRole('button', { name: 'Beli dua' });

test('one press brings the thing to the details, without leaving the page', async ({ page }) => {
  const siti = shopper();
  let popups = 0;
  page.on('popup', () => (popups += 1));
  await visit(page, 'buy-button.html');
  const address = page.url();
  await caption(page).click();
  const checkout = Checkout.overlay(page);
  await checkout.isAt('details');
  await checkout.openCart();
  await expect(checkout.line(CAPTION.name)).toBeVisible();
  await checkout.costs(CAPTION.price);
  await inspect(page, 'overlay-1-details');
  expect(page.url()).toBe(address);

  await checkout.reviewFromDetails(siti);
  await inspect(page, 'overlay-2-review');
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price);
  expect(popups).toBe(0);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
});

test('the focus goes in, stays in, and comes back', async ({ page }) => {
  await visit(page, 'buy-button.html');
  await caption(page).focus();
  await page.keyboard.press('Enter');
  const checkout = Checkout.overlay(page);
  await checkout.isAt('details');
  await expect.poll(() => focusIsIn(page)).toBe(true);
  for (const key of [...Array(25).fill('Tab'), ...Array(30).fill('Shift+Tab')]) {
    await page.keyboard.press(key);
    expect(await focusIsBehind(page), `after ${key}`).toBe(false);
  }
  await checkout.button(checkout.words.close).click();
  await checkout.closes();
  await expect(checkout.root).toBeHidden();
  await expect(caption(page)).toBeFocused();
});

test('Escape asks before it closes on what was typed', async ({ page }) => {
  await visit(page, 'buy-button.html');
  await caption(page).click();
  const checkout = Checkout.overlay(page);
  await checkout.field('name').fill('Siti');
  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog', { name: 'Tutup halaman pesanan?' });
  await expect(question).toBeVisible();
  await expect(checkout.button(checkout.words.stay)).toBeFocused();
  await inspect(page, 'overlay-3-question');
  await checkout.button(checkout.words.stay).click();
  await expect(question).toBeHidden();
  await expect(checkout.field('name')).toHaveValue('Siti');

  await page.keyboard.press('Escape');
  await checkout.button(checkout.words.leave).click();
  await expect(checkout.root).toBeHidden();
  await expect(caption(page)).toBeFocused();

  await caption(page).click();
  await expect(checkout.field('name')).toHaveValue('Siti');
  await checkout.openCart();
  await expect(checkout.quantity(CAPTION.name)).toHaveValue('1');
});

test('Escape closes at once what a button filled, and the focus finds a place when the button is gone', async ({ page }) => {
  await visit(page, 'buy-button.html');
  const checkout = Checkout.overlay(page);
  const back = (change: (button: HTMLElement | SVGElement) => void) => async (): Promise<void> => {
    await caption(page).click();
    await checkout.isAt('details');
    await page.locator(`[data-tumbas-buy="${CAPTION.id}"]`).evaluate(change);
    await page.keyboard.press('Escape');
    await expect(checkout.root).toBeHidden();
  };
  await test.step('drawn anew, as single-page shops do', back((button) => button.replaceWith(button.cloneNode(true))));
  await expect(caption(page)).toBeFocused();
  await test.step('gone for good', back((button) => button.remove()));
  await expect(page.getByRole('main')).toBeFocused();
});

test('two buttons of a page fill one cart', async ({ page }) => {
  await visit(page, 'buy-button.html');
  const checkout = Checkout.overlay(page);
  await caption(page).click();
  await checkout.isAt('details');
  await page.keyboard.press('Escape');
  await checkout.closes();
  await finance(page).click();
  await checkout.isAt('details');
  await checkout.costs(CAPTION.price + 2 * FINANCE.price);
});

test('a link brings things along, and nothing else that is written in it', async ({ page }) => {
  await visitMade(page, { body: '<main><h1>Toko</h1></main>' }, `#tumbas=${CAPTION.id}:2,"><img>,${FINANCE.id}:0&store=${STORE}`);
  const checkout = Checkout.overlay(page);
  await checkout.isAt('details');
  await checkout.costs(2 * CAPTION.price);
  expect(new URL(page.url()).hash).toBe('');
  await page.keyboard.press('Escape');
  await checkout.closes();

  // Buttons and links that a single-page shop draws later.
  await page.evaluate(([store, id]) => {
    document.body.insertAdjacentHTML('beforeend', `<a href="#tumbas=x y">Rusak</a>
      <a href="#tumbas=${id}&store=${store}">Tautan</a>
      <button data-tumbas-buy="${id}" data-tumbas-store="${store}">Tombol</button>`);
  }, [STORE, FINANCE.id]);
  for (const [role, name] of [['link', 'Tautan'], ['button', 'Tombol']] as const) {
    await page.getByRole('link', { name: 'Rusak' }).click();
    await page.getByRole(role, { name }).click();
    await checkout.isAt('details');
    await checkout.costs(2 * CAPTION.price + FINANCE.price);
    await page.keyboard.press('Escape');
    await checkout.closes();
    await expect(page.getByRole(role, { name })).toBeFocused();
  }
});

test('the page behind stays where it was', async ({ page }) => {
  await visit(page, 'kreasi.html');
  const buy = page.getByRole('button', { name: 'Beli E-book Keuangan UMKM' });
  await buy.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => window.scrollY);
  expect(before).toBeGreaterThan(0);
  await buy.click();
  const checkout = Checkout.overlay(page);
  await checkout.isAt('details');
  await page.mouse.move(5, 300);
  await page.mouse.wheel(0, 600);
  await checkout.field('name').fill('Siti');
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
  await page.keyboard.press('Escape');
  await checkout.closes();
  await expect(buy).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
});

test('without scripts, a link still leads somewhere', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await visit(page, 'article.html');
  const link = page.getByRole('link', { name: 'E-book Mulai Freelance dari Nol' });
  const address = await link.getAttribute('href');
  expect((await page.request.get(new URL(String(address), page.url()).href)).ok()).toBe(true);
  await context.close();
});

/** The focus stands on something of the overlay. */
function focusIsIn(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector('dialog')?.contains(document.activeElement) ?? false);
}

/** The focus has reached the page behind. The browser's own bars, from where the body looks focused, are no page. */
function focusIsBehind(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const active = document.activeElement;
    return active !== document.body && !document.querySelector('dialog')?.contains(active);
  });
}
