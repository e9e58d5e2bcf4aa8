/** On the smallest screens, with larger letters and more room between them, without movement, in the reader's own colours. */
import { expect, test, type Page } from '@playwright/test';
import { Checkout, type Step } from './checkout';
import { CAPTION, CASHEWS, COFFEE_SHOP, STORE } from './goods';
import { expectItFits } from './inspect';
import { storeNamed, visitMade } from './seller';
import { COBLONG, shopper } from './shopper';
import { shot } from './stage';

/** Looks at each step of a parcel's way, at its errors, and at what is spread out. */
async function everyStep(page: Page, look: (step: string) => Promise<void>): Promise<void> {
  const checkout = new Checkout(page);
  const store = await storeNamed(COFFEE_SHOP);
  const at = async (step: Step): Promise<void> => {
    await checkout.next();
    await checkout.isAt(step);
  };
  await visitMade(page, { body: `<main><h1>Kopi</h1><tumbas-checkout store="${store}"></tumbas-checkout></main>` });
  await checkout.isAt('products');
  await checkout.add(CASHEWS.name).click();
  await look('products');
  await at('details');
  await checkout.next();
  await expect(checkout.summary()).toBeVisible();
  const siti = shopper();
  await checkout.field('name').fill(siti.name);
  await checkout.field('phone').fill(siti.phone);
  await checkout.district().fill('coblong');
  await expect(checkout.districts().first()).toBeVisible();
  await look('details');
  await checkout.fillAddress(COBLONG);
  await at('delivery');
  await expect(checkout.services().first()).toBeVisible();
  await checkout.showAllCouriers();
  await look('delivery');
  await checkout.service('JNE Reguler').check();
  await at('payment');
  await checkout.method('QRIS').check();
  await checkout.button(checkout.words.compare).click();
  await expect(checkout.root.getByRole('table').getByRole('button').first()).toBeVisible();
  await look('payment');
  await at('review');
  await look('review');
}

/** Each control can be brought to where a finger or a pointer hits it. */
async function expectReachable(page: Page, step: string, within = 'tumbas-checkout'): Promise<void> {
  const hidden = await page.evaluate((within) => {
    const controls = document.querySelectorAll<HTMLElement>(`${within} :is(button, a, input, textarea, select)`);
    const scrolled = (one: HTMLElement): boolean => {
      one.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const { left, top, width, height } = one.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      const row = one.closest('label') ?? one;
      return hit !== null && (row.contains(hit) || hit.contains(one));
    };
    const shown = [...controls].filter((one) => one.checkVisibility() && !one.matches(':disabled') && one.getBoundingClientRect().width > 1);
    return shown.filter((one) => !scrolled(one)).map((one) => one.outerHTML.slice(0, 120));
  }, within);
  expect(hidden, step).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page, step: string): Promise<void> {
  await expectItFits(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), step).toBeLessThanOrEqual(0);
}

/** WCAG 1.4.12: what a reader may set, on top of what the page sets. */
const SPACING = `tumbas-checkout * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  tumbas-checkout p { margin-bottom: 2em !important }`;

test('at 320 px and at 400 % zoom everything can be reached, with a reader’s own spacing too', async ({ page }) => {
  await everyStep(page, async (step) => {
    for (const viewport of [{ width: 320, height: 640 }, { width: 320, height: 256 }]) {
      await page.setViewportSize(viewport);
      const named = `${step} at ${viewport.width} × ${viewport.height}`;
      await expectNoSidewaysScroll(page, named);
      await expectReachable(page, named);
    }
    const spacing = await page.addStyleTag({ content: SPACING });
    // The page changes, so the checkout looks at it again, and must not take the reader for a hostile page.
    await page.evaluate(async () => {
      document.documentElement.classList.toggle('changed');
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    });
    await expect(page.locator('tumbas-checkout h2').first()).not.toHaveCSS('letter-spacing', 'normal');
    await expectNoSidewaysScroll(page, `${step}, spaced`);
    await expectReachable(page, `${step}, spaced`);
    await spacing.evaluate((tag) => (tag as Element).remove());
    await page.setViewportSize({ width: 360, height: 780 });
  });
});

