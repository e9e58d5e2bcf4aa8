/** A shopper buys things that have to be sent. */
import { expect, test, type Page } from '@playwright/test';
import { Checkout } from './checkout';
import { CASHEWS, COFFEE_SHOP, GUIDE, SUGAR, THREE_COFFEES } from './goods';
import { inspect } from './inspect';
import { landsOnPayment, pays } from './payment';
import { logistics, ordersOf } from './sandbox';
import { storeNamed, visitMade } from './seller';
import { COBLONG, district, MENTENG, shopper } from './shopper';
import { WORKER_URL } from './stage';
import { rupiah } from './words';

type ShippingRequest = Record<string, unknown>;

test.afterEach(() => logistics({}));

async function open(page: Page, attributes = ''): Promise<Checkout> {
  const store = await storeNamed(COFFEE_SHOP);
  await visitMade(page, { body: `<main><h1>Kopi</h1><tumbas-checkout store="${store}" ${attributes}></tumbas-checkout></main>` });
  const checkout = new Checkout(page);
  await checkout.isAt('products');
  return checkout;
}

test('from the first look to the paid parcel', async ({ page }) => {
  const siti = shopper();
  const checkout = await open(page);
  await checkout.add(CASHEWS.name).click();
  await expect(checkout.total()).toContainText('Subtotal');
  await expect(checkout.shipping()).toHaveText('Belum termasuk ongkir');
  await inspect(page, 'physical-1-products');

  await checkout.next();
  await checkout.isAt('details');
  await expect(checkout.field('email')).toHaveCount(0);
  await checkout.field('name').fill(siti.name);
  await checkout.field('phone').fill(siti.phone);
  await checkout.district().pressSequentially('coblo');
  await expect(checkout.districts().first()).toBeVisible();
  await inspect(page, 'physical-2-district');
  await checkout.districts().filter({ hasText: COBLONG.city }).click();
  await expect(checkout.changeDistrict()).toBeFocused();
  await checkout.fillStreet(COBLONG);
  await expect(checkout.shipping()).toHaveText(/^Ongkir mulai Rp.+ ke Coblong$/);
  await inspect(page, 'physical-3-address');

  await checkout.next();
  await checkout.isAt('delivery');
  await expect(checkout.services().first()).toBeVisible();
  await inspect(page, 'physical-4-couriers');
  const cost = await checkout.chooseService('JNE Reguler');
  await inspect(page, 'physical-5-all-couriers');
  const total = CASHEWS.price + cost;
  await checkout.costs(total);

  await checkout.next();
  await checkout.isAt('payment');
  await checkout.method('QRIS').check();
  await inspect(page, 'physical-6-payment');
  await checkout.next();
  await checkout.isAt('review');
  for (const said of [COBLONG.street, 'Coblong, Kota Bandung', COBLONG.postalCode, 'JNE Reguler', 'Subtotal', 'Ongkir', rupiah(cost)]) {
    await expect(checkout.root).toContainText(said);
  }
  await expect(checkout.order()).toHaveText(`Pesan – ${rupiah(total)}`);
  await inspect(page, 'physical-7-review');
  await checkout.order().click();
  await landsOnPayment(page, total);
  await pays(page);

  const [order, ...more] = await ordersOf(siti.stored);
  expect(more).toEqual([]);
  expect(order).toMatchObject({ payment_method: 'qris', payment_status: 'paid', gross_revenue: total });
  expect(order.request).toMatchObject({
    address: COBLONG.street,
    postal_code: COBLONG.postalCode,
    courier_service_id: 11,
    shipping_cost: cost,
  });
});

test('cash at the door: couriers that take it, one tick, the exact amount', async ({ page }) => {
  const siti = shopper();
  const checkout = await open(page);
  await checkout.reachDelivery(CASHEWS.name, siti, COBLONG);
  const before = await checkout.chooseService('JNE Yakin Esok Sampai');
  await checkout.next();
  await checkout.isAt('payment');
  await expect(checkout.method('COD')).toBeDisabled();
  await expect(checkout.root).toContainText('JNE Yakin Esok Sampai tidak menerima COD. Pilih kurir bertanda “Bisa COD”.');
  await inspect(page, 'physical-cod-1-barred');

  await checkout.back();
  const cost = await checkout.chooseService('JNE Reguler');
  expect(cost).not.toBe(before);
  await checkout.next();
  await checkout.method('COD').check();
  await expect(checkout.ready()).toBeVisible();
  await checkout.next();
  await expect(checkout.root).toContainText('Centang dulu tanda siap membayar tunai, ya.');
  await inspect(page, 'physical-cod-2-tick');
  const label = (await checkout.root.locator('.tb-agree .tb-tick').innerText()).replace(/\D/g, '');
  await checkout.ready().check();
  await checkout.costs(Number(label));
  await checkout.next();
  await checkout.isAt('review');
  await inspect(page, 'physical-cod-3-review');
  await checkout.order().click();
  await page.waitForURL('**/o/**');
  await expect(page.getByText('Bayar saat diterima').first()).toBeVisible();
  const [order] = await ordersOf(siti.stored);
  expect(order).toMatchObject({ payment_method: 'cod' });
  expect(order.request).toMatchObject({ courier_service_id: 11, shipping_cost: Number(label) - CASHEWS.price });
});

