/** Names from a platform are text, whatever they hold. */
import { expect, test } from '@playwright/test';
import { Checkout } from './checkout';
import { visit } from './seller';
import { shopper } from './shopper';
import { STOREFRONT_URL } from './stage';

const CANARY = `${STOREFRONT_URL}/canary`;

const MARKUP = [
  `<img src=${CANARY}/img onerror="fetch('${CANARY}/onerror')">`,
  `<script src=${CANARY}/script></script>`,
  `"><svg onload=fetch('${CANARY}/svg')>`,
  `' onfocus=fetch('${CANARY}/focus') autofocus '`,
  `{{constructor.constructor('fetch("${CANARY}/template")')()}}`,
];

interface Answer {
  store: { name: string; logo: string };
  payment_methods: { code: string; label: string; kind: string }[];
  products: { data: { name: string; item_type: string; images: string[]; options: string[]; variants: { name: string; images: string[]; options: string[] }[] }[] };
  bundles: { data: { name: string; images: string[]; lines: { name: string }[]; price_options: { name: string }[] }[] };
}

/** The same shop, with names and addresses from somebody who means harm. */
function poisoned(answer: Answer): Answer {
  const name = (index: number) => MARKUP[index % MARKUP.length] ?? '';
  answer.store = { ...answer.store, name: name(0), logo: `javascript:fetch('${CANARY}/logo')` };
  answer.payment_methods.push({ code: name(3), label: name(0), kind: 'other' });
  // Files only: this shopper gives no address.
  answer.products.data = answer.products.data.filter((product) => product.item_type !== 'physical');
  answer.products.data.forEach((product, index) => {
    product.name = name(index);
    product.images = [`javascript:fetch('${CANARY}/image')`, `data:text/html,<script>fetch('${CANARY}/data')</script>`];
    product.options = product.options.map((_, option) => name(option));
    product.variants.forEach((variant, position) => {
      variant.images = product.images;
      variant.name = name(position);
    });
  });
  for (const bundle of answer.bundles.data) {
    bundle.name = name(2);
    bundle.lines.forEach((line) => (line.name = name(1)));
    bundle.price_options.forEach((option) => (option.name = name(0)));
  }
  return answer;
}

test('markup in names is shown and does nothing', async ({ page }) => {
  const reached: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(CANARY)) reached.push(request.url());
  });
  page.on('dialog', (dialog) => {
    reached.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.route('**/v3/stores/*/checkout*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: poisoned(await response.json()) });
  });
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.isAt('products');
  for (const markup of MARKUP.slice(0, 3)) {
    await expect(checkout.root.getByText(markup).first()).toBeVisible();
  }

  await checkout.root.getByRole('button', { name: /^Tambah .* ke keranjang$/ }).last().click();
  await checkout.next();
  await checkout.fill({ ...shopper(), name: MARKUP[0] ?? '' });
  await checkout.addNote(MARKUP.join('\n'));
  await checkout.next();
  await checkout.isAt('payment');
  await expect(checkout.root.getByText(MARKUP[0] ?? '').first()).toBeVisible();
  await checkout.method('QRIS').check();
  await checkout.next();
  await checkout.isAt('review');
  await expect(checkout.root.getByText(MARKUP[0] ?? '').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(await checkout.root.locator('script, iframe, [onerror], [onload], [onfocus], [src^="javascript"], [href^="javascript"]').count()).toBe(0);
  expect(reached).toEqual([]);
});

for (const address of ['javascript:alert(1)', 'data:text/html,<h1>no</h1>', 'http://evil.example/pay']) {
  test(`the checkout does not go to ${address}`, async ({ page }) => {
    await page.route('**/v3/orders', async (route) => {
      const json = { token: 'x', status: 'pending', order_id: '1', payment_url: address, public_order_url: address, status_url: '/v3/orders/x', total: 49000 };
      await route.fulfill({ status: 201, json, headers: { 'access-control-allow-origin': '*' } });
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const checkout = new Checkout(page);
    await visit(page, 'inline.html');
    await checkout.reachReview('E-book 101 Caption Jualan', shopper());
    const before = page.url();
    await checkout.order().click();
    await expect(checkout.root.getByRole('heading', { name: 'Pesanan dibuat' })).toBeVisible();
    expect(page.url()).toBe(before);
    expect(await checkout.root.locator(`[href="${address}"]`).count()).toBe(0);
    expect(asked).not.toContain(address);
  });
}
