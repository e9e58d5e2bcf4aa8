/** What those who count shoppers are told, each in its own words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Counters, tellAll } from '../src/bridges.ts';
import type { CartDetail } from '../src/types.ts';

const DETAIL: CartDetail = {
  currency: 'IDR',
  value: 98_000,
  items: [{ item_id: 'variant_a', item_name: 'E-book', price: 49_000, quantity: 2 }],
  event_id: 'add_to_cart.1',
};

function counters() {
  const told: unknown[][] = [];
  const all = {
    dataLayer: [] as object[],
    fbq: (...call: unknown[]) => void told.push(['meta', ...call]),
    ttq: { track: (...call: unknown[]) => void told.push(['tiktok', ...call]) },
  };
  return { all: all as Counters, told, layer: all.dataLayer };
}

test('each hears it in its own words, under one id', () => {
  const { all, told, layer } = counters();
  tellAll('datalayer, Meta tiktok', 'add_to_cart', DETAIL, all);
  const { event_id, ...ecommerce } = DETAIL;
  assert.deepEqual(layer, [{ ecommerce: null }, { event: 'add_to_cart', event_id, ecommerce }]);
  const money = { value: 98_000, currency: 'IDR' };
  assert.deepEqual(told, [
    [
      'meta', 'track', 'AddToCart',
      { content_type: 'product', content_ids: ['variant_a'], contents: [{ id: 'variant_a', quantity: 2, item_price: 49_000 }], ...money },
      { eventID: event_id },
    ],
    [
      'tiktok', 'AddToCart',
      { contents: [{ content_id: 'variant_a', content_name: 'E-book', content_type: 'product', quantity: 2, price: 49_000 }], ...money },
      { event_id },
    ],
  ]);
});

test('an order that stands is no purchase yet', () => {
  const { all, told } = counters();
  tellAll('meta tiktok', 'order_created', DETAIL, all);
  assert.deepEqual(told.map((call) => call.slice(0, 3)), [
    ['meta', 'trackCustom', 'OrderCreated'],
    ['tiktok', 'PlaceAnOrder', told[1]?.[2]],
  ]);
});

test('nobody is told who was not named, and what only GA4 knows goes nowhere else', () => {
  const { all, told, layer } = counters();
  tellAll('', 'add_to_cart', DETAIL, all);
  tellAll('constructor facebook', 'add_to_cart', DETAIL, all);
  tellAll('meta tiktok', 'add_shipping_info', DETAIL, all);
  assert.deepEqual([told, layer], [[], []]);
  tellAll('datalayer meta meta tiktok', 'begin_checkout', DETAIL, {});
});

test('one that throws keeps it from nobody else', (context) => {
  context.mock.method(console, 'error', () => {});
  const { all, told } = counters();
  tellAll('meta tiktok', 'add_to_cart', DETAIL, { ...all, fbq: () => { throw new Error('a pixel broke'); } });
  assert.deepEqual(told.map(([who]) => who), ['tiktok']);
});
