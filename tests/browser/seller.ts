/** Pages of sellers on the storefront's origin: those of `www/store`, and pages made on the spot. */
import type { Page } from '@playwright/test';
import { STOREFRONT_URL, WORKER_URL } from './stage';

/** Opens a page of `www/store`. */
export async function visit(page: Page, file: string): Promise<void> {
  await page.goto(`${STOREFRONT_URL}/${file}`);
}

export interface SellerPage {
  body: string;
  head?: string;
  headers?: Record<string, string>;
  /** The element's script tag stands in the head unless this is `false`. */
  loader?: boolean;
}

/** Opens a page that holds exactly this, as if the seller had written it; at `hash`. */
export async function visitMade(page: Page, made: SellerPage, hash = ''): Promise<void> {
  const address = `${STOREFRONT_URL}/made.html`;
  const script = made.loader === false ? '' : `<script async src="${WORKER_URL}/tumbas.js"></script>`;
  const html = `<!doctype html><html lang="id"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>Toko</title>
    ${made.head ?? ''}${script}</head><body>${made.body}</body></html>`;
  await page.route(address, (route) =>
    route.fulfill({ body: html, headers: { 'content-type': 'text/html; charset=utf-8', ...made.headers } }),
  );
  await page.goto(address + hash);
}

/** The id of a store that the Worker knows by this name. */
export async function storeNamed(name: string): Promise<string> {
  const answer = await fetch(`${WORKER_URL}/v3/stores/simplified`);
  const stores: { unique_id: string; name: string }[] = (await answer.json()).data;
  const store = stores.find((store) => store.name === name);
  if (!store) throw new Error(`no store is called ${name}`);
  return store.unique_id;
}

/** What the runtime does once a minute: orders of a platform that tells nothing are asked about. */
export async function minute(): Promise<void> {
  const answer = await fetch(`${WORKER_URL}/cdn-cgi/local/scheduled`);
  if (!answer.ok) throw new Error(`no minute passed: ${answer.status}`);
}
