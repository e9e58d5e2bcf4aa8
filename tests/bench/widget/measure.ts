/** `cargo run -- bench widget`: carries out a plan, and prints what was measured. */
import { chromium, type Browser } from '@playwright/test';
import { adyen } from './contenders/adyen.ts';
import { alone } from './contenders/alone.ts';
import { braintree } from './contenders/braintree.ts';
import { preact } from './contenders/preact.ts';
import { shopify } from './contenders/shopify.ts';
import { inline, overlay } from './contenders/tumbas.ts';
import type { Contender } from './contender.ts';
import { Load } from './load.ts';
import type { Figures, Measured, Plan } from './plan.ts';
import { Host } from './serve.ts';
import { orderTheSame } from './walk.ts';

const plan: Plan = JSON.parse(process.env.PLAN ?? '');
const [ours, byHand, before] = [inline(plan), preact(plan), overlay(plan)];
const contenders = [ours, byHand, shopify, braintree, adyen, before, alone];

const host = new Host(plan, contenders);
const browser = await chromium.launch({
  executablePath: plan.chromium,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});
try {
  await orderTheSame(browser, host, plan, [ours, byHand]);
  console.log(JSON.stringify(await measured(browser)));
} finally {
  await browser.close();
  host.close();
}

/** Round after round, each beginning with another page, so that what else the machine does meets all alike. */
async function measured(browser: Browser): Promise<Measured[]> {
  const loads = new Map<string, Figures[]>();
  const keep = (name: string, figures: Figures) => loads.set(name, [...(loads.get(name) ?? []), figures]);
  for (let round = 0; round < plan.rounds; round += 1) {
    const from = round % contenders.length;
    for (const contender of [...contenders.slice(from), ...contenders.slice(0, from)]) {
      for (const [name, figures] of await figuresOf(browser, contender)) keep(name, figures);
    }
  }
  const names = contenders.flatMap(({ name, after }) => (after ? [name, after] : [name]));
  return names.map((name) => ({ name, loads: loads.get(name) ?? [] }));
}

/** One load; where something is pressed, what came before and what came of it. */
async function figuresOf(browser: Browser, contender: Contender): Promise<[string, Figures][]> {
  const load = await Load.begin(browser, contender, host.address(contender));
  const first = await load.figures();
  const rows: [string, Figures][] = [[contender.name, first]];
  if (contender.after) {
    await load.press();
    rows.push([contender.after, since(first, await load.figures())]);
  }
  await load.end();
  return rows;
}

/** What was added; memory is what there is in the end. */
function since(before: Figures, now: Figures): Figures {
  return {
    ...now,
    code: now.code - before.code,
    wire: now.wire - before.wire,
    requests: now.requests - before.requests,
    blocking: now.blocking - before.blocking,
    busy: now.busy - before.busy,
    shift: now.shift - before.shift,
  };
}
