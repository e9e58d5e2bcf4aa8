/**
 * The one server of everybody: pages on one port, everything else on another, as with a seller's site
 * and a checkout of somebody else's. All files in brotli at its highest level, all with the same headers;
 * the API is that of the Worker.
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, constants } from 'node:zlib';
import { page, type Contender } from './contender.ts';
import type { Plan } from './plan.ts';

const KINDS: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** As a content network packs what it can keep, and what it passes on. */
const QUALITY = { kept: 11, passed: 4 };

/** Headers of answers that are about the connection, or about a body that we pack anew. */
const OURS = ['connection', 'content-encoding', 'content-length', 'keep-alive', 'transfer-encoding'];

export class Host {
  private readonly plan: Plan;
  private readonly contenders: Contender[];
  private readonly packed = new Map<string, Buffer>();
  private readonly servers: Server[];

  constructor(plan: Plan, contenders: Contender[]) {
    this.plan = plan;
    this.contenders = contenders;
    this.servers = [
      createServer((request, answer) => this.page(request, answer)).listen(plan.ports.pages, '127.0.0.1'),
      createServer((request, answer) => void this.other(request, answer)).listen(plan.ports.files, '127.0.0.1'),
    ];
  }

  address(contender: Contender): string {
    return `http://127.0.0.1:${this.plan.ports.pages}/${this.contenders.indexOf(contender)}`;
  }

  get files(): string {
    return `http://127.0.0.1:${this.plan.ports.files}`;
  }

  close(): void {
    for (const server of this.servers) {
      server.closeAllConnections();
      server.close();
    }
  }

  private page({ url = '' }: IncomingMessage, answer: ServerResponse): void {
    const contender = this.contenders[Number(url.slice(1))];
    if (!contender) return void answer.writeHead(404).end();
    this.keep(answer, url, '.html', () => Buffer.from(page(contender, this.files)));
  }

  private async other(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '', this.files);
    if (pathname.startsWith('/v3/')) return this.pass(request, answer);
    if (request.method === 'OPTIONS') return void answer.writeHead(204, ANYBODY).end();
    const said = this.contenders.map(({ answers }) => answers?.[pathname]).find((said) => said !== undefined);
    if (said !== undefined) return this.keep(answer, pathname, '.json', () => Buffer.from(JSON.stringify(said).replaceAll('{{files}}', this.files)));
    const file = this.file(pathname);
    if (!file) return void answer.writeHead(404, ANYBODY).end();
    this.keep(answer, pathname, extname(pathname), () => file);
  }

  private file(pathname: string): Buffer | undefined {
    for (const folder of [this.plan.assets, this.plan.bundles]) {
      try {
        return readFileSync(join(folder, normalize(pathname)));
      } catch {
        // Not of this folder.
      }
    }
  }

  /** Answers what does not change, packed once. */
  private keep(answer: ServerResponse, name: string, extension: string, read: () => Buffer): void {
    const packed = this.packed.get(name) ?? pack(read(), QUALITY.kept);
    this.packed.set(name, packed);
    answer.writeHead(200, {
      ...ANYBODY,
      'content-type': KINDS[extension] ?? 'application/octet-stream',
      'content-encoding': 'br',
      'content-length': packed.length,
      'cache-control': 'public, max-age=31536000, immutable',
    });
    answer.end(packed);
  }

  /** Asks the Worker, and packs what it says. */
  private async pass(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const headers = new Headers(request.headers as Record<string, string>);
    for (const name of OURS) headers.delete(name);
    const body = method === 'POST' ? await text(request) : undefined;
    const said = await fetch(this.plan.worker + request.url, { method, headers, body });
    const passed = Object.fromEntries([...said.headers].filter(([name]) => !OURS.includes(name)));
    const whole = Buffer.from(await said.arrayBuffer());
    if (whole.length === 0) return void answer.writeHead(said.status, passed).end();
    const packed = pack(whole, QUALITY.passed);
    answer.writeHead(said.status, { ...passed, 'content-encoding': 'br', 'content-length': packed.length }).end(packed);
  }
}

const ANYBODY = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-max-age': '86400',
};

function pack(contents: Buffer, quality: number): Buffer {
  return brotliCompressSync(contents, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: contents.length },
  });
}
