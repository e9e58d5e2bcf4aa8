/** Pages that were not made for us: hostile styles and scripts, WebAssembly that does not come. */
import { expect, test, type Page } from '@playwright/test';
import { Checkout } from './checkout';
import { CAPTION, STORE } from './goods';
import { inspect } from './inspect';
import { landsOnPayment } from './payment';
import { ordersOf } from './sandbox';
import { visit, visitMade } from './seller';
import { shopper } from './shopper';
import { shot, STOREFRONT_URL } from './stage';

const INLINE = `<tumbas-checkout store="${STORE}"></tumbas-checkout>`;

/** Every uncaught error. */
function complaints(page: Page): string[] {
  const all: string[] = [];
  page.on('pageerror', (error) => all.push(String(error)));
  return all;
}

/** Axe itself does not survive what this page does to the built-in prototypes. */
async function forgiveForAxe(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.deleteProperty(Array.prototype, 'last');
    Reflect.deleteProperty(Object.prototype, 'inherits');
  });
}

async function sells(page: Page, checkout = new Checkout(page)): Promise<void> {
  const siti = shopper();
  await checkout.isAt('products');
  await checkout.reachReview(CAPTION.name, siti);
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
}

test('hostile styles and clobbered names', async ({ page }) => {
  const all = complaints(page);
  await visit(page, 'hostile.html');
  await new Checkout(page).isAt('products');
  await sells(page);
  expect(all).toEqual([]);
});

test('hostile styles leave it readable', async ({ page }) => {
  await visit(page, 'hostile.html');
  await new Checkout(page).isAt('products');
  await forgiveForAxe(page);
  await inspect(page, 'hostile-products', 'tumbas-checkout');
});

test('what a page hands down to its children stops at the checkout', async ({ page }) => {
  await visit(page, 'hostile.html');
  await new Checkout(page).isAt('products');
  const text = page.locator('tumbas-checkout').getByText('Langkah 1 dari 4');
  const styles = await text.evaluate((element) => {
    const { letterSpacing, textTransform, whiteSpace, wordSpacing } = getComputedStyle(element);
    return { letterSpacing, textTransform, whiteSpace, wordSpacing };
  });
  expect(styles).toEqual({ letterSpacing: 'normal', textTransform: 'none', whiteSpace: 'normal', wordSpacing: '0px' });
});

test('hostile styles around the overlay', async ({ page }) => {
  await visit(page, 'hostile.html');
  // The checkout above the button grows while it loads, and would move it from under the pointer.
  await new Checkout(page).isAt('products');
  await page.getByRole('button', { name: 'Beli caption' }).click();
  const checkout = Checkout.overlay(page);
  await checkout.isAt('details');
  await forgiveForAxe(page);
  await inspect(page, 'hostile-overlay', 'dialog');
  const siti = shopper();
  await checkout.reviewFromDetails(siti);
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price);
});

/** Everything of a shopper's screen that such a page may want: all elements unset, and above all others. */
const WORST = `
  * { all: unset !important }
  .cover { position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; background: lime !important }`;

test('a page that unsets everything, and covers it, sells', async ({ page }) => {
  const body = `<main><button data-tumbas-buy="${CAPTION.id}" data-tumbas-store="${STORE}">Beli</button></main><div class="cover"></div>`;
  await visitMade(page, { head: `<style>${WORST}</style>`, body });
  await page.getByRole('button', { name: 'Beli' }).press('Enter');
  const checkout = Checkout.overlay(page);
  await checkout.isAt('details');
  await shot(page, 'hostile-unset');
  const siti = shopper();
  await checkout.reviewFromDetails(siti);
  await checkout.order().click();
  await landsOnPayment(page, CAPTION.price);
});

