/** Links are written by strangers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { follow } from '../src/link.ts';

test('things, their pieces, store and language are read', () => {
  assert.deepEqual(follow('#tumbas=variant_a:2,%20variant-b&store=store_1&locale=en&utm_source=wa'), {
    items: [
      { id: 'variant_a', quantity: 2 },
      { id: 'variant-b', quantity: 1 },
    ],
    store: 'store_1',
    locale: 'en',
  });
});

test('what is malformed is passed over', () => {
  const list = ['a b', '"><img>', 'a:0', 'a:101', 'a:-1', 'a:1.5', 'a:1e2', 'a:', ':1', 'x'.repeat(101), 'javascript:1', 'good:100'];
  assert.deepEqual(follow(`#tumbas=${encodeURIComponent(list.join(','))}`), {
    items: [
      { id: 'javascript', quantity: 1 },
      { id: 'good', quantity: 100 },
    ],
  });
  assert.deepEqual(follow('#tumbas=a&store=%3Cb%3E&locale=de'), { items: [{ id: 'a', quantity: 1 }] });
  assert.equal(follow(`#tumbas=${'a,'.repeat(80)}`)?.items?.length, 50);
});

test('an empty list opens the cart as it is, and nothing that can be read opens nothing', () => {
  assert.deepEqual(follow('#tumbas='), { items: [] });
  assert.equal(follow('#tumbas=,%00'), undefined);
  assert.equal(follow('#tumbasar'), undefined);
  assert.equal(follow(''), undefined);
});
