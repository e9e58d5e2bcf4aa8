/** The order's own page: the one link that a shopper keeps, passes on and comes back to. */
import { expect, test, type Page } from '@playwright/test';
import { CAPTION, STORE } from './goods';
import { orderOf, payment, standing } from './sandbox';
import { shopper } from './shopper';
import { expectNoViolations, shot, WORKER_URL } from './stage';
import { rupiah } from './words';

interface Placed {
  token: string;
  order_id: string;
  payment_url: string;
}

/** An order of somebody new, placed over the API. */
async function place(method = 'qris'): Promise<Placed & { page: string }> {
  const { name, phone, email } = shopper();
  const answer = await fetch(`${WORKER_URL}/v3/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({
      store_unique_id: STORE,
      customer_name: name,
      customer_phone: phone,
      customer_email: email,
      payment_method: method,
      ordervariants: [{ variant_unique_id: CAPTION.id, quantity: 2 }],
    }),
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  const placed: Placed = await answer.json();
  return { ...placed, page: `${WORKER_URL}/o/${placed.token}` };
}

const headline = (page: Page, text: string) => page.getByRole('heading', { level: 1, name: text });

/** Pictures of the page at both widths; nothing hangs over the side, and axe has nothing to say. */
async function look(page: Page, name: string): Promise<void> {
  await shot(page, `order-${name}`, async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('a, button')]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
        .map((one) => one.outerHTML.slice(0, 100)),
    );
    expect(small, 'targets lower than 44 px').toEqual([]);
    await expectNoViolations(page);
  });
}

/** Whatever the page's own policy stops, or its script stumbles over. */
function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('console', (line) => line.text().includes('Content Security Policy') && heard.push(line.text()));
  return heard;
}

test('the page says how to pay, and knows by itself when it is paid', async ({ page }) => {
  const order = await place();
  const heard = complaints(page);
  await page.goto(order.page);
  await expect(headline(page, 'Menunggu pembayaran')).toBeVisible();
  await expect(page.getByText(rupiah(2 * CAPTION.price)).first()).toBeVisible();
  await expect(page.getByText(order.order_id)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Bayar sekarang' })).toHaveAttribute('href', order.payment_url);
  await look(page, 'unpaid');

  await page.evaluate(() => document.body.setAttribute('data-untouched', ''));
  await page.locator('#share').focus();
  await payment(order.order_id, 'paid');
  await expect(headline(page, 'Pembayaran diterima')).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('body')).toHaveAttribute('data-untouched', '');
  await expect(page.locator('#share')).toBeFocused();
  await expect(page.locator('#said')).toHaveText('Pembayaran diterima');
  await expect(page).toHaveTitle(/^Pembayaran diterima – /);
  await expect(page.getByRole('link', { name: 'Bayar sekarang' })).toHaveCount(0);
  await look(page, 'paid');
  expect(heard).toEqual([]);
});

test('a transfer by hand: account and exact amount, each copied by a tap', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const order = await place('bank_transfer');
  await page.goto(order.page);
  await expect(page.getByText('PT Ruang Kreasi Digital')).toBeVisible();
  const { gross_revenue } = await orderOf(order.order_id);
  const copied = async (button: string) => {
    await page.getByRole('button', { name: button }).click();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copied('Salin jumlah')).toBe(String(gross_revenue));
  expect(await copied('Salin nomor rekening')).toMatch(/^\d{8,16}$/);
  await look(page, 'transfer');
});

test('a parcel on its way has a number to follow it by', async ({ page }) => {
  const order = await place();
  await payment(order.order_id, 'paid');
  await standing(order.order_id, 'shipped', 'JX1234567890');
  await page.goto(order.page);
  await expect(async () => {
    await page.reload();
    await expect(headline(page, 'Dalam perjalanan')).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.getByText('JX1234567890')).toBeVisible();
  await look(page, 'shipped');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Bagikan lewat WhatsApp')).toBeHidden();
  await expect(page.getByText('JX1234567890')).toBeVisible();
});

test('where nothing can be streamed the page asks, and rests while nobody looks', async ({ page }) => {
  const order = await place();
  await page.route('**/events', (route) => route.fulfill({ status: 503 }));
  await page.clock.install();
  await page.goto(order.page);
  let asked = 0;
  page.on('request', (request) => {
    if (request.url() === order.page) asked += 1;
  });
  await page.clock.runFor(5_500);
  await expect.poll(() => asked).toBe(1);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.clock.runFor(120_000);
  expect(asked).toBe(1);
  await payment(order.order_id, 'paid');
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: false, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(async () => {
    await page.clock.runFor(6_000);
    await expect(headline(page, 'Pembayaran diterima')).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
});

test('a link that names no order says so kindly', async ({ page }) => {
  const answer = await page.goto(`${WORKER_URL}/o/ck_${'A'.repeat(43)}`);
  expect(answer?.status()).toBe(404);
  await expect(headline(page, 'Pesanan tidak ditemukan')).toBeVisible();
  await look(page, 'missing');
});

test('either language, and back', async ({ page }) => {
  const order = await place();
  await page.goto(order.page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'id');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(headline(page, 'Waiting for payment')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('body')).not.toContainText(/\b(yang|dengan|pesanan|bayar)\b/i);
  await look(page, 'english');
  await page.getByRole('link', { name: 'Bahasa Indonesia' }).click();
  await expect(headline(page, 'Menunggu pembayaran')).toBeVisible();
});

/** Where the reader is, which zone is named, and how many hours that is ahead of UTC. */
const ZONES = [
  ['Asia/Makassar', 'WITA', 8],
  ['Asia/Jayapura', 'WIT', 9],
  ['Asia/Singapore', 'WIB', 7],
] as const;

test('moments are told in the reader’s own zone, and in Jakarta’s to readers elsewhere', async ({ browser }) => {
  const order = await place('bank_transfer');
  for (const [timezoneId, name, ahead] of ZONES) {
    const context = await browser.newContext({ timezoneId, locale: 'id-ID' });
    const page = await context.newPage();
    await page.goto(order.page);
    const placed = page.locator('dt:text-is("Dipesan") + dd time');
    const local = new Date(Date.parse((await placed.getAttribute('datetime')) ?? '') + ahead * 3_600_000);
    const part = (options: Intl.DateTimeFormatOptions) => local.toLocaleDateString('id-ID', { timeZone: 'UTC', ...options });
    const clock = local.toISOString().slice(11, 16).replace(':', '.');
    const written = `${part({ weekday: 'long' })}, ${local.getUTCDate()} ${part({ month: 'short' })} ${local.getUTCFullYear()} pukul ${clock} ${name}`;
    expect(await placed.innerText(), timezoneId).toBe(written);
    await context.close();
  }
});

test('a deadline passes by the server’s clock, whatever the phone’s says', async ({ page }) => {
  const order = await place();
  let asked = 0;
  await page.clock.install({ time: Date.now() + 86_400_000 });
  await page.route(order.page, async (route) => {
    const html = await (await route.fetch()).text();
    const now = Number(/data-now="(\d+)"/.exec(html)?.[1]);
    await route.fulfill({ contentType: 'text/html', body: html.replace(/<main[^>]*?(?= data-until|>)/, `$& data-until="${now + 60}"`) });
    asked += 1;
  });
  await page.goto(order.page);
  await page.clock.runFor(55_000);
  expect(asked).toBe(1);
  await page.clock.runFor(7_000);
  await expect.poll(() => asked).toBe(2);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the page is whole, and a link brings the news', async ({ page }) => {
    const order = await place();
    await page.goto(order.page);
    await expect(headline(page, 'Menunggu pembayaran')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Bayar sekarang' })).toBeVisible();
    await expect(page.getByRole('button'), 'a button that could do nothing').toHaveCount(0);
    await expect(page.getByText('Halaman ini memperbarui diri.')).toBeHidden();
    await shot(page, 'order-no-script');
    await payment(order.order_id, 'paid');
    await expect(async () => {
      await page.getByRole('link', { name: 'Perbarui' }).click();
      await expect(headline(page, 'Pembayaran diterima')).toBeVisible({ timeout: 500 });
    }).toPass();
  });
});

test('by keyboard: language, copying the code, paying', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const order = await place();
  await page.goto(order.page);
  const stops: string[] = [];
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Tab');
    const { id, seen } = await page.evaluate(() => {
      const active = document.activeElement as HTMLElement;
      return { id: active.id, seen: parseFloat(getComputedStyle(active).outlineWidth) >= 2 };
    });
    if (id === '') break;
    expect(seen, `${id} shows its focus`).toBe(true);
    stops.push(id);
    if (id === 'copy-reference') {
      await page.keyboard.press('Enter');
      await expect(page.locator('#said')).toHaveText('Tersalin');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(order.order_id);
    }
  }
  expect(stops.slice(0, 3)).toEqual(['language', 'copy-reference', 'pay']);
  expect(stops).toEqual(expect.arrayContaining(['share', 'refresh']));
  await page.locator('#pay').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(order.payment_url);
});

test('what is shared opens WhatsApp with the link and nothing about the shopper', async ({ page }) => {
  const order = await place();
  await page.goto(order.page);
  const share = await page.locator('#share').getAttribute('href');
  const address = new URL(share ?? '');
  expect(address.host).toBe('wa.me');
  expect(address.searchParams.get('text')).toBe(`Ini halaman pesanannya: ${order.page}`);
  const { customer } = await orderOf(order.order_id);
  const html = await page.content();
  for (const personal of [customer.name, customer.phone, customer.email ?? customer.name]) {
    expect(html).not.toContain(personal);
  }
});
