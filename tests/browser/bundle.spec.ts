/** Bundles, and a cart with several lines. */
import { expect, test } from '@playwright/test';
import { Checkout } from './checkout';
import { CAPTION, LIBRARY, STARTER } from './goods';
import { inspect } from './inspect';
import { landsOnPayment } from './payment';
import { ordersOf } from './sandbox';
import { visit } from './seller';
import { shopper } from './shopper';
import { rupiah } from './words';

test('a bundle beside a single thing becomes one order', async ({ page }) => {
  const siti = shopper();
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await expect(checkout.card(STARTER.name)).toContainText(CAPTION.name);
  await checkout.add(STARTER.name).click();
  await checkout.add(CAPTION.name).click();
  const total = STARTER.price + CAPTION.price;
  await checkout.costs(total);
  await inspect(page, 'bundle-1-cart');

  await checkout.next();
  await checkout.reviewFromDetails(siti, 'BCA Virtual Account');
  await checkout.order().click();
  await landsOnPayment(page, total);
  const [order, ...more] = await ordersOf(siti.stored);
  expect(more).toEqual([]);
  expect(order).toMatchObject({ gross_revenue: total, payment_method: 'va_bca' });
  expect(order.request).toMatchObject({ ordervariants: [{ quantity: 1 }], orderbundles: [{ quantity: 1 }] });
});

test('each price of a bundle can be had', async ({ page }) => {
  const siti = shopper();
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.addPriced(LIBRARY.name, LIBRARY.shared).click();
  await checkout.costs(LIBRARY.sharedPrice);
  await checkout.next();
  await checkout.reviewFromDetails(siti);
  await expect(checkout.root).toContainText(LIBRARY.shared);
  await checkout.order().click();
  await landsOnPayment(page, LIBRARY.sharedPrice);
});

test('a line goes, and the total with it', async ({ page }) => {
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.add(STARTER.name).click();
  await checkout.add(CAPTION.name).click();
  await checkout.openCart();
  await checkout.remove(STARTER.name).click();
  await expect(checkout.line(STARTER.name)).toHaveCount(0);
  await checkout.costs(CAPTION.price);
  await expect(checkout.add(STARTER.name)).toBeVisible();

  await checkout.remove(CAPTION.name).click();
  await expect(checkout.root).toContainText('Keranjangmu masih kosong.');
});

test('never more than a hundred pieces, and never none', async ({ page }) => {
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.add(CAPTION.name).click();
  await checkout.openCart();
  for (const [typed, kept] of [['101', '100'], ['9999', '100'], ['dua', '1'], ['', '1'], ['1.5', '1']] as const) {
    await checkout.typeQuantity(CAPTION.name, '1');
    await checkout.typeQuantity(CAPTION.name, typed);
    await expect(checkout.quantity(CAPTION.name), `typed “${typed}”`).toHaveValue(kept);
  }
  await checkout.typeQuantity(CAPTION.name, '100');
  await expect(checkout.more(CAPTION.name)).toBeDisabled();
  await checkout.costs(100 * CAPTION.price);
  await expect(checkout.cart()).toContainText(rupiah(4_900_000));
});

test('nothing in the cart is nothing to order', async ({ page }) => {
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.next();
  await expect(checkout.alert()).toContainText('Pilih minimal satu barang dulu, ya.');
  await checkout.isAt('products');
});
