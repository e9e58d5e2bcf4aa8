/** Couriers that cannot come, come late, or cost something else: what is said, and what can be done. */
import { expect, test, type Page } from '@playwright/test';
import { Checkout } from './checkout';
import { CASHEWS, COFFEE_SHOP } from './goods';
import { inspect } from './inspect';
import { logistics } from './sandbox';
import { storeNamed, visitMade } from './seller';
import { COBLONG, district, MENTENG, shopper, type District } from './shopper';
import { WORKER_URL } from './stage';
import { rupiah } from './words';

const OPTIONS = `${WORKER_URL}/v3/shipping-options`;

test.afterEach(() => logistics({}));

async function reachDelivery(page: Page, to: District = COBLONG): Promise<Checkout> {
  const store = await storeNamed(COFFEE_SHOP);
  await visitMade(page, {
    body: `<main><h1>Kopi</h1><tumbas-checkout store="${store}" whatsapp="081234567890"></tumbas-checkout></main>`,
  });
  const checkout = new Checkout(page);
  await checkout.reachDelivery(CASHEWS.name, shopper(), to);
  return checkout;
}

/** The message behind the link to the seller. */
async function message(checkout: Checkout): Promise<string> {
  const link = checkout.root.getByRole('link', { name: 'Pesan lewat WhatsApp' });
  const url = new URL((await link.getAttribute('href')) ?? '');
  expect(url.origin + url.pathname).toBe('https://wa.me/6281234567890');
  return url.searchParams.get('text') ?? '';
}

test('no warehouse: says so, and hands the cart to the seller', async ({ page }) => {
  await logistics({ no_warehouses: true });
  const checkout = await reachDelivery(page, district('Tebet', 'Kota Jakarta Selatan'));
  await expect(checkout.root).toContainText('belum bisa dikirim ke kecamatan ini');
  await inspect(page, 'delivery-no-warehouse');
  const told = await message(checkout);
  for (const part of [COFFEE_SHOP, `1 × ${CASHEWS.name}`, rupiah(CASHEWS.price), 'Tebet, Kota Jakarta Selatan']) expect(told).toContain(part);
  expect(told).not.toContain('Melati');
});

test('no courier: says so, and the address can be changed', async ({ page }) => {
  await logistics({ no_couriers: true });
  const checkout = await reachDelivery(page, district('Lowokwaru', 'Kota Malang'));
  await expect(checkout.root).toContainText('Belum ada kurir yang mengantar ke kecamatan ini.');
  await inspect(page, 'delivery-no-courier');
  await checkout.button('Ganti alamat').click();
  await checkout.isAt('details');
});

test('no answer: can be tried again', async ({ page }) => {
  await page.route(OPTIONS, (route) => route.abort());
  const checkout = await reachDelivery(page, district('Tembalang', 'Kota Semarang'));
  await expect(checkout.root).toContainText('Ongkir gagal dimuat.');
  await inspect(page, 'delivery-failed');
  await page.unroute(OPTIONS);
  await checkout.button(checkout.words.retry).click();
  await expect(checkout.services().first()).toBeVisible();
});

test('while couriers are asked the list stands still, and before that there is its shape', async ({ page }) => {
  let answer = (): void => undefined;
  const asked = new Promise<void>((resolve) => (answer = resolve));
  await page.route(OPTIONS, async (route) => {
    await asked;
    await route.continue();
  });
  const checkout = await reachDelivery(page);
  await expect(checkout.root).toContainText('Mencari kurir ke Coblong…');
  await inspect(page, 'delivery-loading');
  answer();
  await expect(checkout.services().first()).toBeVisible();
});

test('slow answers out of order: the last district wins', async ({ page }) => {
  const held: (() => void)[] = [];
  await page.route(OPTIONS, async (route) => {
    if (held.length === 0) await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  const checkout = await reachDelivery(page, MENTENG);
  await checkout.back();
  await checkout.changeDistrict().click();
  await checkout.fillAddress(COBLONG);
  await checkout.next();
  await checkout.isAt('delivery');
  await expect(checkout.services().first()).toBeVisible();
  await checkout.showAllCouriers();
  const cost = await checkout.costOf('JNE Reguler');
  const late = page.waitForResponse(OPTIONS);
  held.forEach((release) => release());
  await late;
  await expect(checkout.root).toContainText('Coblong');
  expect(await checkout.costOf('JNE Reguler')).toBe(cost);
});

test('cash that nobody takes is barred, with the reason', async ({ page }) => {
  await logistics({ no_cod: true });
  const checkout = await reachDelivery(page, district('Laweyan', 'Kota Surakarta'));
  await checkout.chooseService('JNE Reguler');
  await checkout.next();
  await checkout.isAt('payment');
  await expect(checkout.method('COD')).toBeDisabled();
  await inspect(page, 'delivery-no-cod');
});

test('totals side by side, and one press sets both', async ({ page }) => {
  const checkout = await reachDelivery(page);
  await checkout.chooseService('JNE Reguler');
  await checkout.next();
  await checkout.isAt('payment');
  await checkout.button(checkout.words.compare).click();
  const table = checkout.root.getByRole('table');
  await expect(table.getByRole('button').first()).toBeVisible();
  await expect(table.getByRole('rowheader').first()).toBeVisible();
  await expect(checkout.root.locator('.tb-bone-cell')).toHaveCount(0);
  await inspect(page, 'delivery-compare');
  const cell = table.getByRole('row', { name: /SiCepat Reguler/ }).getByRole('button').first();
  const total = Number((await cell.innerText()).match(/Rp[\s\d.]+/)?.[0].replace(/\D/g, ''));
  await cell.click();
  await expect(cell).toHaveAttribute('aria-pressed', 'true');
  await checkout.costs(total);
  await checkout.next();
  await checkout.isAt('review');
  await expect(checkout.root).toContainText('SiCepat Reguler');
  await expect(checkout.order()).toContainText(rupiah(total));
});