/** Habits of other people's sheets, each at its worst. */
const HABITS = {
  'everything is unset': '* { all: unset }',
  'everything is unset, by name': 'html body main * { all: unset }',
  'everything is unset, and that is important': '* { all: unset !important }',
  'controls are reset': 'button, input, textarea, dialog { all: unset !important } [hidden] { display: block !important }',
  'buttons are coloured': 'button { background: #fff !important; color: #fff !important; border-radius: 0 !important }',
  'everything moves': '* { transition: all 5s !important; animation: hop 5s infinite !important } @keyframes hop { 50% { opacity: .2 } }',
  'boxes are measured without their edges': '*, *::before { box-sizing: content-box !important }',
  'a rem is 10 px': 'html { font-size: 62.5% }',
  'a rem is 32 px': 'html { font-size: 200% }',
  'words are far apart': '* { letter-spacing: 1em !important; word-spacing: 2em !important; text-transform: uppercase !important }',
  'words run from the right': '* { direction: rtl !important; text-align: right !important }',
  'nothing can be marked': '* { user-select: none !important; cursor: none !important }',
  'pictures have no end': 'img, svg { max-width: none !important; width: 900px !important; height: 900px !important }',
};

/** What every element of the checkout looks like, as far as a page's habits reach it. */
function looks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector<HTMLElement>('.tb');
    // A card out of sight stays on its way from one colour to the other until it comes into view.
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
    const of = (element: Element) => {
      const seen = getComputedStyle(element);
      const said = [
        seen.display, seen.visibility, seen.opacity, seen.color, seen.backgroundColor, seen.fontSize, seen.fontWeight, seen.letterSpacing,
        seen.wordSpacing, seen.textTransform, seen.textAlign, element.closest('svg') ? '' : seen.direction, seen.userSelect, seen.cursor, seen.boxSizing, seen.padding, seen.borderWidth,
        seen.borderRadius, seen.transitionDuration, seen.animationName, seen.maxWidth, seen.minHeight, seen.position, seen.getPropertyValue('d'),
      ];
      return `${element.tagName} ${element.getAttribute('class')}: ${said.join(' | ')}`;
    };
    return [...(root?.querySelectorAll('*') ?? [])].map(of);
  });
}

test('whatever a page makes of its elements, ours look the same', async ({ page }) => {
  await visitMade(page, { head: '<style id="habit"></style>', body: `<main>${INLINE}</main>` });
  const checkout = new Checkout(page);
  await checkout.isAt('products');
  await checkout.add(CAPTION.name).click();
  await checkout.costs(CAPTION.price);
  await expect(checkout.root.locator('.tb')).toHaveAttribute('data-theme', 'light');
  // Not on the way from one colour to the other.
  const moving = () => page.evaluate(() => document.getAnimations().filter((one) => one instanceof CSSTransition).length);
  await expect.poll(moving).toBe(0);
  const usual = await looks(page);
  for (const [name, css] of Object.entries(HABITS)) {
    await page.evaluate((css) => {
      (document.getElementById('habit') as HTMLElement).textContent = css;
      document.documentElement.classList.toggle('changed');
    }, css);
    await expect.poll(() => looks(page), name).toEqual(usual);
  }
});

test('a listener that throws stops nothing', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => {
    for (const name of ['open', 'add_to_cart', 'begin_checkout', 'add_payment_info', 'order_created', 'redirect']) {
      document.addEventListener(`tumbas:${name}`, () => {
        throw new Error('a pixel broke');
      });
    }
  });
  await visit(page, 'inline.html');
  await sells(page);
  expect(errors).toContain('a pixel broke');
});

const BLOCKED: [string, (page: Page) => Promise<void>][] = [
  ['has no WebAssembly', async (page) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
    await visitMade(page, { body: INLINE });
  }],
  ['cannot fetch it', async (page) => {
    await page.route('**/*.wasm', (route) => route.abort('failed'));
    await visitMade(page, { body: INLINE });
  }],
  ['gets a 404 for it', async (page) => {
    await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await visitMade(page, { body: INLINE });
  }],
];

for (const [what, open] of BLOCKED) {
  test(`where the browser ${what}, the shopper reads so within 3 s`, async ({ page }) => {
    await open(page);
    const root = page.locator('tumbas-checkout');
    await expect(root).toContainText(/belum bisa dibuka|tidak bisa dibuka/i, { timeout: 3_000 });
    expect(page.url().startsWith(STOREFRONT_URL)).toBe(true);
  });
}
