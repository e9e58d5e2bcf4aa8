import { complete } from "./options";
import { base, page } from "./origin";
import { put, tell } from "./put";
import { sheets, style } from "./sheet";
import type { Options } from "./types";

declare const __TUMBAS_MODULE__: string;
declare const __TUMBAS_GLUE__: string;
declare const __TUMBAS_COMPANION__: string;

/** A checkout on the page. */
export interface Handle {
  askToClose(): void;
  unmount(): void;
}

export interface Glue {
  /** Starts the first module; answers what it shares. */
  default(input: { module_or_path: Promise<Response> }): Promise<WebAssembly.ModuleImports>;
  /** What comes behind the first step is there. */
  arrived(): void;
  /** It could not be fetched, and is asked for again. */
  delayed(): void;
  mount(root: HTMLElement, options: Options & { edge: string; close?: () => void; metadata: () => unknown }): Handle;
}

type Mount = (root: HTMLElement, options: Options, close?: () => void) => Handle;

/** What no page needs before intent. */
export interface Companion {
  open(options: Options & { link?: string }, opener?: HTMLElement): void;
  close(): void;
  /** Asks for what the checkout in `root` opens with and wears; answers its sentences, and what dresses it once it is drawn. */
  prepare(root: HTMLElement, options: Options): Promise<[words: string, dress: () => unknown]>;
  /** Fetches the checkout's sheet and starts its module; answers what mounts it. */
  ready(glue: Glue, module_or_path: Promise<Response>): Promise<Mount>;
  /** Shows the page's builder what is told. */
  inspect(): Promise<unknown>;
}

/** What the loader lends it. */
const kit = { base, bring, complete, get, page, put, sheets, style, tell };
export type Kit = typeof kit;

/** Longer than any load that a shopper would wait for. */
const PATIENCE = 20_000;

let tries = 0;

/** Does `work` once for the page; work that failed can be done again. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let doing: Promise<T> | undefined;
  return () =>
    (doing ??= Promise.race([
      work(),
      new Promise<never>((_, refuse) => setTimeout(refuse, PATIENCE, new Error("Tumbas: too slow"))),
    ]).catch((error: unknown) => {
      doing = undefined;
      tries += 1;
      throw error;
    }));
}

/** A browser remembers a module that failed by its address. */
export function bring<T>(path: string): Promise<T> {
  return import(base + path + (tries ? `?${tries}` : "")) as Promise<T>;
}

/** Fetches the overlay and its like. */
export const companion = once(async () => (await bring<{ start(lent: Kit): Companion }>(__TUMBAS_COMPANION__)).start(kit));

/** Fetches the checkout with all that belongs to it; nothing where the page's policy would not let it run. */
export const load = once(async () => {
  new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  if (origin === "null") throw new Error("Tumbas: needs allow-same-origin");
  const module_or_path = get(__TUMBAS_MODULE__);
  const [{ ready }, glue] = await Promise.all([companion(), bring<Glue>(__TUMBAS_GLUE__), module_or_path]);
  return ready(glue, module_or_path);
});

async function get(path: string): Promise<Response> {
  const answer = await fetch(base + path);
  if (!answer.ok) throw new Error(`Tumbas: ${path} answered ${answer.status}`);
  return answer;
}
