/** What the seller's page hears. */
import { expect, test, type Page } from '@playwright/test';
import { Checkout } from './checkout';
import { CAPTION, FINANCE, STORE } from './goods';
import { landsOnPayment } from './payment';
import { ordersOf } from './sandbox';
import { visit, visitMade } from './seller';
import { shopper } from './shopper';
import { SANDBOX_URL, WORKER_URL } from './stage';
import { ENGLISH } from './words';

interface Heard {
  name: string;
  detail: Record<string, unknown>;
  target: string;
}

const NAMES = ['open', 'add_to_cart', 'remove_from_cart', 'begin_checkout', 'add_payment_info', 'order_created', 'redirect', 'error', 'close'];

/** Listens on the document, where bubbling ends, and keeps what it hears over the redirect. */
async function listen(page: Page): Promise<Heard[]> {
  const heard: Heard[] = [];
  await page.exposeFunction('heard', (one: Heard) => void heard.push(one));
  await page.addInitScript((names) => {
    for (const name of names) {
      document.addEventListener(`tumbas:${name}`, (event) => {
        const { detail, target } = event as CustomEvent & { target: Element };
        const tell = (window as unknown as { heard: (one: unknown) => void }).heard;
        tell({ name, detail: JSON.parse(JSON.stringify(detail ?? {})), target: target.localName });
      });
    }
  }, NAMES);
  return heard;
}

/** The snippet of the documentation, for calls before the loader is there. */
const EARLY = `
<script>
  window.Tumbas ||= new Proxy({ q: [] }, { get: (t, k) => t[k] ?? ((...a) => { t.q.push([k, ...a]) }) });
</script>
`;

const LOADER = `<script async src="${WORKER_URL}/tumbas.js"`;

const LINE = { item_id: CAPTION.id, item_name: CAPTION.name, price: CAPTION.price, quantity: 1 };
const MONEY = { currency: 'IDR', value: CAPTION.price, items: [LINE], event_id: expect.any(String) };

test('a purchase is told as GA4 wants it, in its order', async ({ page }) => {
  const siti = shopper();
  const heard = await listen(page);
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.reachReview(CAPTION.name, siti);
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price);
  const order = (await ordersOf(siti.stored))[0];
  const funnel = heard.filter(({ name }) => name !== 'open');
  expect(funnel.map(({ name }) => name)).toEqual(['add_to_cart', 'begin_checkout', 'add_payment_info', 'order_created', 'redirect']);
  expect(funnel.map(({ detail }) => detail)).toMatchObject([
    MONEY,
    MONEY,
    { ...MONEY, payment_type: 'qris' },
    { ...MONEY, transaction_id: order?.order_id, token: expect.any(String), event_id: expect.stringMatching(/^order_created\.ck_/) },
    { url: expect.stringContaining(SANDBOX_URL) },
  ]);
  expect(new Set(heard.map(({ target }) => target))).toEqual(new Set(['tumbas-checkout']));
});

test('nothing personal is told', async ({ page }) => {
  const siti = shopper();
  const heard = await listen(page);
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.reachReview(CAPTION.name, siti);
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price);
  const told = JSON.stringify(heard);
  for (const secret of [siti.name, siti.phone, siti.stored, siti.email]) expect(told).not.toContain(secret);
});

test('the page may keep the shopper here, and let go later', async ({ page }) => {
  const siti = shopper();
  await page.addInitScript(() => {
    document.addEventListener('tumbas:redirect', (event) => {
      event.preventDefault();
      Object.assign(window, { goOn: (event as CustomEvent<{ resume(): void }>).detail.resume });
    });
  });
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  const address = page.url();
  await checkout.reachReview(CAPTION.name, siti);
  await checkout.order().click();
  const pay = checkout.root.getByRole('link', { name: 'Bayar sekarang' });
  await expect(pay).toBeVisible();
  expect(page.url()).toBe(address);
  await page.evaluate(() => (window as unknown as { goOn(): void }).goOn());
  await landsOnPayment(page, CAPTION.price);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
});

test('an overlay tells that it opens and closes', async ({ page }) => {
  const heard = await listen(page);
  await visit(page, 'buy-button.html');
  await page.getByRole('button', { name: 'Beli caption' }).click();
  const checkout = Checkout.overlay(page);
  await checkout.isAt('details');
  await page.keyboard.press('Escape');
  await checkout.closes();
  await expect.poll(() => heard.map(({ name }) => name)).toEqual(expect.arrayContaining(['open', 'add_to_cart', 'close']));
});

