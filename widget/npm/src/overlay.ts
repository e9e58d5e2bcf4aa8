import type { Kit } from "./load";
import { language } from "./language";
import { overlay } from "./overlay.css";
import { isEnglish } from "./tongue";
import type { Options } from "./types";

/** The checkout that lies over the page. */
export interface Overlay {
  ask(): void;
}

/** Opens the checkout over the page; `opener` gets the focus back, `gone` hears when it is closed. */
export function lay(kit: Kit, options: Options, opener: HTMLElement | undefined, gone: () => void): Overlay {
  const { put, style, tell } = kit;
  const back = opener ?? (document.activeElement as HTMLElement | null);
  const dialog = document.createElement("dialog");
  const root = document.createElement("div");
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: "×", onclick: ask });
  const bar = document.createElement("div");
  dialog.className = "tumbas-dialog";
  dialog.setAttribute("aria-label", "Checkout");
  bar.className = "tumbas-close";
  const asked = kit.complete(options);
  const called = (name = "") => close.setAttribute("aria-label", name);
  called(isEnglish(asked.locale) ? "Close" : "Tutup");
  // The first sentence of a language is what its cross is called.
  language(kit, asked).then((text) => called(text.split("\n")[1]), () => {});
  bar.append(close);
  dialog.append(bar, root);
  document.body.append(dialog);
  style(dialog, overlay);
  const unlock = lock();
  const made = put(root, options, () => dialog.close());

  function ask(): void {
    if (made.handle) made.handle.askToClose();
    else dialog.close();
  }
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    ask();
  });
  dialog.addEventListener("close", () => {
    tell(root, "close");
    made.remove();
    dialog.remove();
    unlock();
    gone();
    giveBack(back);
  });
  dialog.showModal();
  return { ask };
}

/** The focus goes back to where it came from; what was drawn anew meanwhile is found by what it sells. */
function giveBack(opener: HTMLElement | null): void {
  const sold = opener?.dataset.tumbasBuy;
  const find = (what: string) => document.querySelector<HTMLElement>(what);
  const next = opener?.isConnected ? opener : ((sold && find(`[data-tumbas-buy="${CSS.escape(sold)}"]`)) || find("main"));
  next?.focus();
  if (!next || document.activeElement === next) return;
  next.tabIndex = -1;
  next.focus();
}

/** Keeps the page behind still, and as wide as it was when its scroll bar goes. */
function lock(): () => void {
  const { documentElement: page } = document;
  const { overflow, paddingInlineEnd } = page.style;
  const bar = window.innerWidth - page.clientWidth;
  page.style.overflow = "hidden";
  if (bar) page.style.paddingInlineEnd = `${bar}px`;
  return () => Object.assign(page.style, { overflow, paddingInlineEnd });
}
