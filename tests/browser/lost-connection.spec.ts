/** The network and the platform fail; the shopper always knows, and never orders twice. */
import { expect, test } from '@playwright/test';
import { Checkout } from './checkout';
import { CAPTION, STORE } from './goods';
import { inspect } from './inspect';
import { landsOnPayment } from './payment';
import { orderRequests, ordersOf, plan, recover, type Fault } from './sandbox';
import { storeNamed, visit, visitMade } from './seller';
import { shopper } from './shopper';

test.afterEach(recover);

const ORDERS = { method: 'POST', path: '/v3/orders' };

const OFFLINE = 'Kamu sedang offline. Pesananmu dikirim sendiri begitu internet tersambung lagi.';
const UNSURE = 'Kami belum tahu apakah pesananmu sudah masuk.';
const REFUSED = 'Pesanan ditolak toko dan kamu belum ditagih.';
const SELLER = 'Toko ini belum bisa menerima pesanan di sini dan kamu belum ditagih.';

test('offline at the moment of ordering: it waits, can be taken back, and goes out by itself', async ({ page, context }) => {
  const siti = shopper();
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.reachReview(CAPTION.name, siti);
  await context.setOffline(true);
  await checkout.order().click();
  await expect(checkout.alert()).toContainText(OFFLINE);
  await expect(checkout.root).toContainText(siti.name);
  await inspect(page, 'lost-connection-offline');
  await checkout.button('Batal kirim').click();
  await expect(checkout.alert()).toHaveCount(0);
  await checkout.order().click();
  await expect(checkout.alert()).toContainText(OFFLINE);
  await context.setOffline(false);
  await landsOnPayment(page, CAPTION.price);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
});

test('the answer of the Worker is lost on its way back', async ({ page }) => {
  const siti = shopper();
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.reachReview(CAPTION.name, siti);
  await page.route('**/v3/orders', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  }, { times: 1 });
  await checkout.order().click();
  await expect(checkout.alert()).toContainText(UNSURE);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
});

/** Definite refusals: nothing was ordered, and trying again later orders once. */
const REFUSALS: [string, Partial<Fault>, string][] = [
  ['a key that is refused', { kind: 'status', code: 401, body: { error: 'unauthorized' } }, SELLER],
  ['a refusal', { kind: 'status', code: 422, body: { error: 'store is closed' } }, REFUSED],
];

for (const [what, fault, sentence] of REFUSALS) {
  test(`the platform answers with ${what}`, async ({ page }) => {
    const siti = shopper();
    const checkout = new Checkout(page);
    await visit(page, 'inline.html');
    await checkout.reachReview(CAPTION.name, siti);
    await plan({ ...ORDERS, kind: 'status', ...fault });
    await checkout.order().click();
    await expect(checkout.alert()).toContainText(sentence);
    await expect(checkout.root).toContainText(siti.name);
    expect(await ordersOf(siti.stored)).toHaveLength(0);
    await checkout.order().click();
    await landsOnPayment(page, CAPTION.price);
    expect(await ordersOf(siti.stored)).toHaveLength(1);
  });
}

/** The platform's answer is lost: never a second order, whatever is pressed. */
const LOST: [string, Partial<Fault>][] = [
  ['resets the connection', { kind: 'reset' }],
  ['fails with a 500', { kind: 'status', code: 500, body: 'oops' }],
  ['speaks nonsense', { kind: 'malformed' }],
  ['breaks off in the middle of its answer', { kind: 'truncated' }],
];

for (const [what, fault] of LOST) {
  test(`the platform ${what} after the order stands, and the order is found`, async ({ page }) => {
    const siti = shopper();
    const checkout = new Checkout(page);
    await visit(page, 'inline.html');
    await checkout.reachReview(CAPTION.name, siti);
    const before = await orderRequests(0);
    await plan({ ...ORDERS, kind: 'reset', ...fault, when: 'after_commit' });
    await checkout.order().click();
    await landsOnPayment(page, CAPTION.price);
    expect(await ordersOf(siti.stored)).toHaveLength(1);
    expect(await orderRequests(0)).toBe(before + 1);
  });
}

