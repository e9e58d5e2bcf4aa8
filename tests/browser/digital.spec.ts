/** A shopper buys digital things on a page with the checkout in it. */
import { expect, test } from '@playwright/test';
import { Checkout } from './checkout';
import { CAPTION, RECIPES } from './goods';
import { inspect } from './inspect';
import { landsOnPayment, pays } from './payment';
import { ordersOf } from './sandbox';
import { visit } from './seller';
import { shopper } from './shopper';
import { rupiah } from './words';

test('from the search to the paid order', async ({ page }) => {
  const siti = shopper();
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.isAt('products');
  await inspect(page, 'digital-1-products');

  await checkout.searchBox().fill('kue kering');
  await expect(checkout.card(CAPTION.name)).toHaveCount(0);
  await checkout.choose(RECIPES.name, RECIPES.rich);
  await expect(checkout.card(RECIPES.name)).toContainText(rupiah(RECIPES.richPrice));
  await checkout.add(RECIPES.name).click();
  await checkout.searchBox().fill('');
  await checkout.add(CAPTION.name).click();
  await checkout.openCart();
  await checkout.typeQuantity(CAPTION.name, '3');
  await checkout.fewer(CAPTION.name).click();
  await expect(checkout.quantity(CAPTION.name)).toHaveValue('2');
  const total = RECIPES.richPrice + 2 * CAPTION.price;
  await checkout.costs(total);
  await inspect(page, 'digital-2-cart');

  await checkout.next();
  await checkout.isAt('details');
  await expect(checkout.line(CAPTION.name), 'on a phone the lines close with their step').toBeHidden();
  await checkout.fill(siti);
  await checkout.addNote('Tolong kirim sebelum Jumat.');
  await checkout.costs(total);
  await inspect(page, 'digital-3-details');

  await checkout.next();
  await checkout.isAt('payment');
  await checkout.method('QRIS').check();
  await inspect(page, 'digital-4-payment');

  await checkout.next();
  await checkout.isAt('review');
  await expect(checkout.root).toContainText(siti.name);
  await expect(checkout.root).toContainText('Tolong kirim sebelum Jumat.');
  await checkout.costs(total);
  await expect(checkout.order()).toHaveText(`Pesan – ${rupiah(total)}`);
  await inspect(page, 'digital-5-review');

  await checkout.order().click();
  await landsOnPayment(page, total);
  await pays(page);
  const orders = await ordersOf(siti.stored);
  expect(orders).toHaveLength(1);
  expect(orders[0]).toMatchObject({
    status: 'pending',
    payment_status: 'paid',
    payment_method: 'qris',
    gross_revenue: total,
    customer: { name: siti.name, email: siti.email },
    request: { notes: 'Tolong kirim sebelum Jumat.' },
  });
  expect(orders[0].lines.map(({ name, quantity }) => ({ name, quantity }))).toEqual([
    { name: `${RECIPES.name} - ${RECIPES.rich}`, quantity: 1 },
    { name: CAPTION.name, quantity: 2 },
  ]);
});

test('coming back from the payment page starts afresh, with nothing personal left', async ({ page }) => {
  const siti = shopper();
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.reachReview(CAPTION.name, siti);
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price);

  await visit(page, 'inline.html');
  await checkout.isAt('products');
  const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]));
  expect(kept).not.toContain(siti.name);
  expect(kept).not.toContain(siti.phone);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
});
