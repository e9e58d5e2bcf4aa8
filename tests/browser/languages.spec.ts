/** Indonesian unless the page asks for English; never both on one screen. */
import { expect, test, type Page } from '@playwright/test';
import { Checkout, type Step } from './checkout';
import { CAPTION, CASHEWS, COFFEE_SHOP, STORE } from './goods';
import { inspect } from './inspect';
import { storeNamed, visit, visitMade } from './seller';
import { COBLONG, shopper } from './shopper';
import { WORKER_URL } from './stage';
import { ENGLISH, INDONESIAN, type Words } from './words';

/** Words that only one of the languages has. Names of goods and of ways to pay belong to the seller. */
const ONLY_ENGLISH = /\b(the|your|and|with|item|items|add|remove|cart|continue|back|order|pay|step|of|close|choose)\b/i;
const ONLY_INDONESIAN = /\b(kamu|anda|dan|yang|dengan|tambah|hapus|keranjang|lanjut|kembali|pesan|bayar|langkah|dari|tutup|pilih|ubah)\b/i;
const KAMU = /\b(kamu|yuk|ya)\b|\b(?!bertemu)\w{3,}mu\b/i;
const ANDA = /\b(anda|silakan)\b/i;

/** Everything the checkout says, seen or heard, without the names that the seller gave. */
async function said(checkout: Checkout): Promise<string> {
  return checkout.root.evaluate((root) => {
    const ours = root.cloneNode(true) as HTMLElement;
    for (const theirs of ours.querySelectorAll('.tb-name, .tb-inside-list, .tb-chips, .tb-finished-text, .tb-receipt-name, .tb-how, .tb-option-text')) {
      theirs.remove();
    }
    const heard = [...ours.querySelectorAll('[aria-label]')]
      .filter((one) => !one.closest('.tb-action, .tb-line, .tb-stepper'))
      .map((one) => one.getAttribute('aria-label'));
    const texts = document.createTreeWalker(ours, NodeFilter.SHOW_TEXT);
    const seen: string[] = [];
    while (texts.nextNode()) seen.push(texts.currentNode.nodeValue ?? '');
    return [...seen, ...heard].join('\n');
  });
}

/** Walks to the review and looks at each step on the way. */
async function walk(checkout: Checkout, look: (step: Step) => Promise<void>): Promise<void> {
  await checkout.isAt('products');
  await checkout.add(CAPTION.name).click();
  await look('products');
  await checkout.next();
  await checkout.isAt('details');
  await checkout.next();
  await expect(checkout.summary()).toBeVisible();
  await look('details');
  await checkout.fill(shopper());
  await checkout.next();
  await checkout.isAt('payment');
  await look('payment');
  await checkout.method('QRIS').check();
  await checkout.next();
  await checkout.isAt('review');
  await look('review');
}

const LANGUAGES: [string, string, Words, RegExp][] = [
  ['inline.html', 'id', INDONESIAN, ONLY_ENGLISH],
  ['english.html', 'en', ENGLISH, ONLY_INDONESIAN],
];

for (const [file, lang, words, foreign] of LANGUAGES) {
  test(`${file} speaks one language from the first step to the last`, async ({ page }) => {
    const checkout = new Checkout(page, undefined, words);
    await visit(page, file);
    await walk(checkout, async (step) => {
      expect(await said(checkout), step).not.toMatch(foreign);
      if (lang === 'en') await inspect(page, `english-${step}`);
    });
    await expect(checkout.root.locator('[lang]').first()).toHaveAttribute('lang', lang);
  });
}

test('every amount is written as people write rupiah', async ({ page }) => {
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await walk(checkout, async (step) => {
    const text = (await checkout.root.innerText()).replaceAll('\n', ' ');
    const amounts = text.match(/(Rp|IDR)\s*\d[\d.,]*/g) ?? [];
    expect(amounts.length, step).toBeGreaterThan(0);
    for (const amount of amounts) expect(amount.replace(/[.,]$/, ''), step).toMatch(/^Rp\u00a0\d{1,3}(\.\d{3})*$/);
  });
});

