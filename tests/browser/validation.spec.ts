/** The details form: what it asks, when it complains, and in which words. */
import { expect, test } from '@playwright/test';
import { Checkout, type Field } from './checkout';
import { CAPTION } from './goods';
import { inspect } from './inspect';
import { visit } from './seller';
import { shopper } from './shopper';

const REQUIRED = {
  name: 'Isi nama dulu, ya.',
  phone: 'Isi nomor WhatsApp dulu, ya.',
  email: 'Isi alamat e-mail dulu, ya.',
} as const;

/** What is typed, and the sentence that comes when the field is left. */
const MISTAKES: [Field, string, string][] = [
  ['name', 'a'.repeat(201), 'Persingkat nama sampai 200 huruf.'],
  ['phone', 'nomor saya', REQUIRED.phone],
  ['phone', '08123', 'Lengkapi nomor WhatsApp. Baru ada 5 angka.'],
  ['phone', '0812345678901234', 'Periksa nomor WhatsApp. Ada 16 angka, terlalu panjang.'],
  ['phone', '0215551234', 'Pakai nomor ponsel. Nomor telepon rumah tidak bisa menerima WhatsApp.'],
  ['phone', '6591234567', 'Awali nomor dengan 08, atau dengan + dan kode negara.'],
  ['email', 'siti', 'Periksa alamat e-mail. Contoh: nama@gmail.com'],
  ['email', 'siti@contoh', 'Periksa alamat e-mail. Contoh: nama@gmail.com'],
  ['email', `${'a'.repeat(250)}@x.id`, 'Periksa alamat e-mail. Paling panjang 254 huruf.'],
  ['note', 'a'.repeat(2001), 'Persingkat catatan sampai 2.000 huruf.'],
];

let checkout: Checkout;

test.beforeEach(async ({ page }) => {
  checkout = new Checkout(page);
  await visit(page, 'inline.html');
  await checkout.add(CAPTION.name).click();
  await checkout.next();
  await checkout.isAt('details');
});

test('everything that is wrong is said at once, with a way to each field', async ({ page }) => {
  await checkout.next();
  await expect(checkout.summary()).toBeFocused();
  await expect(checkout.summary()).toContainText('Ada 3 isian yang perlu dibenahi:');
  for (const [field, sentence] of Object.entries(REQUIRED) as [Field, string][]) {
    await expect(checkout.field(field)).toHaveAttribute('aria-invalid', 'true');
    await expect(checkout.field(field)).toHaveAccessibleDescription(new RegExp(sentence));
    await expect(checkout.error(field)).toHaveText(sentence);
    await checkout.summary().getByRole('link', { name: sentence }).click();
    await expect(checkout.field(field)).toBeFocused();
  }
  await inspect(page, 'validation-summary');
  await checkout.isAt('details');
});

test('each mistake has a sentence of its own, gone as soon as it is mended', async () => {
  const siti = shopper();
  await checkout.openNote();
  for (const [field, typed, sentence] of MISTAKES) {
    await checkout.field(field).fill(typed);
    await checkout.field(field).press('Tab');
    await expect(checkout.error(field), `${field} “${typed}”`).toHaveText(sentence);
    await expect(checkout.field(field)).toHaveAttribute('aria-invalid', 'true');
    await checkout.field(field).fill(field === 'note' ? 'pendek' : String(siti[field as keyof typeof siti]));
    await expect(checkout.error(field)).toBeEmpty();
    await expect(checkout.field(field)).not.toHaveAttribute('aria-invalid', 'true');
  }
});

test('a field that nobody has filled yet is left in peace', async () => {
  await checkout.field('name').focus();
  await checkout.field('phone').focus();
  await checkout.field('email').focus();
  await checkout.field('name').focus();
  for (const field of ['name', 'phone', 'email'] as const) await expect(checkout.error(field)).toBeEmpty();

  await checkout.field('phone').pressSequentially('0812');
  await expect(checkout.error('phone')).toBeEmpty();
  await checkout.field('name').focus();
  await expect(checkout.error('phone')).not.toBeEmpty();
});

