/** What a shopper downloads. How long it takes is measured by `cargo run -- bench widget`. */
import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Response } from '@playwright/test';
import { Checkout } from './checkout';
import { CAPTION } from './goods';
import { visit } from './seller';
import { WORKER_URL } from './stage';

/** As in `tests/src/stage/size.rs`. */
const LOADER = 3_000;
/** Module, glue, styles and sentences, the companion that comes with them, and the look that comes after. */
const FIRST = 56_000 + 3_100 + 2_900;
/** With the module behind the first step. */
const WIDGET = 100_000 + 3_100 + 2_900;

test('the loader and the widget stay small, whole and cacheable', async ({ page }) => {
  const files = new Map<string, { size: number; cache: string; type: string }>();
  const weighed: Promise<void>[] = [];
  const weigh = async (response: Response) => {
    const url = new URL(response.url());
    if (url.origin !== WORKER_URL || url.pathname.startsWith('/v3/') || response.request().method() !== 'GET') return;
    const body = await response.body();
    const { 'cache-control': cache = '', 'content-type': type = '' } = response.headers();
    files.set(url.pathname, { size: brotliCompressSync(body).length, cache, type });
  };
  page.on('response', (response) => void weighed.push(weigh(response)));
  const second = page.waitForResponse('**/widget/later-*.wasm');
  await visit(page, 'inline.html');
  await expect(new Checkout(page).add(CAPTION.name)).toBeVisible();
  await second;
  await page.waitForLoadState('networkidle');
  await Promise.all(weighed);

  const widget = [...files].filter(([path]) => path.startsWith('/widget/'));
  const sum = widget.reduce((sum, [, { size }]) => sum + size, 0);
  const behind = widget.filter(([path]) => path.startsWith('/widget/later-'));
  expect(behind).toHaveLength(1);
  console.log(`loader ${files.get('/tumbas.js')?.size} B, widget ${sum} B brotli in ${widget.length} files`);
  expect(files.get('/tumbas.js')?.size).toBeLessThanOrEqual(LOADER);
  expect(sum).toBeGreaterThan(0);
  expect(sum).toBeLessThanOrEqual(WIDGET);
  expect(sum - (behind[0]?.[1].size ?? 0)).toBeLessThanOrEqual(FIRST);
  for (const [path, { cache }] of widget) {
    expect(path).toMatch(/-[0-9a-z]{8,}\.(js|wasm|css|txt)$/);
    expect(cache, path).toContain('immutable');
  }
  expect(widget.find(([path]) => path.endsWith('.wasm'))?.[1].type).toBe('application/wasm');
});

test('one question opens the shop', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin === WORKER_URL && url.pathname.startsWith('/v3/')) asked.push(url.pathname);
  });
  await visit(page, 'inline.html');
  await expect(new Checkout(page).add(CAPTION.name)).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatch(/^\/v3\/stores\/[^/]+\/checkout$/);
});
