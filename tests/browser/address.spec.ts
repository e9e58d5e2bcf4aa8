/** Finding a kecamatan, pasting an address, and doing both with nothing but a keyboard. */
import { expect, test, type Page } from '@playwright/test';
import { Checkout } from './checkout';
import { CASHEWS, COFFEE_SHOP } from './goods';
import { inspect } from './inspect';
import { landsOnPayment } from './payment';
import { ordersOf } from './sandbox';
import { storeNamed, visitMade } from './seller';
import { COBLONG, shopper } from './shopper';
import { WORKER_URL } from './stage';

let checkout: Checkout;

test.beforeEach(async ({ page }) => {
  checkout = await details(page);
});

/** A checkout at the details of a parcel. */
async function details(page: Page): Promise<Checkout> {
  const store = await storeNamed(COFFEE_SHOP);
  await visitMade(page, { body: `<main><h1>Kopi</h1><tumbas-checkout store="${store}"></tumbas-checkout></main>` });
  const checkout = new Checkout(page);
  await checkout.add(CASHEWS.name).click();
  await checkout.next();
  await checkout.isAt('details');
  return checkout;
}

test('words in any order and in short find the district', async () => {
  for (const typed of ['bekasi tambun', 'tambun bekasi', 'Kec. Tambun, Bekasi']) {
    await checkout.district().fill(typed);
    await expect(checkout.districts().filter({ hasText: 'Tambun Selatan' }).first(), typed).toContainText('Kabupaten Bekasi');
  }
  await checkout.district().fill('bogor utara');
  await expect(checkout.districts().filter({ hasText: 'Kota Bogor' }).first()).toBeVisible();
});

test('two letters ask for more, a number for a name, a village for its district', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(`${WORKER_URL}/v3/locations?`)) asked.push(request.url());
  });
  await checkout.district().fill('co');
  await checkout.district().fill('40132');
  await expect(checkout.root).toContainText('Ketik nama kecamatannya dulu; kode pos menyusul.');
  expect(asked).toEqual([]);
  await checkout.district().fill('zzzz');
  await expect(checkout.root).toContainText('Kecamatan “zzzz” tidak ditemukan.');
  await expect(checkout.root).toContainText('Ketik nama kecamatan, bukan kelurahan.');
  await inspect(page, 'address-none');
});

test('a search that fails says so and can be tried again', async ({ page }) => {
  const down = `${WORKER_URL}/v3/locations?**`;
  await page.route(down, (route) => route.abort());
  await checkout.district().fill('coblong');
  await expect(checkout.root).toContainText('Kecamatan gagal dicari.');
  await inspect(page, 'address-failed');
  await page.unroute(down);
  await checkout.button(checkout.words.retry).click();
  await expect(checkout.districts().first()).toContainText('Coblong');
});

test('what is wrong with an address is said at its fields', async ({ page }) => {
  const siti = shopper();
  await checkout.field('name').fill(siti.name);
  await checkout.field('phone').fill(siti.phone);
  await checkout.next();
  await expect(checkout.summary()).toBeFocused();
  await expect(checkout.summary()).toContainText('Pilih kecamatan dari daftar dulu, ya.');
  await expect(checkout.summary()).toContainText('Isi alamat lengkap dulu, ya.');
  await inspect(page, 'address-errors');
  await checkout.summary().getByRole('link', { name: 'Pilih kecamatan dari daftar dulu, ya.' }).click();
  await expect(checkout.district()).toBeFocused();
  await checkout.chooseDistrict(COBLONG);
  await checkout.field('street').fill('Jl.');
  await checkout.field('street').press('Tab');
  await expect(checkout.error('street')).toHaveText('Lengkapi alamat: nama jalan dan nomor rumah.');
  await checkout.field('street').fill('Jl. Melati');
  await checkout.field('street').press('Tab');
  await expect(checkout.root).toContainText('Tambahkan nomor rumah atau patokan');
});

test('the browser knows the fields of an address', async () => {
  await checkout.chooseDistrict(COBLONG);
  await expect(checkout.field('name')).toHaveAttribute('autocomplete', 'shipping name');
  await expect(checkout.field('street')).toHaveAttribute('autocomplete', 'shipping street-address');
  await expect(checkout.postal()).toHaveAttribute('autocomplete', 'shipping postal-code');
  await checkout.changeDistrict().click();
  await expect(checkout.district()).toHaveAttribute('autocomplete', 'off');
  await expect(checkout.district()).toHaveAttribute('aria-expanded', 'false');
});

