/** The world a test runs in, and what every test leaves behind: screenshots, and pages that axe likes. */
import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { join } from 'node:path';

/** Where everything of one world is. */
interface World {
  worker: string;
  storefront: string;
  sandbox: string;
}

/** Each of Playwright's workers has a world to itself, so that tests side by side cannot meet. */
const world = worlds()[Number(process.env.TEST_PARALLEL_INDEX ?? 0)] as World;

export const WORKER_URL = world.worker;
export const STOREFRONT_URL = world.storefront;
export const SANDBOX_URL = world.sandbox;

/** A cheap phone, and a laptop. */
const SIZES = [
  { width: 360, height: 780 },
  { width: 1280, height: 800 },
];

/** Takes a picture of the page at both widths, into `target/screenshots/<name>-<width>.png`, and looks at it there. */
export async function shot(page: Page, name: string, look?: () => Promise<void>): Promise<void> {
  const before = page.viewportSize();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.screenshot({ path: picture(name, size.width), animations: 'disabled', caret: 'hide' });
    await look?.();
  }
  if (before) await page.setViewportSize(before);
}

/** Asks axe about the page as it stands, or about one part of it and by some rules; every violation is named with its elements. */
export async function expectNoViolations(page: Page, part?: string, rules?: string[]): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async ([part, rules]) => {
    const ours = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await ours.run(part ?? document, { resultTypes: ['violations'], ...(rules && { runOnly: rules }) });
    return violations.map(({ id, help, nodes }) => ({
      rule: `${id}: ${help}`,
      elements: nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`),
    }));
  }, [part, rules] as const);
  expect(found).toEqual([]);
}

function picture(name: string, width: number): string {
  return join(process.env.SCREENSHOTS ?? 'target/screenshots', `${name}-${width}.png`);
}

function worlds(): World[] {
  const all = process.env.WORLDS;
  if (!all) throw new Error('WORLDS is not set: run the specs by `cargo test --test it browser`');
  return JSON.parse(all);
}
