/** A reload loses nothing; without storage, the shop still sells. */
import { expect, test } from '@playwright/test';
import { Checkout } from './checkout';
import { CAPTION, FINANCE, STARTER, STORE } from './goods';
import { inspect } from './inspect';
import { landsOnPayment } from './payment';
import { orderRequests, ordersOf, plan, recover } from './sandbox';
import { visit, visitMade } from './seller';
import { shopper } from './shopper';
import { WORKER_URL } from './stage';
import { rupiah } from './words';

test.afterEach(recover);

test('each step stands as it was', async ({ page }) => {
  const siti = shopper();
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.add(CAPTION.name).click();
  await checkout.add(STARTER.name).click();
  await checkout.openCart();
  await checkout.more(CAPTION.name).click();
  const total = 2 * CAPTION.price + STARTER.price;
  await checkout.costs(total);
  await page.reload();
  await checkout.isAt('products');
  await checkout.costs(total);

  await checkout.next();
  await checkout.fill(siti);
  await checkout.addNote('Untuk kado.');
  await page.reload();
  await checkout.isAt('details');
  await expect(checkout.field('name')).toHaveValue(siti.name);
  await expect(checkout.field('phone')).toHaveValue(siti.phone);
  await expect(checkout.field('email')).toHaveValue(siti.email);
  await expect(checkout.field('note')).toHaveValue('Untuk kado.');
  await checkout.costs(total);

  await checkout.next();
  await checkout.method('GoPay').check();
  await page.reload();
  await checkout.isAt('payment');
  await expect(checkout.method('GoPay')).toBeChecked();

  await checkout.next();
  await checkout.isAt('review');
  await page.reload();
  await checkout.isAt('review');
  await expect(checkout.root).toContainText('Untuk kado.');
  await checkout.order().click();
  await landsOnPayment(page, total);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
});

test('the cart is there days later, in every tab, and says what the shop changed meanwhile', async ({ page, context }) => {
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.add(CAPTION.name).click();
  await checkout.next();
  await checkout.field('name').fill('Siti');

  const other = await context.newPage();
  const again = new Checkout(other);
  await visit(other, 'inline.html');
  await again.costs(CAPTION.price);
  await again.openCart();
  await again.more(CAPTION.name).click();
  await checkout.costs(2 * CAPTION.price);
  await expect(checkout.alert()).toContainText('Isi keranjang berubah di tab lain.');
  await checkout.isAt('details');
  await expect(checkout.field('name')).toHaveValue('Siti');
  await page.close();

  await other.evaluate((name) => {
    const [written, id, pieces, , what] = (localStorage.getItem(name) ?? '').split('\n');
    const cart = [Number(written) - 29 * 86_400_000, id, pieces, 45_000, what, 'variant_gone', 1, 10_000, 'Poster Lama'];
    localStorage.setItem(name, cart.join('\n'));
    sessionStorage.clear();
  }, `tumbas:cart:${STORE}`);
  await other.reload();
  await again.costs(2 * CAPTION.price);
  await expect(again.alert()).toContainText(`${CAPTION.name}: harganya dari Rp 45.000 menjadi Rp 49.000.`);
  await expect(again.alert()).toContainText('Poster Lama tidak dijual lagi dan dihapus dari keranjang.');
  await inspect(other, 'reload-repaired');
});

test('in the middle of ordering: the same order, sent under the same key', async ({ page }) => {
  const siti = shopper();
  const keys: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url() === `${WORKER_URL}/v3/orders`) {
      keys.push(request.headers()['idempotency-key']);
    }
  });
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.reachReview(CAPTION.name, siti);
  const before = await orderRequests(0);
  await plan({ method: 'POST', path: '/v3/orders', kind: 'delay', ms: 2000 });
  await checkout.order().click();
  await orderRequests(before + 1);
  await page.reload();
  await checkout.isAt('review');
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
});

test('an offer at the review comes and goes with one tick', async ({ page }) => {
  const checkout = new Checkout(page);
  const body = `<main><h1>Toko</h1><tumbas-checkout store="${STORE}" bump="${FINANCE.id}"></tumbas-checkout></main>`;
  await visitMade(page, { body });
  const siti = shopper();
  await checkout.reachReview(CAPTION.name, siti);
  const offer = checkout.root.getByRole('checkbox', { name: `Tambah ${FINANCE.name}` });
  await inspect(page, 'reload-offer');
  await offer.check();
  await expect(checkout.order()).toContainText(rupiah(CAPTION.price + FINANCE.price));
  await offer.uncheck();
  await expect(checkout.order()).toContainText(rupiah(CAPTION.price));
  await offer.check();
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price + FINANCE.price);
});

test('with every storage closed it sells all the same', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('closed', 'SecurityError');
        },
      });
    }
    Object.defineProperty(Document.prototype, 'cookie', {
      get() {
        throw new DOMException('closed', 'SecurityError');
      },
    });
  });
  await sells(page);
});

test('with a storage that is full it sells all the same', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await sells(page);
});

test('a memory that makes no sense is no memory', async ({ page }) => {
  await page.addInitScript(() => {
    const get = Storage.prototype.getItem;
    Storage.prototype.getItem = function (key) {
      return key.includes('tumbas') ? '{"saved_at":"kemarin","step":7' : get.call(this, key);
    };
  });
  await sells(page);
});

async function sells(page: import('@playwright/test').Page): Promise<void> {
  const siti = shopper();
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.reachReview(CAPTION.name, siti);
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
}
