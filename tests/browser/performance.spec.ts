/** What a shopper downloads. The times are only printed: judging them is the benchmarks' work. */
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { Checkout } from './checkout';
import { CAPTION } from './goods';
import { visit } from './seller';
import { WORKER_URL } from './stage';

const LOADER = 3 * 1024;
/** Module, glue and styles, and the companion that comes with them. */
const WIDGET = 119_500 + 2_500;

test('the loader and the widget stay small, whole and cacheable', async ({ page }) => {
  const files = new Map<string, { size: number; cache: string; type: string }>();
  page.on('response', async (response) => {
    const url = new URL(response.url());
    if (url.origin !== WORKER_URL || url.pathname.startsWith('/v3/') || response.request().method() !== 'GET') return;
    const body = await response.body();
    const { 'cache-control': cache = '', 'content-type': type = '' } = response.headers();
    files.set(url.pathname, { size: brotliCompressSync(body).length, cache, type });
  });
  await visit(page, 'inline.html');
  await expect(new Checkout(page).add(CAPTION.name)).toBeVisible();
  await page.waitForLoadState('networkidle');

  const widget = [...files].filter(([path]) => path.startsWith('/widget/'));
  const sum = widget.reduce((sum, [, { size }]) => sum + size, 0);
  console.log(`loader ${files.get('/tumbas.js')?.size} B, widget ${sum} B brotli in ${widget.length} files`);
  expect(files.get('/tumbas.js')?.size).toBeLessThanOrEqual(LOADER);
  expect(sum).toBeGreaterThan(0);
  expect(sum).toBeLessThanOrEqual(WIDGET);
  for (const [path, { cache }] of widget) {
    expect(path).toMatch(/-[0-9a-z]{8,}\.(js|wasm|css)$/);
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

test('on a slow phone with a slow line', async ({ page }) => {
  const phone = await page.context().newCDPSession(page);
  await phone.send('Network.enable');
  await phone.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 94_000,
  });
  await phone.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const start = Date.now();
  await visit(page, 'inline.html');
  await expect(new Checkout(page).add(CAPTION.name)).toBeVisible();
  console.log(`first usable step after ${Date.now() - start} ms (4× CPU, slow 4G, cold cache)`);
});
