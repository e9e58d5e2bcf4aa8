/** With nothing but a keyboard, on the smallest screens, and without movement. */
import { expect, test, type Page } from '@playwright/test';
import { Checkout } from './checkout';
import { CAPTION } from './goods';
import { expectItFits } from './inspect';
import { landsOnPayment } from './payment';
import { ordersOf } from './sandbox';
import { visit } from './seller';
import { shopper } from './shopper';
import type { Locator } from '@playwright/test';

/** Tabs until the focus is there; every stop on the way must be seen. */
async function tabTo(page: Page, goal: Locator, key = 'Tab'): Promise<void> {
  for (let stops = 0; stops < 120; stops += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
    await expectFocusSeen(page);
  }
  throw new Error(`120 stops did not lead to ${String(goal)}`);
}

/** What has the focus stands in the window and is marked. */
async function expectFocusSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const active = document.activeElement;
    if (!active || !active.closest('tumbas-checkout, [role=dialog]')) return 'elsewhere';
    const marks = [active, active.parentElement].filter((one): one is Element => one !== null);
    const marked = marks.some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    });
    const box = active.getBoundingClientRect();
    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return marked && inside ? 'seen' : `${active.outerHTML.slice(0, 120)}: marked ${marked}, inside ${inside}`;
  });
  expect(['seen', 'elsewhere']).toContain(seen);
}

test('the whole way by keyboard', async ({ page }) => {
  const siti = shopper();
  const checkout = new Checkout(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await visit(page, 'inline.html');
  await checkout.isAt('products');
  await tabTo(page, checkout.searchBox());
  await page.keyboard.type('caption');
  await tabTo(page, checkout.add(CAPTION.name));
  await page.keyboard.press('Enter');
  await checkout.costs(CAPTION.price);
  await tabTo(page, checkout.button(checkout.words.next));
  await page.keyboard.press('Space');

  await checkout.isAt('details');
  await expect(checkout.heading('details')).toBeFocused();
  await tabTo(page, checkout.field('name'));
  await page.keyboard.type(siti.name);
  await page.keyboard.press('Tab');
  await expect(checkout.field('phone')).toBeFocused();
  await page.keyboard.type(siti.phone);
  await page.keyboard.press('Tab');
  await expect(checkout.field('email')).toBeFocused();
  await page.keyboard.type(siti.email);
  await page.keyboard.press('Enter');

  await checkout.isAt('payment');
  await expect(checkout.heading('payment')).toBeFocused();
  await tabTo(page, checkout.root.getByRole('radio').first());
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(checkout.root.getByRole('radio').first()).toBeChecked();
  await tabTo(page, checkout.button(checkout.words.next));
  await page.keyboard.press('Enter');

  await checkout.isAt('review');
  await expect(checkout.heading('review')).toBeFocused();
  await tabTo(page, checkout.order());
  await page.keyboard.press('Enter');
  await landsOnPayment(page, CAPTION.price);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
});

/** Looks at each step of the way. */
async function everyStep(page: Page, look: (step: string) => Promise<void>): Promise<void> {
  const checkout = new Checkout(page);
  await visit(page, 'inline.html');
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

for (const [what, viewport] of [
  ['320 px', { width: 320, height: 640 }],
  ['a laptop at 400 % zoom', { width: 320, height: 256 }],
] as const) {
  test(`nothing hangs over the side at ${what}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await everyStep(page, async (step) => {
      await expectItFits(page);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider, step).toBe(0);
    });
  });
}

test('what a thumb must hit is large enough', async ({ page }) => {
  await everyStep(page, async (step) => {
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('tumbas-checkout :is(button, input:not([type=radio]), textarea, label:has(input))')]
        .filter((one) => one.checkVisibility() && getComputedStyle(one).pointerEvents !== 'none')
        .map((one) => ({ one, box: one.getBoundingClientRect() }))
        // The number between plus and minus may be narrower: a miss hits its neighbour, which does no harm.
        .filter(({ box, one }) => box.height > 1 && (box.height < 43.5 || box.width < (one.matches('[inputmode=numeric]') ? 28 : 43.5)))
        .map(({ box, one }) => `${Math.round(box.width)} × ${Math.round(box.height)} ${one.outerHTML.slice(0, 120)}`),
    );
    expect(small, step).toEqual([]);
  });
});

test('nothing moves for those who asked for no movement', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await everyStep(page, async (step) => {
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter((one) => Number(one.effect?.getComputedTiming().activeDuration) > 20)
        .map((one) => String((one.effect as KeyframeEffect | null)?.target?.className)),
    );
    expect(moving, step).toEqual([]);
  });
});
