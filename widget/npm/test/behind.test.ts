/** The second module is asked for until it comes. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import type { Glue, Kit } from '../src/load.ts';

/** An empty module. */
const MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

const page = new EventTarget();
Object.assign(globalThis, { __TUMBAS_LATER__: 'widget/later.wasm', addEventListener: page.addEventListener.bind(page) });

/** A page on which the first `failures` requests fail. */
function world(failures: number) {
  const said: string[] = [];
  const get = (path: string) => {
    said.push(path);
    return said.filter((word) => word === path).length > failures ? Promise.resolve(new Response(MODULE)) : Promise.reject(new Error('cut off'));
  };
  const glue = { arrived: () => void said.push('arrived'), delayed: () => void said.push('delayed') };
  return { said, kit: { get } as unknown as Kit, glue: glue as unknown as Glue };
}

let pages = 0;

/** The module as each page has its own. */
const behind = async () => (await import(`../src/behind.ts?${(pages += 1)}`)) as typeof import('../src/behind.ts');

/** Lets promises that are ready go on. */
const settle = () => new Promise((done) => setImmediate(done));

test.beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
test.afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

test('what was asked for early is not asked for again', async () => {
  const { bringRest, hurry } = await behind();
  const { said, kit, glue } = world(0);
  hurry(kit);
  await bringRest(kit, glue, {});
  assert.deepEqual(said, ['widget/later.wasm', 'arrived']);
});

test('a checkout that fails over it does not have it brought again', async () => {
  const { bringRest } = await behind();
  const { said, kit, glue } = world(0);
  const arrived = () => {
    throw new Error('broken');
  };
  await assert.rejects(bringRest(kit, { ...glue, arrived }, {}), /broken/);
  assert.deepEqual(said, ['widget/later.wasm']);
});

test('what fails is asked for again after a second, then after two', async () => {
  mock.method(console, 'error', () => {});
  const { bringRest } = await behind();
  const { said, kit, glue } = world(2);
  const brought = bringRest(kit, glue, {});
  for (const pause of [1_000, 2_000]) {
    await settle();
    const before = said.length;
    mock.timers.tick(pause - 1);
    await settle();
    assert.equal(said.length, before);
    mock.timers.tick(1);
  }
  await brought;
  assert.deepEqual(said, [...Array(2).fill(['widget/later.wasm', 'delayed']).flat(), 'widget/later.wasm', 'arrived']);
});

for (const name of ['online', 'tumbas:again']) {
  test(`${name} has it asked for at once`, async () => {
    mock.method(console, 'error', () => {});
    const { bringRest } = await behind();
    const { said, kit, glue } = world(1);
    const brought = bringRest(kit, glue, {});
    await settle();
    page.dispatchEvent(new Event(name));
    await brought;
    assert.deepEqual(said, ['widget/later.wasm', 'delayed', 'widget/later.wasm', 'arrived']);
  });
}
