/** Where the checkout stands: on a storefront of its own origin, and on the Worker's own page of a store. */
import { expect, test } from '@playwright/test';
import { Checkout } from './checkout';
import { CAPTION, STORE } from './goods';
import { inspect } from './inspect';
import { landsOnPayment } from './payment';
import { visit } from './seller';
import { shopper } from './shopper';
import { STOREFRONT_URL, WORKER_URL } from './stage';

test('the page loads the loader from the Worker, on another origin', async ({ page }) => {
  const loader = page.waitForResponse(`${WORKER_URL}/tumbas.js`);
  await visit(page, 'kreasi.html');
  expect((await loader).status()).toBe(200);
  expect(new URL(WORKER_URL).origin).not.toBe(new URL(STOREFRONT_URL).origin);
});

test('a store without a site sells on a page of the Worker', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) refused.push(message.text());
  });
  await page.goto(`${WORKER_URL}/c/${STORE}?items=${CAPTION.id}:2,nothing%20here&utm_source=wa`);
  const checkout = new Checkout(page);
  await checkout.isAt('details');
  await expect(page).toHaveTitle(new RegExp(CAPTION.name));
  await checkout.costs(2 * CAPTION.price);
  await inspect(page, 'shop-page');
  await checkout.reviewFromDetails(shopper());
  await checkout.order().click();
  await landsOnPayment(page, 2 * CAPTION.price);
  expect(refused).toEqual([]);
});