test('an address from a chat is split, shown, and fills what is empty', async ({ page }) => {
  await checkout.openPaste();
  await checkout.pasteBox().fill(
    'Nama: Siti Nur’aini 🙏\nNo HP: 0812-3456-7890\nAlamat: Jl. Dago No. 123 RT 02/RW 05\nKec. Coblong, Kota Bandung\n40132',
  );
  for (const found of ['Yang ditemukan', '0812-3456-7890', 'Jl. Dago No. 123']) await expect(checkout.root).toContainText(found);
  await inspect(page, 'address-paste');
  await checkout.button(checkout.words.pasteUse).click();
  await expect(checkout.field('phone')).toHaveValue(/812/);
  await expect(checkout.field('street')).toHaveValue(/Jl\. Dago No\. 123/);
  await checkout.districts().filter({ hasText: 'Kota Bandung' }).first().click();
  await expect(checkout.postal()).toHaveValue('40132');
  await checkout.next();
  await checkout.isAt('delivery');
});

test('the details are remembered on this device when asked for, and no longer than that', async ({ page, context }) => {
  await checkout.field('name').fill('Siti Nuraini');
  await checkout.chooseDistrict(COBLONG);
  expect(await stored(page)).not.toMatch(/Siti|Coblong/);
  await checkout.keep().check();
  const other = await context.newPage();
  const store = await storeNamed(COFFEE_SHOP);
  await visitMade(other, { body: `<main><h1>Kopi</h1><tumbas-checkout store="${store}"></tumbas-checkout></main>` });
  const again = new Checkout(other);
  await again.isAt('products');
  await expect(again.shipping()).toHaveText(/^Ongkir mulai Rp.+ ke Coblong$/);
  await again.costs(CASHEWS.price);
  await again.next();
  await expect(again.field('name')).toHaveValue('Siti Nuraini');
  await expect(again.keep()).toBeChecked();
  await inspect(other, 'address-remembered');
  await again.keep().uncheck();
  await expect(again.root).toContainText('Data sudah dihapus dari perangkat ini.');
  expect(await stored(other)).not.toMatch(/Siti|Coblong/);
});

async function stored(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify({ ...localStorage }));
}

test('the whole way of a parcel by keyboard', async ({ page }) => {
  const siti = shopper();
  const type = (text: string) => page.keyboard.type(text);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await checkout.field('name').focus();
  await type(siti.name);
  await press('Tab');
  await type(siti.phone);
  await press('Tab');
  await expect(checkout.district()).toBeFocused();
  await type('coblong');
  await expect(checkout.districts().first()).toBeVisible();
  await press('Escape');
  await expect(checkout.districts().first()).toBeHidden();
  await press('ArrowDown');
  await expect(checkout.districts().first()).toBeVisible();
  const active = async () => page.locator(`#${await checkout.district().getAttribute('aria-activedescendant')}`);
  if (!(await checkout.district().getAttribute('aria-activedescendant'))) await press('ArrowDown');
  await expect(await active()).toContainText('Coblong');
  await expect(await active()).toHaveAttribute('aria-selected', 'true');
  await press('Enter');
  await expect(checkout.changeDistrict()).toBeFocused();
  await expect(checkout.postal()).toBeVisible();
  await press('Tab');
  await expect(checkout.postal()).toBeFocused();
  await type('40132');
  await expect(checkout.postal()).toHaveValue('40132');
  await press('Tab');
  await expect(checkout.field('street')).toBeFocused();
  await type(COBLONG.street);
  await checkout.button(checkout.words.next).focus();
  await press('Enter');

  await checkout.isAt('delivery');
  await expect(checkout.heading('delivery')).toBeFocused();
  await expect(checkout.services().first()).toBeVisible();
  const first = checkout.root.getByRole('radio').first();
  for (let stops = 0; stops < 20 && !(await first.evaluate((one) => one === document.activeElement)); stops += 1) await press('Tab');
  await press('Space');
  await expect(first).toBeChecked();
  await press('ArrowDown');
  await expect(checkout.root.getByRole('radio').nth(1)).toBeChecked();
  await press('Enter');

  await checkout.isAt('payment');
  await expect(checkout.heading('payment')).toBeFocused();
  const method = checkout.root.getByRole('radio').first();
  for (let stops = 0; stops < 20 && !(await method.evaluate((one) => one === document.activeElement)); stops += 1) await press('Tab');
  await press('Space', 'Enter');
  await checkout.isAt('review');
  await checkout.order().focus();
  await press('Enter');
  await landsOnPayment(page);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
});