test('letters of twice the size fit, targets are large, nothing moves, and the reader’s colours show what is picked', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await everyStep(page, async (step) => {
    expect(await tooSmall(page), step).toEqual([]);
    expect(await moving(page), step).toEqual([]);
    expect(await unmarked(page), step).toEqual([]);
    await twiceTheLetters(page, async () => {
      await expectNoSidewaysScroll(page, `${step}, twice the letters`);
      await expectReachable(page, `${step}, twice the letters`);
    });
  });
});

test('the overlay can be used on the smallest screens, in the reader’s own colours', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
  const button = `<button data-tumbas-buy="${CAPTION.id}" data-tumbas-store="${STORE}">Beli</button>`;
  await visitMade(page, { body: `<main><h1>Toko</h1>${button}</main>` });
  await page.getByRole('button', { name: 'Beli' }).click();
  const checkout = Checkout.overlay(page);
  const look = async (step: string): Promise<void> => {
    for (const viewport of [{ width: 320, height: 640 }, { width: 320, height: 256 }]) {
      await page.setViewportSize(viewport);
      const named = `${step} at ${viewport.width} × ${viewport.height}`;
      await expectReachable(page, named, 'dialog');
      expect(await page.getByRole('dialog').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth), named).toBeLessThanOrEqual(0);
    }
    await shot(page, `needs-overlay-${step}`);
  };
  await checkout.isAt('details');
  await checkout.next();
  await expect(checkout.summary()).toBeVisible();
  await look('details');
  await checkout.reviewFromDetails(shopper());
  await look('review');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await look('question');
});

/** Doubles every size of text, as browsers do that zoom text only; and takes it back. */
async function twiceTheLetters(page: Page, look: () => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('tumbas-checkout *')].map((one) => [one, parseFloat(getComputedStyle(one).fontSize)] as const);
    for (const [one, size] of all) one.style.setProperty('font-size', `${size * 2}px`, 'important');
  });
  await look();
  await page.evaluate(() => document.querySelectorAll<HTMLElement>('tumbas-checkout *').forEach((one) => one.style.removeProperty('font-size')));
}

/** Below 44 px; links within text and the number between plus and minus may be 24: a miss hits what does no harm. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('tumbas-checkout :is(button, a, input:not([type=radio], [type=checkbox]), textarea, select, label:has(input))')]
      .filter((one) => one.checkVisibility() && getComputedStyle(one).pointerEvents !== 'none')
      .map((one) => ({ one, box: one.getBoundingClientRect(), least: one.matches('.tb-summary a') ? 23.5 : 43.5 }))
      .filter(({ box, one, least }) => box.height > 1 && (box.height < least || box.width < (one.matches('[inputmode=numeric]') ? 28 : least)))
      .map(({ box, one }) => `${Math.round(box.width)} × ${Math.round(box.height)} ${one.outerHTML.slice(0, 120)}`),
  );
}

/** What is animated, or would be if it changed. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('tumbas-checkout, tumbas-checkout *')];
    const still = (one: Element): boolean =>
      [undefined, '::before', '::after'].every((part) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one, part);
        return animationName === 'none' && /^0s(, 0s)*$/.test(transitionDuration) && scrollBehavior === 'auto';
      });
    return all.filter((one) => !still(one)).map((one) => one.outerHTML.slice(0, 100));
  });
}

/** What is picked, and neither a native control nor an icon nor an outline says so where backgrounds and shadows are gone. */
function unmarked(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const picked = document.querySelectorAll('tumbas-checkout :is([aria-selected=true], [aria-pressed=true], [aria-current=step] .tb-mark-number, input:checked)');
    const says = (one: Element): boolean => {
      const seen = one.matches('input') && getComputedStyle(one).opacity === '0' ? one.nextElementSibling ?? one : one;
      const native = seen.matches('input') && getComputedStyle(seen).appearance !== 'none';
      return native || getComputedStyle(seen).outlineStyle !== 'none' || seen.querySelector('svg') !== null;
    };
    return [...picked].filter((one) => (one as HTMLElement).checkVisibility() && !says(one)).map((one) => one.outerHTML.slice(0, 100));
  });
}