/** Walks to the review with a parcel, and makes every mistake of the details on the way. */
async function walkWithParcel(checkout: Checkout, look: (step: Step) => Promise<void>): Promise<void> {
  const siti = shopper();
  await checkout.isAt('products');
  await look('products');
  await checkout.next();
  await look('products');
  await checkout.add(CASHEWS.name).click();
  await checkout.next();
  await checkout.isAt('details');
  await checkout.next();
  await expect(checkout.summary()).toBeVisible();
  await look('details');
  await checkout.field('name').fill(siti.name);
  await checkout.field('phone').fill(siti.phone);
  await checkout.fillAddress(COBLONG);
  await checkout.next();
  await checkout.isAt('delivery');
  await expect(checkout.services().first()).toBeVisible();
  await checkout.next();
  await look('delivery');
  await checkout.chooseService('JNE Reguler');
  await checkout.next();
  await checkout.isAt('payment');
  await checkout.next();
  await look('payment');
  await checkout.method('COD').check();
  await checkout.next();
  await look('payment');
  await checkout.ready().check();
  await checkout.next();
  await checkout.isAt('review');
  await look('review');
}

for (const [tone, other] of [['kamu', ANDA], ['anda', KAMU]] as const) {
  test(`a shop that says “${tone}” says nothing else`, async ({ page }) => {
    const checkout = new Checkout(page);
    const store = await storeNamed(COFFEE_SHOP);
    await visitMade(page, { body: `<tumbas-checkout store="${store}" tone="${tone}"></tumbas-checkout>` });
    const all: string[] = [];
    await walkWithParcel(checkout, async (step) => {
      const text = await said(checkout);
      expect(text, step).not.toMatch(other);
      all.push(text);
    });
    expect(all.join(' '), 'its own tone').toMatch(tone === 'kamu' ? KAMU : ANDA);
  });
}

test('a seller’s own words where the checkout cannot be opened', async ({ page }) => {
  await page.route('**/widget/*.wasm', (route) => route.abort());
  const words = JSON.stringify({ open_failed: 'Warung belum buka', retry: 'Ketuk lagi', open_page: 'Ke warung', order_by_chat: 7 });
  await visitMade(page, { body: `<tumbas-checkout store="${STORE}" whatsapp="081234567890" words='${words}'></tumbas-checkout>` });
  const note = page.getByRole('alert');
  await expect(note).toContainText('Warung belum buka');
  await expect(note.getByRole('button')).toHaveText('Ketuk lagi');
  await expect(note.getByRole('link')).toHaveText(['Ke warung', 'Pesan lewat WhatsApp']);

  await page.evaluate(`Tumbas.update({ words: { open_failed: 'Maaf, belum bisa' } }, 'body')`);
  await expect(note).toContainText('Maaf, belum bisa');
  await expect(note.getByRole('button')).toHaveText('Coba lagi');
});

test('a seller’s own words, from a page that allows no script of its own', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (line) => line.text().includes('Tumbas: words') && complaints.push(line.text()));
  const words = JSON.stringify({
    proceed: 'Gas, lanjut',
    order: 'Beli sekarang, {total}',
    add: '<b>Mau</b>',
    procede: 'Terus',
    step_of: 'Langkah {step}',
  });
  const policy = `default-src 'none'; script-src ${WORKER_URL} 'wasm-unsafe-eval'; connect-src ${WORKER_URL}; img-src *; style-src 'none'`;
  await visitMade(page, {
    body: `<tumbas-checkout store="${STORE}" words='${words}'></tumbas-checkout>`,
    headers: { 'content-security-policy': policy },
  });
  const checkout = new Checkout(page, undefined, { ...INDONESIAN, next: 'Gas, lanjut', order: 'Beli sekarang' });
  await checkout.isAt('products');
  await expect(checkout.root).toContainText('<b>Mau</b>');
  await expect(checkout.root).toContainText('Langkah 1 dari 4');
  await checkout.reachReview(CAPTION.name, shopper());
  await expect(checkout.root.getByRole('button', { name: 'Beli sekarang, Rp\u00a049.000' })).toBeVisible();
  expect(complaints).toEqual([
    'Tumbas: words: “procede”: no sentence is called so. Our own sentence stays.',
    'Tumbas: words: “step_of”: {steps} is missing. Our own sentence stays.',
  ]);

  await page.evaluate(`Tumbas.update({ words: { back: 'Mundur' } }, 'body')`);
  await expect(checkout.button('Mundur')).toBeVisible();
});

test('a seller’s own words on the script tag, for the whole page', async ({ page }) => {
  await visit(page, 'examples/words.html');
  await new Checkout(page).isAt('products');
  await expect(page.getByRole('button', { name: 'Gas, lanjut' })).toBeVisible();
});

test('the document of another language does not change the checkout’s own', async ({ page }) => {
  await speaksIndonesian(page, '<tumbas-checkout store="STORE" locale="fr"></tumbas-checkout>');
});

async function speaksIndonesian(page: Page, body: string): Promise<void> {
  await visitMade(page, { body: body.replace('STORE', STORE) });
  await new Checkout(page).isAt('products');
}
