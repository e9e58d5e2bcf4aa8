/** The world a spec runs in, and what every spec leaves behind: screenshots, and pages that axe likes. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { join } from 'node:path';

export const WORKER_URL = address('WORKER_URL');
export const STOREFRONT_URL = address('STOREFRONT_URL');
export const SANDBOX_URL = address('SANDBOX_URL');

/** A cheap phone, and a laptop. */
const WIDTHS = [
  { width: 360, height: 780 },
  { width: 1280, height: 800 },
];

/** Takes a picture of the page at both widths, into `target/screenshots/<name>-<width>.png`. */
export async function shot(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const size of WIDTHS) {
    await page.setViewportSize(size);
    await page.screenshot({ path: picture(name, size.width), animations: 'disabled', caret: 'hide' });
  }
  if (before) await page.setViewportSize(before);
}

/** Asks axe about the page as it stands, or about one part of it; every violation is named with its elements. */
export async function expectNoViolations(page: Page, part?: string): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (part ? axe.include(part) : axe).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    elements: nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`),
  }));
  expect(found).toEqual([]);
}

function picture(name: string, width: number): string {
  return join(process.env.SCREENSHOTS ?? 'target/screenshots', `${name}-${width}.png`);
}

function address(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the specs by \`cargo test --test it browser\``);
  return value;
}
