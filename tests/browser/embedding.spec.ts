/** What the seller's page pays for having the checkout: nothing before intent, no jump after. */
import { expect, test, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Checkout } from './checkout';
import { CAPTION, COFFEE_SHOP, FINANCE, STORE, SUGAR } from './goods';
import { STOREFRONT_URL, WORKER_URL } from './stage';
import { storeNamed, visit, visitMade } from './seller';
import { ENGLISH } from './words';

/** Paths asked of the checkout's origin so far. */
function asked(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin === WORKER_URL) paths.push(url.pathname);
  });
  return paths;
}

/** Sums what jumps; the page's own script starts before everything else. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0));
}

test('before intent the loader is the only request', async ({ page }) => {
  const paths = asked(page);
  await visit(page, 'buy-button.html');
  await page.waitForLoadState('networkidle');
  expect(paths).toEqual(['/tumbas.js']);
});

test('intent fetches the rest, once', async ({ page }) => {
  const paths = asked(page);
  await visit(page, 'buy-button.html');
  await page.getByRole('button', { name: 'Beli caption' }).hover();
  await page.getByRole('button', { name: 'Beli caption' }).click();
  await Checkout.overlay(page).isAt('details');
  const files = paths.filter((path) => path.startsWith('/widget/'));
  expect(files.length).toBeGreaterThan(0);
  expect(files).toEqual([...new Set(files)]);
});

test('an inline checkout far down the page waits until it comes near', async ({ page }) => {
  const paths = asked(page);
  await visit(page, 'kreasi.html');
  await page.waitForLoadState('networkidle');
  expect(paths).toEqual(['/tumbas.js']);
  await page.locator('#pesan').scrollIntoViewIfNeeded();
  await new Checkout(page).isAt('products');
});

test('a checkout in sight waits for nothing, and one that is not to be seen is not fetched', async ({ page }) => {
  // A browser that never says what is in sight.
  await page.addInitScript(() => {
    window.IntersectionObserver = class {
      observe() {}
      disconnect() {}
    } as unknown as typeof IntersectionObserver;
  });
  const paths = asked(page);
  const at = (style: string) => visitMade(page, { body: `<main><h1>Toko</h1><div style="${style}"><tumbas-checkout store="${STORE}"></tumbas-checkout></div></main>` });
  for (const unseen of ['display: none', 'margin-top: 200vh']) {
    await at(unseen);
    await page.waitForLoadState('networkidle');
  }
  expect(paths).toEqual(['/tumbas.js', '/tumbas.js']);
  await at('margin-top: 40px');
  await new Checkout(page).isAt('products');
});

for (const width of [360, 1280]) {
  test(`nothing jumps when the checkout fills in, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 780 });
    const shifts = await watchShifts(page);
    const above = '<h1>Ruang Kreasi</h1><p>E-book dan templat untuk yang berjualan dari rumah.</p>';
    const below = '<h2>Tentang kami</h2><p>Ruang Kreasi membuat bahan belajar yang singkat.</p>';
    await visitMade(page, {
      head: '<style>tumbas-checkout { display: block; min-height: 100vh }</style>',
      body: `${above}<tumbas-checkout store="${STORE}"></tumbas-checkout>${below}`,
    });
    await expect(new Checkout(page).add(CAPTION.name)).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await shifts()).toBe(0);
  });

  test(`nothing jumps when a buy button opens it, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 780 });
    const shifts = await watchShifts(page);
    await visit(page, 'buy-button.html');
    await page.getByRole('button', { name: 'Beli caption' }).click();
    await Checkout.overlay(page).isAt('details');
    await page.waitForLoadState('networkidle');
    expect(await shifts()).toBe(0);
  });
}

test('two shops on one page keep apart', async ({ page }) => {
  const coffee = await storeNamed(COFFEE_SHOP);
  const both = [STORE, coffee].map((store) => `<tumbas-checkout id="at-${store}" store="${store}"></tumbas-checkout>`);
  await visitMade(page, { body: `<main><h1>Dua toko</h1>${both.join('')}</main>` });
  const digital = new Checkout(page, page.locator(`#at-${STORE}`));
  const shipped = new Checkout(page, page.locator(`#at-${coffee}`));
  await digital.add(CAPTION.name).click();
  await shipped.root.scrollIntoViewIfNeeded();
  await shipped.add(SUGAR.name).click();
  await digital.costs(CAPTION.price);
  await shipped.costs(SUGAR.price);
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map((one) => one.id));
  expect(ids).toEqual([...new Set(ids)]);
});

for (const part of ['companion', 'checkout']) {
  test(`where the ${part} does not come, there is a chat, and another try`, async ({ page }) => {
    const script = `<script async src="${WORKER_URL}/tumbas.js" data-store="${STORE}" data-whatsapp="0812-3456-7890"></script>`;
    const chat = new RegExp(`^https://wa\\.me/6281234567890\\?text=.*${STORE}.*items%3D${CAPTION.id}%3A1%26lang%3Did$`);
    const cut = `**/widget/${part}-*.js*`;
    await page.route(cut, (route) => route.abort('failed'));
    await visitMade(page, { loader: false, head: script, body: `<main><h1>Toko</h1><button data-tumbas-buy="${CAPTION.id}">Beli</button></main>` });
    await page.waitForFunction(() => 'Tumbas' in window);
    await page.getByRole('button', { name: 'Beli' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('link', { name: 'Pesan lewat WhatsApp' })).toHaveAttribute('href', chat);
    await page.unroute(cut);
    await dialog.getByRole('button', { name: 'Coba lagi' }).click();
    await Checkout.overlay(page).isAt('details');
  });
}

test('the npm package works as it is, in a plain module', async ({ page }) => {
  await page.route(`${STOREFRONT_URL}/npm/*`, (route) => {
    const body = readFileSync(join(String(process.env.NPM_PACKAGE), basename(route.request().url())), 'utf8');
    return route.fulfill({ body, contentType: 'text/javascript' });
  });
  await visitMade(page, {
    loader: false,
    body: `<main><h1>Toko</h1><div id="kasir"></div></main><script type="module">
      import { init, mount, on } from "./npm/index.js";
      on("add_to_cart", ({ value }) => (document.body.dataset.value = value));
      window.mounted = mount("#kasir");
      window.gone = init({ origin: "http://127.0.0.1:1", store: "${STORE}" }).catch((error) => error.message)
        .then((said) => init({ origin: "${WORKER_URL}", store: "${STORE}" }).then(() => said));
    </script>`,
  });
  expect(await page.evaluate('gone')).toContain('did not load');
  const checkout = new Checkout(page);
  await checkout.add(CAPTION.name).click();
  await expect(page.locator('body')).toHaveAttribute('data-value', String(CAPTION.price));
  await page.evaluate('mounted.unmount()');
  await expect(page.locator('#kasir')).toBeEmpty();
});

/** A page of a React shop, in the mode that runs every effect twice. */
const REACT = `
  import { init } from "PACKAGE/index.js";
  import { BuyButton, TumbasCheckout } from "PACKAGE/react.js";
  import { StrictMode, useState } from "react";
  import { createRoot } from "react-dom/client";

  init({ origin: "${WORKER_URL}", store: "${STORE}" });
  const told = ({ value }) => (document.body.dataset.value = value);

  function Shop() {
    const [locale, change] = useState("en");
    const [shown, show] = useState(true);
    return <main>
      <h1 onClick={() => change("id")} onDoubleClick={() => show(false)}>Toko</h1>
      {shown && <TumbasCheckout id="kasir" locale={locale} on={{ add_to_cart: told }} />}
      <BuyButton items={[{ id: "${CAPTION.id}", quantity: 2 }]}>Beli</BuyButton>
    </main>;
  }
  createRoot(document.getElementById("app")).render(<StrictMode><Shop /></StrictMode>);
`;