test('the platform resets the connection before the order stands', async ({ page }) => {
  const siti = shopper();
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.reachReview(CAPTION.name, siti);
  const before = await orderRequests(0);
  await plan({ ...ORDERS, kind: 'reset', when: 'before_commit' });
  await checkout.order().click();
  await checkout.isConfirming();
  await expect(checkout.root).toContainText('Jangan pesan ulang');
  await expect(checkout.order()).toHaveCount(0);

  await page.reload();
  await checkout.isConfirming();
  expect(await ordersOf(siti.stored)).toHaveLength(0);
  expect(await orderRequests(0)).toBe(before + 1);
});

test('an answer that takes very long offers the ways on', async ({ page }) => {
  await page.clock.install();
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.reachReview(CAPTION.name, shopper());
  await plan({ ...ORDERS, kind: 'reset', when: 'before_commit' });
  await checkout.order().click();
  await checkout.isConfirming();
  await inspect(page, 'lost-connection-confirming');
  const check = checkout.button(checkout.words.checkNow);
  await expect(check).toBeHidden();
  await page.clock.runFor('01:10');
  await expect(checkout.root).toContainText('Ini lebih lama dari biasanya.');
  await inspect(page, 'lost-connection-slow');
  const asked = page.waitForRequest('**/v3/orders/*');
  await check.click();
  await page.clock.runFor(100);
  await asked;
});

test('the shop cannot be loaded, then it can', async ({ page }) => {
  const checkout = new Checkout(page);
  // No other test opens this store, so the Worker has no copy of what it sells.
  const store = await storeNamed('Sekar Batik Nusantara');
  const failures: [Partial<Fault>, string][] = [
    [{ kind: 'status', code: 500, body: '<h1>Oops</h1>' }, 'Toko sedang bermasalah. Tunggu sebentar, lalu coba lagi.'],
    [{ kind: 'status', code: 429, body: 'Too Many Requests' }, 'Toko sedang ramai. Tunggu sebentar, lalu coba lagi.'],
    [{ kind: 'malformed' }, 'Toko sedang bermasalah. Tunggu sebentar, lalu coba lagi.'],
    [{ kind: 'reset' }, 'Toko sedang bermasalah. Tunggu sebentar, lalu coba lagi.'],
  ];
  for (const [fault, sentence] of failures) {
    await plan({ method: 'GET', path: '/v3/*', calls: 'every', kind: 'reset', ...fault });
    await visitMade(page, { body: `<tumbas-checkout store="${store}"></tumbas-checkout>` });
    // For two seconds the Worker leaves a platform alone that failed, and says what it said before.
    await expect(async () => {
      await checkout.button(checkout.words.retry).click();
      await expect(checkout.root, JSON.stringify(fault)).toContainText(sentence, { timeout: 500 });
    }).toPass();
    await recover();
  }
  await expect(async () => {
    await checkout.button(checkout.words.retry).click();
    await checkout.isAt('products');
  }).toPass();
});

test('a page that opens without a connection offers to try again', async ({ page }) => {
  const checkout = new Checkout(page);
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/v3/stores/**', async (route) => {
    await held;
    await route.abort('internetdisconnected');
  });
  const body = `<main><h1>Toko</h1><tumbas-checkout store="${STORE}" whatsapp="081234567890" items="${CAPTION.id}:2"></tumbas-checkout></main>`;
  await visitMade(page, { body });
  const slow = checkout.root.getByText('Internet sedang lambat.');
  await expect(slow).toBeHidden();
  await slow.evaluate((sentence) => sentence.getAnimations().forEach((wait) => wait.finish()));
  await expect(slow).toBeVisible();
  answer();
  await expect(checkout.root).toContainText('Koneksi terputus. Periksa internetmu, lalu coba lagi.');
  const chat = new URL((await checkout.link('Tanya penjual').getAttribute('href')) ?? '');
  expect(chat.searchParams.get('text')).toContain(`made.html#tumbas=${CAPTION.id}:2&store=${STORE}`);
  await inspect(page, 'lost-connection-load');
  await page.unroute('**/v3/stores/**');
  await checkout.button(checkout.words.retry).click();
  await checkout.isAt('details');
});
