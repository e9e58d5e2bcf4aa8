/** What a page asks for, as the browser's network tells it. */
import type { CDPSession } from '@playwright/test';

interface Asked {
  url: string;
  kind: string;
  bytes: number;
  isDone: boolean;
}

/** What the browser must have before anything runs or is drawn. */
const CODE = ['text/javascript', 'text/css', 'application/wasm'];

export class Traffic {
  private readonly asked = new Map<string, Asked>();
  private last = performance.now();

  /** The page's own address. */
  private readonly page: string;

  private constructor(page: string) {
    this.page = page;
  }

  static async of(session: CDPSession, page: string): Promise<Traffic> {
    const traffic = new Traffic(page);
    const { asked } = traffic;
    const done = (id: string, bytes?: number) => {
      traffic.last = performance.now();
      Object.assign(asked.get(id) ?? {}, { isDone: true, ...(bytes !== undefined && { bytes }) });
    };
    session.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (request.url.startsWith('data:')) return;
      asked.set(requestId, { url: request.url, kind: '', bytes: 0, isDone: false });
    });
    session.on('Network.responseReceived', ({ requestId, response }) => {
      Object.assign(asked.get(requestId) ?? {}, { kind: response.mimeType });
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => done(requestId, encodedDataLength));
    session.on('Network.loadingFailed', ({ requestId }) => done(requestId));
    await session.send('Network.enable');
    return traffic;
  }

  /** Everything but the page itself. */
  sums(): { code: number; wire: number; requests: number } {
    const asked = [...this.asked.values()].filter(({ url }) => url !== this.page);
    const sum = (some: Asked[]) => some.reduce((sum, { bytes }) => sum + bytes, 0);
    return { code: sum(asked.filter(({ kind }) => CODE.includes(kind))), wire: sum(asked), requests: asked.length };
  }

  /** For how long nothing has been on its way, in milliseconds. */
  quiet(): number {
    return [...this.asked.values()].every(({ isDone }) => isDone) ? performance.now() - this.last : 0;
  }

  /** For whoever wonders. */
  list(): string {
    return [...this.asked.values()].map(({ url, kind, bytes }) => `${bytes} ${kind} ${url}`).join('\n');
  }
}
