import { base } from "./origin";
import type { Item, Options } from "./options";
import { style } from "./sheet";

declare const __TUMBAS_MODULE__: string;
declare const __TUMBAS_GLUE__: string;
declare const __TUMBAS_STYLES__: string;

/** A checkout on the page. */
export interface Handle {
  add(items: Item[]): void;
  askToClose(): void;
  unmount(): void;
}

interface Glue {
  default(input: { module_or_path: Promise<Response> }): Promise<unknown>;
  mount(root: HTMLElement, options: Options & { edge: string; close?: () => void }): Handle;
}

/** Longer than any load that a shopper would wait for. */
const PATIENCE = 20_000;

let loading: Promise<(root: HTMLElement, options: Options, close?: () => void) => Handle> | undefined;
let tries = 0;

/** Fetches the checkout, once for the page; a load that failed can be tried again. */
export function load(): NonNullable<typeof loading> {
  loading ??= fetchAll().catch((error: unknown) => {
    loading = undefined;
    tries += 1;
    throw error;
  });
  return loading;
}

async function fetchAll(): NonNullable<typeof loading> {
  const late = new Promise<never>((_, refuse) => setTimeout(refuse, PATIENCE, new Error("Tumbas: the checkout did not load in time")));
  // A browser remembers a module that failed by its address.
  const again = tries ? `?${tries}` : "";
  const module_or_path = get(__TUMBAS_MODULE__);
  const [glue, css] = await Promise.race([
    Promise.all([
      import(base + __TUMBAS_GLUE__ + again) as Promise<Glue>,
      get(__TUMBAS_STYLES__).then((answer) => answer.text()),
      module_or_path,
    ]),
    late,
  ]);
  await Promise.race([glue.default({ module_or_path }), late]);
  return (root, options, close) => {
    style(root, css);
    return glue.mount(root, { ...options, edge: base, close });
  };
}

async function get(path: string): Promise<Response> {
  const answer = await fetch(base + path);
  if (!answer.ok) throw new Error(`Tumbas: ${path} answered ${answer.status}`);
  return answer;
}
