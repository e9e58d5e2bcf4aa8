/** Storage is anybody's: other scripts, other versions, other years. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metadata } from '../src/metadata.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = 1_795_000_000_000;

const kept = (at: unknown, ...pairs: unknown[]) => JSON.stringify([at, ...pairs]);

test('it is kept for seven days and no longer', () => {
  const text = kept(NOW, ['utm_source', 'ig'], ['fbclid', 'IwAR1']);
  const from = { utm_source: 'ig', fbclid: 'IwAR1' };
  assert.deepEqual(metadata(text, NOW), from);
  assert.deepEqual(metadata(text, NOW + 7 * DAY - 1), from);
  assert.deepEqual(metadata(text, NOW + 7 * DAY), {});
  assert.deepEqual(metadata(text, NOW - 1), {});
});

test('only what the API takes goes along', () => {
  const long = 'x'.repeat(501);
  const text = kept(NOW, ['utm_email', 'a@b.id'], ['utm_term', long], ['gclid', ''], ['ttclid', 1], 'utm_id', ['utm_id', '7'], ['__proto__', 'x']);
  assert.deepEqual(metadata(text, NOW), { utm_id: '7' });
  assert.deepEqual(metadata(kept(NOW, ['gclid', long.slice(1)]), NOW), { gclid: long.slice(1) });
});

test('what is not ours is nothing', () => {
  for (const text of [null, '', '{', 'null', '7', '{"0":1}', '[]', '["x",["utm_source","ig"]]', '[null,["utm_source","ig"]]']) {
    assert.deepEqual(metadata(text, NOW), {}, String(text));
  }
});
