/** The storefront stands on an origin of its own and reaches the Worker across it. */
import { expect, test } from '@playwright/test';
import { visit } from './seller';
import { STOREFRONT_URL, WORKER_URL } from './stage';

test('the page loads the loader from the Worker, on another origin', async ({ page }) => {
  const loader = page.waitForResponse(`${WORKER_URL}/tumbas.js`);
  await visit(page, 'index.html');
  expect((await loader).status()).toBe(200);
  expect(new URL(WORKER_URL).origin).not.toBe(new URL(STOREFRONT_URL).origin);
});
