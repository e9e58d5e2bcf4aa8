/** How the checkout looks: as the seller says, or as the page it is on; always so that it can be read. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { Checkout } from './checkout';
import { CAPTION, CASHEWS, COFFEE_SHOP, STORE } from './goods';
import { storeNamed, visitMade } from './seller';
import { COBLONG, shopper } from './shopper';
import { expectNoViolations, shot } from './stage';

const INLINE = `<main><h1>Toko</h1><tumbas-checkout store="${STORE}"></tumbas-checkout></main>`;

interface Shop {
  Tumbas: { update(options: object, target?: string): void };
}

function drawn(page: Page): Locator {
  return page.locator('.tb');
}

// What is measured on its way from one colour to the other is neither.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** What the browser makes of a property of ours. */
function property(page: Page, name: string): Promise<string> {
  return drawn(page).evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);
}

/** Each preset, put on where the checkout stands, is readable. The light one is looked at in every other spec. */
async function readable(page: Page, step: string): Promise<void> {
  for (const theme of ['warm', 'dark']) {
    await drawn(page).evaluate((element, theme) => (element.dataset.theme = theme), theme);
    await expectNoViolations(page, '.tb', ['color-contrast']);
    if (step) await shot(page, `theme-${step}-${theme}`);
  }
}

test('on a dark page every step is dark, and readable in each preset', async ({ page }) => {
  const store = await storeNamed(COFFEE_SHOP);
  await visitMade(page, {
    head: '<style>body { margin: 0; background: #121212; color: #eee }</style>',
    body: `<main><h1>Kopi</h1><tumbas-checkout store="${store}"></tumbas-checkout></main>`,
  });
  const checkout = new Checkout(page);
  await checkout.isAt('products');
  await expect(drawn(page)).toHaveAttribute('data-theme', 'dark');
  await expect(drawn(page)).toHaveCSS('color-scheme', 'dark');
  await readable(page, '1-products');

  await checkout.add(CASHEWS.name).click();
  await checkout.next();
  await checkout.isAt('details');
  await checkout.next();
  await expect(checkout.summary()).toBeVisible();
  await readable(page, '2-details');
  const siti = shopper();
  await checkout.field('name').fill(siti.name);
  await checkout.field('phone').fill(siti.phone);
  await checkout.fillAddress(COBLONG);
  await checkout.next();
  await checkout.isAt('delivery');
  await checkout.chooseService('JNE Reguler');
  await readable(page, '3-delivery');
  await checkout.next();
  await checkout.isAt('payment');
  await checkout.method('QRIS').check();
  await readable(page, '4-payment');
  await checkout.next();
  await checkout.isAt('review');
  await readable(page, '5-review');
});

test('it follows the page, not the system, also when the page changes its mind', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const head = `<style>
    body { background: white }
    .night body { background: oklch(0.2 0.03 250) }
    .dusk body { background: #222; transition: background-color .2s }
    @media (prefers-color-scheme: dark) { .system body { background: black } }
  </style>`;
  await visitMade(page, { head, body: `${INLINE}<button data-tumbas-buy="${CAPTION.id}" data-tumbas-store="${STORE}">Beli</button>` });
  const is = (theme: string) => expect(drawn(page).first()).toHaveAttribute('data-theme', theme);
  const change = (classes: string) => page.evaluate((classes) => (document.documentElement.className = classes), classes);
  await is('light');
  await change('night');
  await is('dark');
  await change('');
  await is('light');
  await change('dusk');
  await is('dark');
  await change('');
  await is('light');
  await change('system');
  await is('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await is('light');

  await change('night');
  await is('dark');
  await page.getByRole('button', { name: 'Beli' }).click();
  await Checkout.overlay(page).isAt('details');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('.tb')).toHaveAttribute('data-theme', 'dark');
  await expect(dialog).toHaveCSS('background-color', 'rgb(22, 21, 20)');
  await expect(dialog).toHaveCSS('color-scheme', 'dark');
});

test('a theme is asked for by an attribute, the tag or a call; an unknown one is said once', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await visitMade(page, { body: INLINE });
  const update = (options: object, target?: string) =>
    page.evaluate(([options, target]) => (window as unknown as Shop).Tumbas.update(options, target), [options, target] as const);
  await expect(drawn(page)).toHaveAttribute('data-theme', 'light');
  await update({ theme: 'dark' });
  await expect(drawn(page)).toHaveAttribute('data-theme', 'dark');
  await page.locator('tumbas-checkout').evaluate((element) => element.setAttribute('theme', 'warm'));
  await expect(drawn(page)).toHaveAttribute('data-theme', 'warm');
  for (const theme of ['neon', 'dark', 'neon']) {
    await update({ theme }, 'main');
    await expect(drawn(page)).toHaveAttribute('data-theme', theme === 'neon' ? 'light' : theme);
  }
  expect(said).toEqual(['Tumbas: there is no theme "neon"; there are auto, light, dark, warm']);
});

