import { frame } from "./frame.css";
import { companion, type Handle, load } from "./load";
import { apologise, bones } from "./note";
import { complete } from "./options";
import { style } from "./sheet";
import type { Options } from "./types";

/** A checkout that is on its way, or there. */
export interface Put {
  handle?: Handle;
  remove(): void;
}

/** Puts a checkout into `root`: grey cards at once, then the checkout or the ways on. */
export function put(root: HTMLElement, asked: Options, close?: () => void): Put {
  const options = complete(asked);
  let wanted = true;
  const made: Put = {
    remove() {
      wanted = false;
      made.handle?.unmount();
      made.handle = undefined;
    },
  };
  const start = () => {
    const coming = Promise.all([companion().then(({ prepare }) => prepare(root, options)), load()]);
    style(root, frame);
    bones(root, options);
    coming.then(
      ([[words, dress], mount]) => {
        if (!wanted) return;
        made.handle = mount(root, { ...options, words }, close);
        dress();
        tell(root, "open");
      },
      (error: unknown) => {
        console.error(error);
        if (wanted) apologise(root, options, start);
      },
    );
  };
  start();
  return made;
}

/** Dispatches `tumbas:…`; the checkout itself tells the rest. */
export function tell(node: EventTarget, name: string): void {
  node.dispatchEvent(new CustomEvent(`tumbas:${name}`, { bubbles: true, composed: true, detail: {} }));
}
