/** Every state of an order that does not stand has its words, its next step, and a page that can be used without a mouse. */
import { expect, test, type Page, type Request } from '@playwright/test';
import { Checkout } from './checkout';
import { CAPTION } from './goods';
import { inspect } from './inspect';
import { landsOnPayment } from './payment';
import { ordersOf, plan, recover } from './sandbox';
import { visit } from './seller';
import { shopper } from './shopper';
import { WORKER_URL } from './stage';

// Faults belong to the whole sandbox.
test.describe.configure({ mode: 'serial' });
test.afterEach(recover);

const ORDERS = `${WORKER_URL}/v3/orders`;
const STATUS = `${ORDERS}/ck_spec`;
const ORDER_PAGE = `${WORKER_URL}/o/ck_spec`;

/** What the Worker says of an order; only what takes it minutes is said in its place. */
function state(status: string, more: object = {}) {
  return { token: 'ck_spec', status, order_url: ORDER_PAGE, status_url: STATUS, ...more };
}

/** The next order is answered so, and never reaches the Worker. */
async function answersOnce(page: Page, status: number, json: object): Promise<void> {
  const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
  await page.route(ORDERS, (route) => {
    const asks = route.request().method() === 'OPTIONS';
    return asks ? route.fulfill({ status: 204, headers }) : route.fulfill({ status, headers, json });
  }, { times: 1 });
}

/** From now on the order stands so: of two routes the newer answers, and no question slips between them. */
async function stands(page: Page, json: object): Promise<void> {
  await page.route(STATUS, (route) => route.fulfill({ headers: { 'access-control-allow-origin': '*' }, json }));
}

/** An order that was answered so; all orders of the page, as they were sent. */
async function ordered(
  page: Page,
  checkout: Checkout,
  status: number,
  json: object,
  siti = shopper(),
): Promise<Request[]> {
  const sent: Request[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url() === ORDERS) sent.push(request);
  });
  await visit(page, 'inline.html');
  await checkout.reachReview(CAPTION.name, siti);
  await stands(page, json);
  await answersOnce(page, status, json);
  await checkout.order().click();
  return sent;
}

function key(request: Request): string {
  return request.headers()['idempotency-key'];
}

const OPEN: [string, string, string][] = [
  ['confirming', 'Memastikan pesanan', 'Jangan pesan ulang; tautan pembayaran akan muncul di sini.'],
  ['waiting', 'Dalam antrean', 'Toko sedang ramai. Pesananmu dalam antrean.'],
  ['review', 'Dicek oleh toko', 'Toko akan menghubungimu.'],
];

for (const [status, title, sentence] of OPEN) {
  test(`an order that is ${status}`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const checkout = new Checkout(page);
    await ordered(page, checkout, 202, state(status));
    const heading = checkout.root.getByRole('heading', { name: title });
    await expect(heading).toBeFocused();
    await expect(checkout.root).toContainText(sentence);
    await expect(checkout.root).toContainText('ck_spec');
    await expect(checkout.root).not.toContainText('belum ditagih');
    await expect(checkout.order()).toHaveCount(0);
    await inspect(page, `state-${status}`);

    await expect(checkout.link('Lihat pesanan')).toHaveAttribute('href', ORDER_PAGE);
    await checkout.button('Salin tautan').press('Enter');
    await expect(checkout.button('Tautan disalin')).toBeFocused();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(ORDER_PAGE);

    await page.reload();
    await expect(heading).toBeVisible();
    await stands(page, state('pending', { order_id: '260714ABC', total: CAPTION.price }));
    await expect(checkout.root.getByRole('heading', { name: 'Pesanan dibuat' })).toBeVisible({ timeout: 30_000 });
  });
}

test('an order that waits for a busy platform is sent again by itself', async ({ page }) => {
  const siti = shopper();
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.reachReview(CAPTION.name, siti);
  const busy = { kind: 'status', code: 429, body: 'Too Many Requests', headers: { 'retry-after': '3' } } as const;
  await plan({ method: 'POST', path: '/v3/orders', ...busy });
  await checkout.order().click();
  await expect(checkout.root.getByRole('heading', { name: 'Dalam antrean' })).toBeVisible();
  await landsOnPayment(page, CAPTION.price);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
});

test('two tabs with the same cart: the second one asks', async ({ page, context }) => {
  const siti = shopper();
  const first = new Checkout(page);
  await visit(page, 'inline.html');
  await first.reachReview(CAPTION.name, siti);
  const other = await context.newPage();
  const second = new Checkout(other);
  await visit(other, 'inline.html');
  await second.reachReview(CAPTION.name, siti);

  await first.order().click();
  await landsOnPayment(page, CAPTION.price);
  await second.order().click();
  await expect(other.getByRole('heading', { name: 'Kamu baru saja memesan ini' })).toBeFocused();
  expect(await ordersOf(siti.stored)).toHaveLength(1);
  await second.link('Lihat pesanan').click();
  await other.waitForURL(`${WORKER_URL}/o/**`);

  await other.goBack();
  await second.isAt('review');
  await second.order().click();
  await second.button('Tetap pesan lagi').click();
  await landsOnPayment(other, CAPTION.price);
  expect(await ordersOf(siti.stored)).toHaveLength(2);
});

test('an order that is proven absent is sent again by one tap, under its key', async ({ page }) => {
  const siti = shopper();
  const checkout = new Checkout(page);
  const sent = await ordered(page, checkout, 202, state('confirming'), siti);
  await checkout.isConfirming();
  await stands(page, state('absent'));
  await expect(checkout.alert()).toContainText('Pesanan belum tercatat dan kamu belum ditagih. Coba lagi?');
  await expect(checkout.alert()).toBeFocused();
  await inspect(page, 'state-absent');
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price);
  expect(sent.map(key)).toEqual([key(sent[0]), key(sent[0])]);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
});

/** The Worker knows of an equal order. */
const REPEATED = {
  type: 'about:blank', title: 'Perhaps ordered already', status: 409, detail: 'Ask the shopper.',
  code: 'possible_duplicate', request_id: 'r', order_url: ORDER_PAGE,
};

test('the same again is asked about, and sent when the shopper says so', async ({ page }) => {
  const siti = shopper();
  const checkout = new Checkout(page);
  const sent = await ordered(page, checkout, 409, REPEATED, siti);
  await expect(checkout.root.getByRole('heading', { name: 'Kamu baru saja memesan ini' })).toBeFocused();
  await expect(checkout.root, 'what the API says is not for shoppers').not.toContainText(/Ask the shopper|Perhaps ordered/);
  await inspect(page, 'state-repeated');

  await page.keyboard.press('Tab');
  await expect(checkout.link('Lihat pesanan')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(checkout.button('Tetap pesan lagi')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(checkout.button('Kembali')).toBeFocused();
  await page.keyboard.press('Enter');
  await checkout.isAt('review');

  await answersOnce(page, 409, REPEATED);
  await checkout.order().click();
  await checkout.button('Tetap pesan lagi').click();
  await landsOnPayment(page, CAPTION.price);
  expect(sent.map((request) => request.postDataJSON().confirm_duplicate)).toEqual([undefined, undefined, true]);
  expect(new Set(sent.map(key)).size).toBe(3);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
});

test('an order that is out for a quarter of a minute is being confirmed', async ({ page }) => {
  await page.clock.install();
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.reachReview(CAPTION.name, shopper());
  await page.route(ORDERS, () => undefined);
  await checkout.order().click();
  await expect(checkout.root).toContainText('Memproses pesanan…');
  await page.clock.runFor(15_100);
  await checkout.isConfirming();
});
