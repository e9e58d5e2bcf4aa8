/** The site and its shops: what a reader and a seller see first. Each page fits a phone, and axe likes it. */
import { expect, test } from '@playwright/test';
import { Checkout } from './checkout';
import { COFFEE_SHOP } from './goods';
import { visit, visitMade } from './seller';
import { expectNoViolations, shot, STOREFRONT_URL } from './stage';
import { ENGLISH } from './words';

/** Pages by the name of their picture. */
const PAGES = {
  'www-front': '',
  'www-batik': 'batik/',
  'www-kelas': 'kelas/',
  'www-kopi': 'kopi/',
  'www-playground': 'playground/',
  'www-examples': 'examples/embed.html',
  'www-docs': 'docs/id/guide/sell-on-scalev.html',
};

test('every page of the site fits a phone and a laptop, and names all that it shows', async ({ page }) => {
  const broken: string[] = [];
  page.on('response', (answer) => answer.ok() || broken.push(`${answer.status()} ${answer.url()}`));
  page.on('pageerror', (error) => broken.push(error.message));
  for (const [name, path] of Object.entries(PAGES)) {
    await visit(page, path);
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Menyeduh…');
    await shot(page, name, async () => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${path} is too wide`).toBeLessThanOrEqual(0);
    });
    await expectNoViolations(page);
  }
  expect(broken).toEqual([]);
});

test('a shop of one page sells what its address names, and the checkout comes and goes with the view', async ({ page }) => {
  await visit(page, 'kopi/');
  await page.getByRole('link', { name: 'Arabika Kintamani 200 g' }).click();
  await page.getByText('Kasar', { exact: true }).click();
  await page.getByLabel('Jumlah').fill('2');
  await page.getByRole('button', { name: 'Masukkan keranjang' }).click();
  const overlay = Checkout.overlay(page);
  await overlay.isAt('details');
  await expect(overlay.root).toContainText('Arabika Kintamani 200 g');
  await expect(overlay.button(overlay.words.close), 'the cross on a dark page').toHaveCSS('color', 'rgb(248, 236, 219)');
  await page.keyboard.press('Escape');
  await overlay.closes();
  await page.getByRole('link', { name: 'Pesan', exact: true }).click();
  await new Checkout(page).isAt('details');
  await page.goBack();
  await expect(page.locator('tumbas-checkout')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Arabika Kintamani 200 g', level: 1 })).toBeVisible();
});

test('the snippet of the playground makes the checkout that was chosen', async ({ page }) => {
  await visit(page, 'playground/');
  await page.getByLabel('Toko').selectOption(COFFEE_SHOP);
  await page.getByLabel('Barang di keranjang').selectOption('Gula Aren Semut 500 g');
  await page.getByLabel('Jumlah').fill('3');
  await page.getByText('English', { exact: true }).click();
  await page.getByText('Gelap', { exact: true }).click();
  await page.locator('#stage').scrollIntoViewIfNeeded();
  await new Checkout(page, undefined, ENGLISH).isAt('details');
  const snippet = (await page.locator('#snippet').textContent()) ?? '';
  const hosted = (await page.locator('#hosted').textContent()) ?? '';
  await visitMade(page, { body: snippet, loader: false });
  const made = new Checkout(page, undefined, ENGLISH);
  await made.isAt('details');
  await expect(made.root).toContainText('Gula Aren Semut 500 g');
  await expect(made.root.locator('.tb')).toHaveAttribute('data-theme', 'dark');

  await page.goto(hosted);
  await made.isAt('details');
  await expect(made.root).toContainText('Gula Aren Semut 500 g');
  await expect(made.root.locator('.tb')).toHaveAttribute('data-theme', 'dark');
  await shot(page, 'www-hosted-dark');
});

test('a snippet says what differs from the usual, and nothing of it leaves its attribute', async ({ page }) => {
  await page.goto(`${STOREFRONT_URL}/mark.svg`);
  const write = (choice: object) =>
    page.evaluate(async (choice) => {
      const { snippet } = await import(`${location.origin}/playground/snippet.js`);
      return snippet(choice) as string;
    }, choice);
  const origin = 'https://checkout.example.id';
  expect(await write({ origin, place: 'inline', looks: {} })).toBe(
    `<script async src="${origin}/tumbas.js"></script>\n<tumbas-checkout></tumbas-checkout>`,
  );
  const button = { origin, place: 'button', store: 'store_a', item: 'variant_b', quantity: 2, bump: 'variant_c', tone: 'anda', theme: 'dark', whatsapp: '"><b>', track: 'meta tiktok' };
  expect(await write({ ...button, looks: { '--tb-radius': '4px' } })).toBe(
    '<style>\n  :root {\n    --tb-radius: 4px;\n  }\n</style>\n' +
      `<script async src="${origin}/tumbas.js" data-store="store_a" data-bump="variant_c" data-tone="anda" data-theme="dark" data-whatsapp="&quot;>&lt;b>" data-track="meta tiktok"></script>\n` +
      '<button type="button" data-tumbas-buy="variant_b" data-tumbas-quantity="2">Beli</button>',
  );
});

test("the guide's check of a signature takes the standard's own letter, and no other", async () => {
  const { isGenuine } = await import(new URL('../../www/docs/guide/seller-webhook.mjs', import.meta.url).href);
  const headers = {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,c3RyYW5nZXI= v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };
  const body = '{"test": 2432232314}';
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const now = Date.now;
  try {
    Date.now = () => 1_614_265_400_000;
    expect(isGenuine(headers, body, secret)).toBe(true);
    expect(isGenuine(headers, `${body} `, secret)).toBe(false);
    Date.now = () => 1_614_265_700_000;
    expect(isGenuine(headers, body, secret)).toBe(false);
  } finally {
    Date.now = now;
  }
});
