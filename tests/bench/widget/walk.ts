/** A contender that does less would be quicker for the wrong reason: ours and the one by hand order the same. */
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import type { Contender } from './contender.ts';
import type { Plan } from './plan.ts';
import type { Host } from './serve.ts';

type Draft = Record<string, unknown>;

export async function orderTheSame(browser: Browser, host: Host, plan: Plan, contenders: Contender[]): Promise<void> {
  const drafts: Draft[] = [];
  for (const contender of contenders) {
    const context = await browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    drafts.push(
      await order(page, host.address(contender), plan.variant.name).catch((error) => {
        throw new Error(`${contender.name} did not order: ${error}`);
      }),
    );
    await context.close();
  }
  for (const draft of drafts) assert.deepEqual(draft, drafts[0], 'the same steps make different orders');
}

/** From the first control to the payment page; answers what was ordered. */
async function order(page: Page, address: string, thing: string): Promise<Draft> {
  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
  const fill = (label: RegExp, text: string) => page.getByRole('textbox', { name: label }).fill(text);
  await page.goto(address);
  await press(`Tambah ${thing} ke keranjang`);
  await press('Lanjut');
  await press('Lanjut');
  await page.getByText('Isi nama dulu, ya.').first().waitFor();
  await fill(/^Nama/, 'Sari Dewi');
  // Equal orders of one shopper would be asked about.
  await fill(/^Nomor WhatsApp/, `0812${randomInt(1e7, 1e8)}`);
  await fill(/^E-mail/, 'sari@example.com');
  await press('Lanjut');
  await page.getByRole('radio', { name: /^QRIS/ }).check();
  await press('Lanjut');
  const asked = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/v3/orders'));
  await press(/^Pesan – Rp/);
  const request = await asked;
  await page.waitForURL((url) => url.origin !== new URL(address).origin, { waitUntil: 'commit' });
  const { customer_phone: _, metadata: __, ...draft } = request.postDataJSON() as Draft;
  return draft;
}
