/** The platform's payment page, where the checkout sends the shopper. */
import { expect, type Page } from '@playwright/test';
import { SANDBOX_URL } from './stage';
import { rupiah } from './words';

/** Waits until the shopper has landed there. */
export async function landsOnPayment(page: Page, amount?: number): Promise<void> {
  await page.waitForURL(`${SANDBOX_URL}/o/**`);
  await expect(page.getByText('Menunggu pembayaran')).toBeVisible();
  if (amount !== undefined) await expect(page.getByText(rupiah(amount).replace('\u00a0', '')).first()).toBeVisible();
}

/** Pays, and sees that it is paid. */
export async function pays(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bayar sekarang' }).click();
  await expect(page.getByRole('heading', { name: 'Pembayaran diterima' })).toBeVisible();
}
