/** Which store: the shopper's choice, unless the page has made it. */
import { expect, test } from '@playwright/test';
import { Checkout } from './checkout';
import { CAPTION } from './goods';
import { inspect } from './inspect';
import { landsOnPayment } from './payment';
import { ordersOf } from './sandbox';
import { visit, visitMade } from './seller';
import { shopper } from './shopper';
import { WORKER_URL } from './stage';

test('with no store given, the shopper chooses one and can change it', async ({ page }) => {
  const siti = shopper();
  const checkout = new Checkout(page);
  await visit(page, 'all-stores.html');
  await checkout.isAt('store');
  await expect(checkout.root).toContainText('Langkah 1 dari 5');
  for (const name of ['Sekar Batik Nusantara', 'Kopi Lereng & Jajan', 'Ruang Kreasi']) {
    await expect(checkout.store(name)).toBeVisible();
  }
  await inspect(page, 'stores-1-choose');

  await checkout.store('Kopi Lereng & Jajan').click();
  await checkout.isAt('products');
  await expect(checkout.add('E-book Panduan Seduh Rumahan')).toBeVisible();
  await inspect(page, 'stores-2-coffee');

  await checkout.back();
  await checkout.store('Ruang Kreasi').click();
  await checkout.reachReview(CAPTION.name, siti);
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price);
  expect((await ordersOf(siti.stored))[0]).toMatchObject({ store: 'kreator' });
});

test('the Worker sells from a page of its own', async ({ page }) => {
  const siti = shopper();
  const checkout = new Checkout(page);
  await page.goto(WORKER_URL);
  await checkout.store('Ruang Kreasi').click();
  await checkout.isAt('products');
  await inspect(page, 'stores-home');
  await checkout.reachReview(CAPTION.name, siti);
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price);
});

test('with a store given, there is nothing to choose', async ({ page }) => {
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.isAt('products');
  await expect(checkout.root).toContainText('Langkah 1 dari 4');
  await expect(checkout.root.getByText(checkout.words.steps.store)).toHaveCount(0);
});

test('one thing that must be shipped brings the steps of a parcel, and takes them away again', async ({ page }) => {
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await expect(checkout.root).toContainText('Langkah 1 dari 4');
  await checkout.searchBox().fill('stiker');
  await checkout.add('Paket Stiker Semangat (24 Lembar)').click();
  await expect(checkout.root).toContainText('Langkah 1 dari 5');
  await checkout.searchBox().fill('');
  await checkout.add(CAPTION.name).click();
  await checkout.openCart();
  await checkout.remove('Paket Stiker Semangat (24 Lembar)').click();
  await expect(checkout.root).toContainText('Langkah 1 dari 4');
  await checkout.next();
  await checkout.isAt('details');
  await expect(checkout.district()).toHaveCount(0);
});

test('what is not for sale is not shown', async ({ page }) => {
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.searchBox().fill('Daftar Periksa Buka Toko');
  await expect(checkout.root).toContainText('Tidak ada produk yang cocok. Coba kata lain.');
  await expect(checkout.card('Daftar Periksa Buka Toko (Bonus)')).toHaveCount(0);
});

test('a store that does not exist says so', async ({ page }) => {
  const checkout = new Checkout(page);
  await visitMade(page, { body: '<main><h1>Toko</h1><tumbas-checkout store="store_nowhere"></tumbas-checkout></main>' });
  await expect(checkout.root).toContainText('Toko ini tidak ditemukan. Minta tautan yang baru ke penjual.');
  await expect(checkout.button(checkout.words.retry)).toHaveCount(0);
  await inspect(page, 'stores-unknown');
});