test('a bundle, a single thing and a file in one parcel', async ({ page }) => {
  const siti = shopper();
  const checkout = await open(page);
  await checkout.add(THREE_COFFEES.name).click();
  await checkout.add(SUGAR.name).click();
  await checkout.add(GUIDE.name).click();
  await checkout.next();
  await checkout.isAt('details');
  await checkout.fill(siti);
  await checkout.fillAddress(COBLONG);
  await checkout.next();
  await checkout.isAt('delivery');
  const cost = await checkout.chooseService('SiCepat Reguler');
  await checkout.next();
  await checkout.isAt('payment');
  await expect(checkout.method('COD')).toBeDisabled();
  await expect(checkout.root).toContainText('Tidak bisa COD karena ada barang digital di keranjang.');
  await checkout.method('BCA Virtual Account').check();
  await checkout.next();
  await checkout.isAt('review');
  const goods = THREE_COFFEES.price + SUGAR.price + GUIDE.price;
  await expect(checkout.root).toContainText(rupiah(SUGAR.price + GUIDE.price));
  await inspect(page, 'physical-mixed-review');
  await checkout.order().click();
  await landsOnPayment(page, goods + cost);
  const [order] = await ordersOf(siti.stored);
  expect(order.request).toMatchObject({ ordervariants: [{ quantity: 1 }, { quantity: 1 }], orderbundles: [{ quantity: 1 }], shipping_cost: cost });
});

test('another district after a courier was picked asks for couriers anew', async ({ page }) => {
  const siti = shopper();
  const checkout = await open(page);
  await checkout.reachDelivery(CASHEWS.name, siti, COBLONG);
  const near = await checkout.chooseService('JNE Reguler');
  await checkout.back();
  await checkout.isAt('details');
  await checkout.changeDistrict().click();
  await expect(checkout.district()).toBeFocused();
  await expect(checkout.postal()).toHaveCount(0);
  await checkout.fillAddress(MENTENG);
  await checkout.next();
  await checkout.isAt('delivery');
  await expect(checkout.root).toContainText('Menteng');
  await expect(checkout.services().first()).toBeVisible();
  await expect(checkout.services().locator('input:checked')).toHaveCount(0);
  await checkout.next();
  await expect(checkout.root).toContainText('Pilih kurir dulu, ya.');
  await checkout.isAt('delivery');
  const far = await checkout.chooseService('JNE Reguler');
  await checkout.next();
  await checkout.method('QRIS').check();
  await checkout.next();
  await checkout.isAt('review');
  await checkout.order().click();
  await landsOnPayment(page, CASHEWS.price + far);
  const [order] = await ordersOf(siti.stored);
  expect(order.request).toMatchObject({ address: MENTENG.street, postal_code: MENTENG.postalCode, shipping_cost: far });
  expect(near).toBeGreaterThan(0);
});

test('a reload in the middle keeps district, address and courier', async ({ page }) => {
  const siti = shopper();
  const checkout = await open(page);
  await checkout.reachDelivery(CASHEWS.name, siti, COBLONG);
  await page.reload();
  await checkout.isAt('delivery');
  const cost = await checkout.chooseService('SiCepat Reguler');
  await page.reload();
  await checkout.isAt('delivery');
  await expect(checkout.service('SiCepat Reguler')).toBeChecked();
  await checkout.back();
  await checkout.isAt('details');
  await expect(checkout.changeDistrict()).toBeVisible();
  await expect(checkout.root).toContainText('Kota Bandung');
  await expect(checkout.postal()).toHaveValue(COBLONG.postalCode);
  await expect(checkout.field('street')).toHaveValue(COBLONG.street);
  await page.reload();
  await checkout.isAt('details');
  await expect(checkout.postal()).toHaveValue(COBLONG.postalCode);
  await checkout.next();
  await checkout.isAt('delivery');
  await expect(checkout.service('SiCepat Reguler')).toBeChecked();
  await checkout.costs(CASHEWS.price + cost);
});

/** What the Worker would quote now for a service; it keeps an answer for a minute. */
async function quoted(request: ShippingRequest, service: number): Promise<number | undefined> {
  const answer = await fetch(`${WORKER_URL}/v3/shipping-options`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const options: { courier_service_id: number; shipping_cost: number }[] = (await answer.json()).data;
  return options.find((option) => option.courier_service_id === service)?.shipping_cost;
}

test('a price that changed before the order is put to the shopper first', { tag: '@waits' }, async ({ page }) => {
  test.slow();
  const siti = shopper();
  let asked: ShippingRequest = {};
  page.on('request', (request) => {
    if (request.url().endsWith('/v3/shipping-options') && request.method() === 'POST') asked = request.postDataJSON();
  });
  await page.clock.install();
  const checkout = await open(page);
  await checkout.reachDelivery(CASHEWS.name, siti, district('Gubeng', 'Kota Surabaya'));
  const cost = await checkout.reviewFromDelivery('JNE Reguler');
  await logistics({ surcharge: 2500 });
  await expect.poll(() => quoted(asked, 11), { timeout: 90_000, intervals: [2000] }).toBe(cost + 2500);
  await page.clock.fastForward('20:00');
  await checkout.order().click();
  await expect(checkout.root).toContainText(rupiah(cost + 2500));
  await checkout.isAt('review');
  await expect(checkout.root).toContainText(rupiah(cost));
  await inspect(page, 'physical-price-changed');
  expect(await ordersOf(siti.stored)).toEqual([]);
  await checkout.order().click();
  await landsOnPayment(page, CASHEWS.price + cost + 2500);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
});