test('a number is taken however it is written', async () => {
  const siti = shopper();
  const local = siti.phone;
  await checkout.fill(siti);
  for (const typed of [
    `+62 ${local.slice(1)}`,
    `+62 ${local}`,
    siti.stored,
    local.slice(1),
    `(${local.slice(0, 4)}) ${local.slice(4, 8)}.${local.slice(8)}`,
    `\u202a${local}\u202c`,
  ]) {
    await checkout.field('phone').fill(typed);
    await checkout.field('email').focus();
    await expect(checkout.error('phone'), typed).toBeEmpty();
  }
  await checkout.next();
  await checkout.isAt('payment');
});

test('the browser knows each field', async () => {
  await checkout.openNote();
  const expected: [Field, Record<string, string>][] = [
    ['name', { type: 'text', autocomplete: 'name', autocapitalize: 'words' }],
    ['phone', { type: 'tel', inputmode: 'tel', autocomplete: 'tel', enterkeyhint: 'next' }],
    ['email', { type: 'email', inputmode: 'email', autocomplete: 'email', autocapitalize: 'none', spellcheck: 'false' }],
    ['note', { autocomplete: 'off' }],
  ];
  for (const [field, attributes] of expected) {
    for (const [name, value] of Object.entries(attributes)) {
      await expect(checkout.field(field), field).toHaveAttribute(name, value);
    }
    const { label, size, height } = await checkout.field(field).evaluate((control: HTMLInputElement) => ({
      label: control.labels?.[0]?.getBoundingClientRect().bottom ?? Infinity,
      size: parseFloat(getComputedStyle(control).fontSize),
      height: control.getBoundingClientRect().height,
    }));
    const top = (await checkout.field(field).boundingBox())?.y ?? 0;
    expect(label, `${field}: its label stands above`).toBeLessThanOrEqual(top + 1);
    expect(size, `${field}: phones do not zoom`).toBeGreaterThanOrEqual(16);
    expect(height, `${field}: a thumb hits it`).toBeGreaterThanOrEqual(44);
  }
  await expect(checkout.root.getByText('Contoh: 0812 3456 7890')).toBeVisible();
  await expect(checkout.root.getByText('Semua wajib diisi, kecuali yang bertanda boleh kosong.')).toBeVisible();
});

test('fields are called the same on every load', async ({ page }) => {
  const names = () =>
    checkout.root.locator('form input:not([type=checkbox])').evaluateAll((all) => all.map((control) => [control.id, control.getAttribute('name')]));
  const before = await names();
  expect(before.length).toBeGreaterThanOrEqual(3);
  for (const [id, name] of before) expect([id, name]).not.toContain(null);
  await page.reload();
  await checkout.isAt('details');
  expect(await names()).toEqual(before);
});

test('what the browser fills in counts as typed', async () => {
  const siti = shopper();
  const values = { name: siti.name, phone: siti.stored, email: siti.email };
  for (const [field, value] of Object.entries(values) as [Field, string][]) {
    await checkout.field(field).evaluate((control: HTMLInputElement, text) => {
      control.value = text;
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }, value);
  }
  await checkout.next();
  await checkout.isAt('payment');
});

test('a fill that only says “change” counts too', async () => {
  const siti = shopper();
  await checkout.fill({ ...siti, phone: '' });
  await checkout.field('phone').evaluate((control: HTMLInputElement, text) => {
    control.value = text;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }, siti.phone);
  await checkout.next();
  await checkout.isAt('payment');
});

test('Enter in a field submits the step', async () => {
  await checkout.fill(shopper());
  await checkout.field('phone').press('Enter');
  await checkout.isAt('payment');
});

test('one word is a whole name', async () => {
  await checkout.fill(shopper('Sukarno'));
  await checkout.next();
  await checkout.isAt('payment');
});

test('a way to pay has to be chosen, and the page says so', async ({ page }) => {
  await checkout.fill(shopper());
  await checkout.next();
  await checkout.isAt('payment');
  await checkout.next();
  await expect(checkout.root.getByText('Pilih cara bayar dulu, ya.')).toBeVisible();
  await inspect(page, 'validation-payment');
  await checkout.method('QRIS').check();
  await checkout.next();
  await checkout.isAt('review');
});

test('the way back keeps what was typed', async () => {
  const siti = shopper();
  await checkout.fill(siti);
  await checkout.next();
  await checkout.isAt('payment');
  await checkout.back();
  await expect(checkout.field('name')).toHaveValue(siti.name);
  await expect(checkout.field('phone')).toHaveValue(siti.phone);
  await expect(checkout.field('email')).toHaveValue(siti.email);
});