test('a React shop mounts, listens, changes and takes it off', async ({ page }) => {
  const contents = REACT.replaceAll('PACKAGE', String(process.env.NPM_PACKAGE));
  const define = { 'process.env.NODE_ENV': '"development"' };
  const stdin = { contents, loader: 'jsx', resolveDir: process.cwd() } as const;
  const { outputFiles } = await build({ stdin, define, bundle: true, write: false, jsx: 'automatic', logLevel: 'error' });
  await page.route(`${STOREFRONT_URL}/app.js`, (route) => route.fulfill({ body: outputFiles[0]?.text, contentType: 'text/javascript' }));
  await visitMade(page, { loader: false, body: '<div id="app"></div><script src="/app.js"></script>' });
  const root = page.locator('#kasir');
  await new Checkout(page, root, ENGLISH).isAt('products');
  await expect(root.locator('tumbas-checkout')).toHaveCount(1);
  await page.getByRole('heading', { name: 'Toko', level: 1 }).click();
  await new Checkout(page, root).add(FINANCE.name).click();
  await expect(page.locator('body')).toHaveAttribute('data-value', String(FINANCE.price));
  await page.getByRole('heading', { name: 'Toko', level: 1 }).dblclick();
  await expect(root).toHaveCount(0);
  await page.getByRole('button', { name: 'Beli' }).click();
  await Checkout.overlay(page).isAt('details');
  await Checkout.overlay(page).costs(2 * CAPTION.price + FINANCE.price);
});
