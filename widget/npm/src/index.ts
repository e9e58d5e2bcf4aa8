/**
 * `@tumbas/checkout`: the calls of the loader, with types, for pages that are built. Importing it does
 * nothing, so that a server may; there, each call does nothing either.
 */
import type { Call, EventName, Listener, Method, Options, PageOptions, Queue, Target, Tumbas } from "./types.js";

export type {
  CartDetail,
  Customer,
  EventItem,
  EventMap,
  EventName,
  Item,
  Listener,
  Options,
  PageOptions,
  Sentence,
  Target,
  Tumbas,
  Words,
} from "./types.js";

/** Where the checkout comes from, and what holds for the whole page. */
export interface Setup extends PageOptions {
  /** The origin of the deployed Worker, such as `https://checkout.example.id`. */
  origin: string;
  /** Whom to tell of the funnel, once the shopper said yes. */
  track?: ("datalayer" | "meta" | "tiktok")[];
  /** What the shopper said already, on this page or before. */
  consent?: boolean;
}

/** A checkout in the page. */
export interface Mounted {
  /** Changes it; what was typed stays. */
  update(options: Options): void;
  /** Takes it off the page. */
  unmount(): void;
}

let loading: Promise<void> | undefined;

/**
 * Brings the loader to the page, once. Calls may be made before it has come. A load that failed is
 * said by a rejection, and can be tried again.
 */
export function init(setup: Setup): Promise<void> {
  if (typeof document === "undefined") return Promise.resolve();
  loading ??= bring(setup).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Draws a checkout into `target`, an element or a selector, in place of what is in there. */
export function mount(target: Target, options?: Options): Mounted {
  call("mount", target, options);
  return { update: (changed) => call("update", changed, target), unmount: () => unmount(target) };
}

/** Takes the checkouts in `target` off the page; what was typed stays in the tab. */
export function unmount(target: Target): void {
  call("unmount", target);
}

/** Changes the checkouts in `target`; without one, what holds for the whole page. */
export function update(options: Options, target?: Target): void {
  call("update", options, target);
}

/** Opens the checkout over the page. */
export function open(options?: Options): void {
  call("open", options);
}

/** Closes it as its cross does: the shopper is asked when something was typed. */
export function close(): void {
  call("close");
}

/** Calls `listener` for every checkout of the page; answers how to stop. */
export function on<Name extends EventName>(name: Name, listener: Listener<Name>): () => void {
  call("on", name, listener);
  return () => off(name, listener);
}

/** Stops what `on` began. */
export function off<Name extends EventName>(name: Name, listener: Listener<Name>): void {
  call("off", name, listener);
}

/** Fetches the checkout before it is wanted. */
export function preload(): void {
  call("preload");
}

/** Whether the shopper allowed to be counted. Without a yes nothing is told to anybody else. */
export function consent(granted: boolean): void {
  call("consent", granted);
}

/** The loader makes it now, or once it has come. */
function call(...made: Call): void {
  if (typeof window === "undefined") return;
  const page = window as { Tumbas?: Partial<Tumbas> & Queue };
  page.Tumbas ??= { q: [] as Call[] };
  page.Tumbas.q.push(made);
}

async function bring({ origin, track, consent, words, ...page }: Setup): Promise<void> {
  const src = new URL("/tumbas.js", origin).href;
  const there = document.querySelector(`script[src="${src}"]`);
  if (there && "mount" satisfies Method in ((window as { Tumbas?: object }).Tumbas ?? {})) return;
  const tag = there ?? Object.assign(document.createElement("script"), { src, async: true });
  const said = { ...page, words: typeof words === "object" ? JSON.stringify(words) : words, track: track?.join(" "), consent: consent === undefined ? consent : consent ? "granted" : "denied" };
  for (const [name, value] of Object.entries(said)) if (value) tag.setAttribute(`data-${name}`, value);
  return new Promise((done, refuse) => {
    tag.addEventListener("load", () => done());
    tag.addEventListener("error", () => {
      tag.remove();
      refuse(new Error(`@tumbas/checkout: ${src} did not load; check the address and the network, then call init again`));
    });
    if (!there) document.head.append(tag);
  });
}
