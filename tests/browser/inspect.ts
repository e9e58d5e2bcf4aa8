/** A look at a step on a phone and on a laptop: what axe says, whether everything fits, and a picture. */
import { expect, type Page } from '@playwright/test';
import { expectNoViolations, shot } from './stage';

const CHECKOUT = 'tumbas-checkout, dialog';

/** Takes the pictures called `name` and looks; on a page of bad habits axe only looks at `part`. */
export async function inspect(page: Page, name: string, part?: string): Promise<void> {
  await shot(page, name, async () => {
    await expectItFits(page);
    await expectNoViolations(page, part);
  });
}

/** Nothing of the checkout hangs over the side of the window, or of the card that it stands in; what can be scrolled may. */
export async function expectItFits(page: Page): Promise<void> {
  const over = await page.evaluate((checkout) => {
    const inside = [...document.querySelectorAll(checkout)].flatMap((root) => [...root.querySelectorAll<HTMLElement>('*')]);
    const shown = inside.filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1);
    const scrolls = (one: Element): boolean => {
      const parent = one.parentElement;
      return parent !== null && (getComputedStyle(parent).overflowX === 'auto' || scrolls(parent));
    };
    return shown
      .filter((one) => {
        if (scrolls(one)) return false;
        const { left, right } = one.getBoundingClientRect();
        const card = one.parentElement?.closest('.tb-card')?.getBoundingClientRect();
        return right > Math.min(innerWidth, card?.right ?? innerWidth) + 1 || left < Math.max(0, card?.left ?? 0) - 1;
      })
      .slice(0, 5)
      .map((one) => one.outerHTML.slice(0, 140));
  }, CHECKOUT);
  expect(over).toEqual([]);
}
