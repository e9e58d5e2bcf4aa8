/** Indonesian unless English is asked for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEnglish } from '../src/tongue.ts';

test('the language is chosen by its tag, and Indonesian is the rest', () => {
  for (const locale of ['en', 'en-GB', 'EN']) assert.equal(isEnglish(locale), true, locale);
  for (const locale of ['id', 'id-ID', '', 'fr', '日本語', 'zh-en', undefined]) assert.equal(isEnglish(locale), false, locale);
});
