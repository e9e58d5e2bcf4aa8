/** A price changed at the seller's till, as a person changes it: shoppers see it, and so does the other channel. */
import { expect, test } from '@playwright/test';
import { Checkout } from './checkout';
import { COFFEE_SHOP } from './goods';
import { till } from './sandbox';
import { storeNamed, visitMade } from './seller';
import { SANDBOX_URL } from './stage';
import { rupiah } from './words';

/** Nobody else buys it: its price stays changed. */
const SAMBAL = { name: 'Sambal Matah Bali 180 g', price: 42_000, dearer: 46_500 };

test.afterEach(till.disconnect);

test('travels to the checkout and to Gercep within seconds', async ({ page }) => {
  await till.connect();
  await page.goto(`${SANDBOX_URL}/till`);
  await page.getByRole('link', { name: SAMBAL.name }).click();
  const price = page.getByRole('spinbutton', { name: /^Price of / });
  await expect(price).toHaveValue(String(SAMBAL.price));
  await price.fill(String(SAMBAL.dearer));
  await page.getByRole('button', { name: 'Save' }).click();

  const store = await storeNamed(COFFEE_SHOP);
  const checkout = new Checkout(page);
  await expect(async () => {
    await visitMade(page, { body: `<tumbas-checkout store="${store}"></tumbas-checkout>` });
    await checkout.isAt('products');
    await expect(checkout.card(SAMBAL.name)).toContainText(rupiah(SAMBAL.dearer), { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await expect(async () => {
    await page.goto(`${SANDBOX_URL}/gercep`);
    await expect(page.getByRole('row').filter({ hasText: SAMBAL.name })).toContainText(/46\.500/, { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
});
