/** However often it is pressed, it is one order. */
import { expect, test, type Page } from '@playwright/test';
import { Checkout } from './checkout';
import { CAPTION } from './goods';
import { landsOnPayment } from './payment';
import { orderRequests, ordersOf, plan, recover } from './sandbox';
import { visit } from './seller';
import { shopper } from './shopper';
import { WORKER_URL } from './stage';

test.afterEach(recover);

/** Keys of the orders that the page sent to the Worker. */
function sentKeys(page: Page): string[] {
  const keys: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url() === `${WORKER_URL}/v3/orders`) {
      keys.push(request.headers()['idempotency-key']);
    }
  });
  return keys;
}

test('ten clicks in a second are one request and one order', async ({ page }) => {
  const siti = shopper();
  const keys = sentKeys(page);
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.reachReview(CAPTION.name, siti);
  await plan({ method: 'POST', path: '/v3/orders', kind: 'delay', ms: 1500 });
  const box = await checkout.order().boundingBox();
  if (!box) throw new Error('the order button is not there');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { clickCount: 10, delay: 90 });
  await landsOnPayment(page, CAPTION.price);
  expect(keys).toHaveLength(1);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
});

test('ten clicks on “continue” are one step', async ({ page }) => {
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.add(CAPTION.name).click();
  await checkout.next();
  await checkout.fill(shopper());
  await checkout.button(checkout.words.next).evaluate((button: HTMLElement) => {
    for (let click = 0; click < 10; click += 1) button.click();
  });
  await checkout.isAt('payment');
  await expect(checkout.root.getByText('Pilih cara bayar dulu, ya.')).toBeHidden();
});

test('the same order from a copy of the tab is the same order', async ({ page }) => {
  const siti = shopper();
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.reachReview(CAPTION.name, siti);
  const keys = sentKeys(page);
  const before = await orderRequests(0);
  await plan({ method: 'POST', path: '/v3/orders', kind: 'delay', ms: 4000 });
  await checkout.order().click();
  await orderRequests(before + 1);

  const copied = page.waitForEvent('popup');
  await page.evaluate(() => void window.open(location.href));
  const copy = await copied;
  const keysOfCopy = sentKeys(copy);
  const there = new Checkout(copy);
  await there.isAt('review');
  await there.order().click();
  await Promise.all([landsOnPayment(page), landsOnPayment(copy)]);
  expect(keysOfCopy).toEqual(keys);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
});