test('a script calls before the loader is there, and after', async ({ page }) => {
  const siti = shopper();
  const customer = { name: siti.name, phone: siti.phone, email: siti.email };
  const open = JSON.stringify({ store: STORE, items: [{ id: CAPTION.id, quantity: 2 }], customer });
  await visitMade(page, {
    loader: false,
    head: EARLY,
    body: `<main><h1>Toko</h1><div id="kasir"></div></main><script>
      let added = 0;
      const count = () => (document.body.dataset.added = String((added += 1)));
      Tumbas.on("add_to_cart", () => { throw new Error("a listener broke") });
      Tumbas.on("add_to_cart", count);
      Tumbas.mount("#nowhere");
      Tumbas.open(${open});
    </script>${LOADER}></script>`,
  });
  const checkout = Checkout.overlay(page);
  await checkout.isAt('details');
  await expect(checkout.field('name')).toHaveValue(siti.name);
  await checkout.costs(2 * CAPTION.price);
  await expect(page.locator('body')).toHaveAttribute('data-added', '1');

  await call(page, 'close');
  await checkout.closes();
  await call(page, 'mount', '#kasir', { store: STORE, locale: 'en' });
  const inline = new Checkout(page, page.locator('#kasir'));
  await new Checkout(page, inline.root, ENGLISH).isAt('details');
  await page.evaluate('Tumbas.off("add_to_cart", count)');
  await call(page, 'update', { locale: 'id' }, '#kasir');
  await inline.isAt('details');
  await expect(inline.field('name')).toHaveValue(siti.name);
  await inline.back();
  await inline.add(FINANCE.name).click();
  await inline.costs(2 * CAPTION.price + FINANCE.price);
  await expect(page.locator('body')).toHaveAttribute('data-added', '1');
  await call(page, 'unmount', '#kasir');
  await expect(inline.root).toBeEmpty();
});

test('what counts shoppers is told once they said yes, under one id', async ({ page }) => {
  await visitMade(page, {
    loader: false,
    head: `<script>
      const told = [];
      const fbq = (...call) => { told.push(["meta", call[1], call[3].eventID, call[2].value]); throw new Error("a pixel broke") };
      const ttq = { track: (...call) => told.push(["tiktok", call[0], call[2].event_id, call[1].value]) };
    </script>${LOADER} data-track="datalayer meta tiktok"></script>`,
    body: `<tumbas-checkout store="${STORE}"></tumbas-checkout><script>Object.assign(window, { told, fbq, ttq })</script>`,
  }, '#utm_source=ig');
  const checkout = new Checkout(page);
  await checkout.add(CAPTION.name).click();
  await checkout.costs(CAPTION.price);
  const told = (): Promise<unknown[][]> => page.evaluate(`[...told, ...(window.dataLayer ?? []).map((e) => ["ga", e.event, e.event_id, e.ecommerce?.value])]`);
  expect(await told()).toEqual([]);
  await call(page, 'consent', true);
  await checkout.next();
  await checkout.isAt('details');
  const [meta, tiktok, cleared, layer] = await told();
  expect(meta).toEqual(['meta', 'InitiateCheckout', expect.stringMatching(/^begin_checkout\./), CAPTION.price]);
  expect(tiktok).toEqual(['tiktok', 'InitiateCheckout', meta?.[2], CAPTION.price]);
  expect(cleared).toEqual(['ga', undefined, undefined, undefined]);
  expect(layer).toEqual(['ga', 'begin_checkout', meta?.[2], CAPTION.price]);

  const arrival = (): Promise<string | undefined> => page.evaluate(() => localStorage['tumbas:arrival']);
  expect(await arrival()).toContain('ig');
  await call(page, 'consent', false);
  await checkout.back();
  await checkout.next();
  await checkout.isAt('details');
  expect(await told()).toHaveLength(4);
  expect(await arrival()).toBeUndefined();
});

test('an order says by which advertisement the shopper came, pages and days before', async ({ page }) => {
  const siti = shopper();
  await visit(page, 'article.html?utm_source=ig&utm_campaign=lebaran&fbclid=IwAR1&email=siti@example.com');
  await page.waitForFunction('window.Tumbas');
  await visit(page, 'inline.html?tumbas-debug');
  const checkout = new Checkout(page);
  await checkout.reachReview(CAPTION.name, siti);
  const inspector = page.getByRole('region', { name: 'Tumbas events' });
  await inspector.getByText(/ tumbas:add_payment_info/).first().click();
  await expect(inspector.getByText(/ tumbas:begin_checkout/)).toBeVisible();
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price);
  const { metadata } = (await ordersOf(siti.stored))[0]?.request as { metadata: Record<string, string> };
  const { tumbas_token, custom_domain_full_url, ...from } = metadata;
  expect(from).toEqual({ utm_source: 'ig', utm_campaign: 'lebaran', fbclid: 'IwAR1' });
});

/** Calls the loader, once it is there. */
async function call(page: Page, name: string, ...rest: unknown[]): Promise<void> {
  await page.waitForFunction(() => 'Tumbas' in window);
  await page.evaluate(([name, rest]) => {
    const tumbas = (window as unknown as { Tumbas: Record<string, (...rest: unknown[]) => unknown> }).Tumbas;
    tumbas[name]?.(...rest);
  }, [name, rest] as const);
}
