/** A shopper buys on the second order platform, which has no page to pay on and tells nothing by itself. */
import { expect, test, type Page } from '@playwright/test';
import { Checkout } from './checkout';
import { ngorder } from './sandbox';
import { minute, storeNamed, visitMade } from './seller';
import { COBLONG, shopper } from './shopper';
import { expectNoViolations, shot, WORKER_URL } from './stage';
import { rupiah } from './words';

const SCARF = { name: 'Syal Lurik Rumbai', price: 95_000, dozen: 80_000 };
/** Three thousandths of what is sent. */
const INSURANCE = 285;

const headline = (page: Page, text: string) => page.getByRole('heading', { level: 1, name: text });

/** The order may be put on the list of those to ask about after the shopper has been sent on: then a later minute asks. */
async function comesTo(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await minute();
    await expect(headline(page, text)).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 40_000 });
}

test('from the first look to the parcel on its way, paid on our own page', async ({ page }) => {
  const siti = shopper();
  const store = await storeNamed('Sekar Batik Grosir');
  await visitMade(page, { body: `<main><h1>Batik</h1><tumbas-checkout store="${store}"></tumbas-checkout></main>` });
  const checkout = new Checkout(page);
  await checkout.isAt('products');
  await expect(page.getByText(`Mulai 12 pcs: ${rupiah(SCARF.dozen)}`)).toBeVisible();
  await checkout.reachDelivery(SCARF.name, siti, COBLONG);
  await checkout.chooseService('JNE REG');
  await page.getByRole('checkbox', { name: `Asuransikan paket ini (${rupiah(INSURANCE)})` }).check();
  await shot(page, 'ngorder-0-insured');
  const cost = await checkout.reviewFromDelivery('JNE REG', 'Transfer bank');
  const total = SCARF.price + cost + INSURANCE;
  await checkout.costs(total);
  await checkout.order().click();

  await page.waitForURL(`${WORKER_URL}/o/**`);
  await expect(headline(page, 'Menunggu pembayaran')).toBeVisible();
  await expect(page.locator('#copy-amount')).toHaveAttribute('data-copy', String(total));
  await expect(page.getByText('BCA')).toBeVisible();
  const order = (await ngorder.orders()).at(-1);
  const chat = new URL((await page.getByRole('link', { name: 'Konfirmasi via WhatsApp' }).getAttribute('href')) ?? '');
  expect([chat.host, chat.pathname]).toEqual(['wa.me', '/6281200000077']);
  expect(chat.searchParams.get('text')).toBe(`Halo, saya sudah transfer ${rupiah(total)} untuk pesanan ${order?.po_number}.`);
  await shot(page, 'ngorder-1-to-pay');
  await expectNoViolations(page);

  await ngorder.act(order?.order_id, 'pay');
  await comesTo(page, 'Pesanan sedang disiapkan');
  await ngorder.act(order?.order_id, 'ship', { awb_number: 'JX1234567890' });
  await comesTo(page, 'Dalam perjalanan');
  await expect(page.getByText('JX1234567890')).toBeVisible();
  await expect(page.getByText('Paket diterima di gudang kurir')).toBeVisible();
  await shot(page, 'ngorder-2-shipped');
});