/** Colours that nobody can read together, in every way to write one; what is said of them, and what becomes of them. */
const UNREADABLE: [looks: Record<string, string>, said: RegExp, becomes: Record<string, string>][] = [
  [{ accent: '#ffd400' }, /--tb-accent, as words, has 1\.3:1 and needs 4\.5:1: #\w{6}; --tb-on-accent has 1\.4:1 .* #000000/, { accent: '#ffd400', 'on-accent': '#000000' }],
  [{ ink: 'silver', card: 'white' }, /--tb-ink has 1\.\d:1 and needs 4\.5:1: #\w{6}/, { card: 'white' }],
  [{ card: '#101010', ground: '#fff' }, /--tb-ground has 1\.0:1 and needs 4\.5:1/, { card: '#101010' }],
  [{ muted: 'oklch(0.9 0.02 90)', edge: 'hsl(0 0% 93%)' }, /--tb-muted has 1\.\d:1 .*--tb-edge has 1\.\d:1 and needs 3:1/, {}],
  [{ danger: 'color-mix(in oklab, pink, white)' }, /--tb-danger has 1\.\d:1/, {}],
  [{ ink: 'transparent' }, /--tb-ink has 1\.0:1/, {}],
  [{ ink: 'banana', tint: 'rgb(1 2)' }, /--tb-tint is no colour; --tb-ink is no colour/, { ink: '#1f1b16', tint: '#e9f5f3' }],
];

test('colours that cannot be read are moved until they can, and the console says which', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await visitMade(page, { body: INLINE });
  await expect(drawn(page)).toHaveAttribute('data-theme', 'light');
  await new Checkout(page).isAt('products');
  await page.evaluate(() => document.documentElement.style.setProperty('--tb-accent', '#4b3bc4'));
  await expect.poll(() => property(page, '--accent')).toBe('#4b3bc4');
  expect(said, 'what can be read is left alone').toEqual([]);
  for (const [looks, warning, becomes] of UNREADABLE) {
    const style = Object.entries(looks).map(([name, value]) => `--tb-${name}: ${value}`);
    await page.evaluate((style) => (document.documentElement.style.cssText = style), style.join(';'));
    await expect.poll(() => said.join('\n')).toMatch(warning);
    expect(said.splice(0)).toHaveLength(1);
    for (const [name, value] of Object.entries(becomes)) expect(await property(page, `--${name}`)).toBe(value);
    await expectNoViolations(page, '.tb', ['color-contrast']);
    if (looks.accent) await shot(page, 'theme-repaired');
  }
  await page.evaluate((style) => (document.documentElement.style.cssText = style), '--tb-ink: silver');
  await expect.poll(() => property(page, '--ink')).toMatch(/^#(?!1f1b16)/);
  await page.evaluate(() => document.documentElement.removeAttribute('style'));
  await expect.poll(() => property(page, '--ink'), 'nothing of it stays when the page takes its colours back').toBe('#1f1b16');
});

test("corners are those of the page's own buttons, unless the seller says otherwise", async ({ page }) => {
  const head = `<style>button { border: 0; border-radius: 3px; background: #ddd } .round button { border-radius: 999px }</style>`;
  await visitMade(page, { head, body: `<main><button type="button">Cari</button>${INLINE}</main>` });
  const primary = new Checkout(page).add(CAPTION.name);
  await expect(primary).toHaveCSS('border-radius', '3px');
  await page.evaluate(() => (document.documentElement.className = 'round'));
  await expect(primary).toHaveCSS('border-radius', '18px');
  await page.evaluate(() => document.documentElement.style.setProperty('--tb-radius', '9px'));
  await expect(primary).toHaveCSS('border-radius', '5px');
});

test('a rule for a hook wins, also where ours had to become important', async ({ page }) => {
  const hooks = readFileSync(new URL('../../www/store/examples/hooks.css', import.meta.url), 'utf8');
  await visitMade(page, { head: `<style>${hooks}</style><style id="habit"></style>`, body: INLINE });
  const primary = new Checkout(page).add(CAPTION.name);
  await expect(primary).toHaveCSS('text-transform', 'uppercase');
  await page.evaluate(() => {
    (document.getElementById('habit') as HTMLElement).textContent = '* { all: unset !important }';
    document.documentElement.classList.toggle('changed');
  });
  await expect(primary).toHaveCSS('display', 'flex');
  await expect(primary).toHaveCSS('text-transform', 'uppercase');
  await expect(new Checkout(page).root.locator('.tb-title').first()).toHaveCSS('text-transform', 'none');
});
