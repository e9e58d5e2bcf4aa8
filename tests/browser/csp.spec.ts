/** The policies that sellers' pages have: the checkout works whole, or says at once where it does. */
import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { Checkout } from './checkout';
import { CAPTION, STORE } from './goods';
import { landsOnPayment } from './payment';
import { ordersOf } from './sandbox';
import { visitMade } from './seller';
import { shopper } from './shopper';
import { SANDBOX_URL, STOREFRONT_URL, WORKER_URL } from './stage';

/** What the guide tells sellers to allow, on a page that allows nothing else. */
const POLICY = [
  `default-src 'none'; base-uri 'none'`,
  readFileSync(new URL('../../www/store/examples/csp.txt', import.meta.url), 'utf8')
    .replaceAll('https://checkout.example.id', WORKER_URL)
    .replaceAll('https://pictures.example.id', SANDBOX_URL)
    .replaceAll(/\s+/g, ' ')
    .trim(),
].join('; ');

const TRUSTED = `${POLICY} require-trusted-types-for 'script'; trusted-types 'none'`;

const HEAD = `<script nonce="r4nd0m" async src="${WORKER_URL}/tumbas.js" data-store="${STORE}" data-whatsapp="0812-3456-7890"></script>`;
const INLINE = `<main><h1>Toko</h1><tumbas-checkout items="${CAPTION.id}:2"></tumbas-checkout></main>`;
const BUTTON = `<main><h1>Toko</h1><button data-tumbas-buy="${CAPTION.id}">Beli</button></main>`;

/** Opens a page under `policy`; answers what the browser complains about, uncaught errors too. */
async function under(page: Page, policy: string, body = INLINE): Promise<string[]> {
  const complaints: string[] = [];
  await page.exposeFunction('violated', (what: string) => complaints.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      (window as unknown as { violated(what: string): void }).violated(`${effectiveDirective} ${blockedURI}`),
    );
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await visitMade(page, { loader: false, head: HEAD, body, headers: policy ? { 'content-security-policy': policy } : {} });
  return complaints;
}

async function sells(page: Page, checkout: Checkout, amount: number): Promise<void> {
  const siti = shopper();
  await checkout.isAt('details');
  await checkout.reviewFromDetails(siti);
  await checkout.order().click();
  await landsOnPayment(page, amount);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
}

/** Policies under which it works whole. */
const OPEN = {
  'no policy': '',
  'the strict policy of the guide, and Trusted Types without any': TRUSTED,
  'a policy by nonce': POLICY.replace(`script-src ${WORKER_URL}`, `script-src 'nonce-r4nd0m'`),
};

for (const [name, policy] of Object.entries(OPEN)) {
  test(`it sells under ${name}, and breaks no rule`, async ({ page }) => {
    const complaints = await under(page, policy);
    await sells(page, new Checkout(page), 2 * CAPTION.price);
    expect(complaints).toEqual([]);
  });
}

test('a buy button sells under the strict policy, on a dark page of colours that cannot be read', async ({ page }) => {
  const looks = `html { background: #000 } :root { --tb-ink: #222; --tb-accent: oklch(0.3 0.1 250) }`;
  const complaints = await under(page, `${TRUSTED}; style-src 'nonce-r4nd0m'`, `<style nonce="r4nd0m">${looks}</style>${BUTTON}`);
  await page.getByRole('button', { name: 'Beli' }).click();
  await sells(page, Checkout.overlay(page), CAPTION.price);
  expect(complaints).toEqual([]);
});

/** Policies under which it cannot work. */
const SHUT = {
  'WebAssembly is forbidden': POLICY.replace(` 'wasm-unsafe-eval'`, ''),
  'nothing may be fetched': POLICY.replace(`connect-src ${WORKER_URL}`, `connect-src 'none'`),
  'the page is in a sandbox': 'sandbox allow-scripts allow-forms',
};

for (const [name, policy] of Object.entries(SHUT)) {
  test(`where ${name}, the shopper reads so at once, and goes on where it works`, async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await under(page, policy);
    const root = page.locator('tumbas-checkout');
    await expect(root.getByRole('alert')).toContainText('Checkout belum bisa dibuka', { timeout: 3_000 });
    const chat = new URL((await root.getByRole('link', { name: 'Pesan lewat WhatsApp' }).getAttribute('href')) ?? '');
    expect(chat.origin + chat.pathname).toBe('https://wa.me/6281234567890');
    expect(chat.searchParams.get('text')).toBe(`${WORKER_URL}/c/${STORE}?items=${CAPTION.id}:2&lang=id`);
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([...new Set(asked)]);
    await root.getByRole('link', { name: 'Buka halaman checkout' }).click();
    await page.waitForURL(`${WORKER_URL}/c/${STORE}?items=${CAPTION.id}:2&lang=id`);
    const there = new Checkout(page);
    await there.isAt('details');
    await there.costs(2 * CAPTION.price);
  });
}

test('where no script runs at all, what the seller put into the element stays', async ({ page }) => {
  const address = `${STOREFRONT_URL}/examples/link.html`;
  await page.route(address, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': 'sandbox' } });
  });
  await page.goto(address);
  await page.getByRole('link', { name: 'Pesan di sini' }).click();
  await page.waitForURL(`${WORKER_URL}/c/${STORE}`);
});
