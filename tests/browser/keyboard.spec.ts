/** With nothing but a keyboard. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { Checkout } from './checkout';
import { CAPTION, CASHEWS, COFFEE_SHOP } from './goods';
import { landsOnPayment } from './payment';
import { ordersOf } from './sandbox';
import { storeNamed, visit, visitMade } from './seller';
import { COBLONG, shopper } from './shopper';

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

test('the whole way of a parcel by keyboard', async ({ page }) => {
  const siti = shopper();
  const checkout = new Checkout(page);
  const press = async (goal: Locator, key = 'Enter'): Promise<void> => {
    await tabTo(page, goal);
    await page.keyboard.press(key);
  };
  await page.setViewportSize({ width: 1280, height: 800 });
  const store = await storeNamed(COFFEE_SHOP);
  await visitMade(page, { body: `<main><h1>Kopi</h1><tumbas-checkout store="${store}"></tumbas-checkout></main>` });
  await checkout.isAt('products');
  await press(checkout.add(CASHEWS.name), 'Space');
  await press(checkout.button(checkout.words.next));

  await expect(checkout.heading('details')).toBeFocused();
  await tabTo(page, checkout.field('name'));
  await page.keyboard.type(siti.name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(siti.phone);
  await tabTo(page, checkout.district());
  await page.keyboard.type('coblong bandung');
  await expect(checkout.districts().first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(checkout.district()).toHaveAttribute('aria-activedescendant', /district-/);
  await page.keyboard.press('Enter');
  await expect(checkout.changeDistrict()).toBeFocused();
  await tabTo(page, checkout.postal());
  await page.keyboard.press('ArrowDown');
  await tabTo(page, checkout.field('street'));
  await page.keyboard.type(COBLONG.street);
  await press(checkout.button(checkout.words.next));

  await expect(checkout.heading('delivery')).toBeFocused();
  await expect(checkout.services().first()).toBeVisible();
  await tabTo(page, checkout.root.getByRole('radio').first());
  await page.keyboard.press('ArrowDown');
  await expect(checkout.root.getByRole('radio').nth(1)).toBeChecked();
  await press(checkout.button(checkout.words.next));

  await expect(checkout.heading('payment')).toBeFocused();
  await press(checkout.root.getByRole('radio').first(), 'Space');
  await press(checkout.button(checkout.words.compare));
  await expect(checkout.root.getByRole('table').getByRole('button').first()).toBeVisible();
  await press(checkout.button('Tutup perbandingan'));
  await press(checkout.button(checkout.words.next));

  await expect(checkout.heading('review')).toBeFocused();
  await press(checkout.change('delivery').first());
  await expect(checkout.heading('delivery')).toBeFocused();
  await press(checkout.button(checkout.words.next));
  await press(checkout.button(checkout.words.next));
  await press(checkout.order());
  await landsOnPayment(page);
  expect(await ordersOf(siti.stored)).toHaveLength(1);
});
