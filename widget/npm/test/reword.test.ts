/** A seller's own words: taken where they can be said, named in the console where not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reword } from '../src/reword.ts';
import { LOADER, SENTENCES, type Words } from '../src/sentences.ts';

/** A file in which every sentence is its own name. */
const FILE = ['id', ...SENTENCES.map((entry) => entry.split(' ')[0])].join('\n');

/** What is said under each of these names, and what is complained of. */
function said(words: object): [Record<string, string>, string[]] {
  const complaints: string[] = [];
  const [lang, ...lines] = reword(FILE, words as Words, (complaint) => complaints.push(complaint)).split('\n');
  assert.equal(lang, 'id');
  assert.equal(lines.length, SENTENCES.length);
  const own = Object.keys(words).map((name) => [name, lines[SENTENCES.findIndex((entry) => entry.split(' ')[0] === name)]]);
  return [Object.fromEntries(own), complaints];
}

test('a sentence is replaced, and its values stand where the seller wants them', () => {
  const words = {
    proceed: 'Terus',
    order: '  Beli sekarang,\n{total}  ',
    step_of: 'Dari {steps}, langkah {step}',
    'steps.store': 'Pilih cabang',
  };
  assert.deepEqual(said(words), [
    { proceed: 'Terus', order: 'Beli sekarang, {0}', step_of: 'Dari {1}, langkah {0}', 'steps.store': 'Pilih cabang' },
    [],
  ]);
});

test('what only the loader says is known, and no line of the file', () => {
  const complaints: string[] = [];
  const words: Words = Object.fromEntries(LOADER.map((name) => [name, 'Sebentar']));
  assert.equal(reword(FILE, words, (complaint) => complaints.push(complaint)), FILE);
  assert.deepEqual(complaints, []);
  assert.deepEqual(said({ open_page: 7 })[1], ['Tumbas: words: “open_page”: it is no text. Our own sentence stays.']);
});

test('an attribute is JSON, and what is none is named', () => {
  assert.match(reword(FILE, '{"close": "Sudah"}'), /^id\nSudah\n/);
  const complaints: string[] = [];
  assert.equal(reword(FILE, '{close}', (complaint) => complaints.push(complaint)), FILE);
  assert.match(complaints.join(), /^Tumbas: words: SyntaxError: .+ Our own sentences stay\.$/);
});

const REFUSED: [string, unknown, string][] = [
  ['procede', 'Terus', 'no sentence is called so'],
  ['proceed', '', 'it is no text'],
  ['proceed', 7, 'it is no text'],
  ['proceed', 'Terus {total}', 'it knows no {total}'],
  ['proceed', 'Terus {}', 'it knows no {}'],
  ['proceed', 'Terus {', 'a brace is left open'],
  ['order', 'Beli sekarang', '{total} is missing'],
  ['order', 'Beli {total} {amount}', 'it knows no {amount}'],
];

for (const [name, wanted, why] of REFUSED) {
  test(`“${name}: ${String(wanted)}” is refused because ${why}`, () => {
    const [words, complaints] = said({ [name]: wanted });
    assert.deepEqual(complaints, [`Tumbas: words: “${name}”: ${why}. Our own sentence stays.`]);
    assert.equal(words[name], name === 'procede' ? undefined : name);
  });
}
