/** One load of one page on a slow phone with a slow line and nothing kept from before. */
import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Contender } from './contender.ts';
import { memory } from './memory.ts';
import type { Figures } from './plan.ts';
import { watch, type Seen } from './probe.ts';
import { Traffic } from './traffic.ts';

/** Slow 4G as Lighthouse has it: 150 ms, 1.6 Mbit/s down, 750 kbit/s up. */
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
/** How many times slower than this machine the phone is. */
const SLOWER = 4;
/** A cheap phone. */
const PHONE = { viewport: { width: 360, height: 780 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'id-ID' };
/** Nothing more comes once nothing came for so long, in milliseconds. */
const QUIET = 700;
/** Longer than any page takes. */
const PATIENCE = 30_000;

/** A page that is looked at. */
export class Load {
  readonly page: Page;
  private readonly session: CDPSession;
  private readonly traffic: Traffic;
  private readonly contender: Contender;

  private constructor(page: Page, session: CDPSession, traffic: Traffic, contender: Contender) {
    this.page = page;
    this.session = session;
    this.traffic = traffic;
    this.contender = contender;
  }

  /** Opens it, and waits until it has come to rest. */
  static async begin(browser: Browser, contender: Contender, address: string): Promise<Load> {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await page.addInitScript(watch, contender.usable);
    const traffic = await Traffic.of(session, address);
    await session.send('Performance.enable');
    await session.send('Network.emulateNetworkConditions', LINE);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.goto(address);
    const load = new Load(page, session, traffic, contender);
    if (!contender.pressed) await load.becomesUsable();
    await load.rests();
    return load;
  }

  /** Presses what makes the checkout come. */
  async press(): Promise<void> {
    await this.page.tap(this.contender.pressed!);
    await this.becomesUsable();
    await this.rests();
  }

  /** Everything since the page was asked for. */
  async figures(): Promise<Figures> {
    const seen = await this.page.evaluate(() => window.seen);
    const { metrics } = await this.session.send('Performance.getMetrics');
    const busy = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
    await this.session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const figures = {
      ...this.traffic.sums(),
      usable: seen.usable && seen.usable - (seen.pressed ?? 0),
      blocking: blocking(seen),
      busy: busy * 1000,
      memory: await memory(this.session),
      shift: seen.shift,
    };
    await this.session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    return figures;
  }

  async end(): Promise<void> {
    await this.page.context().close();
  }

  private async becomesUsable(): Promise<void> {
    if (!this.contender.usable) return;
    await this.page.waitForFunction(() => window.seen.usable !== null, undefined, { timeout: PATIENCE, polling: 50 }).catch(() => {
      throw new Error(`${this.contender.name} did not become usable; it asked for:\n${this.traffic.list()}`);
    });
  }

  private async rests(): Promise<void> {
    const until = performance.now() + PATIENCE;
    while (this.traffic.quiet() < QUIET) {
      if (performance.now() > until) throw new Error(`${this.contender.name} did not come to rest:\n${this.traffic.list()}`);
      await this.page.waitForTimeout(50);
    }
  }
}

/** What long tasks took beyond what nobody notices. */
function blocking({ tasks }: Seen): number {
  return tasks.reduce((sum, [, length]) => sum + length - 50, 0);
}
