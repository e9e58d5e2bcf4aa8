import type { Kit } from "./load";
import { overlay } from "./overlay.css";
import type { Options } from "./types";

/** The checkout that lies over the page. */
export interface Overlay {
  ask(): void;
}

/** Opens the checkout over the page; `opener` gets the focus back, `gone` hears when it is closed. */
export function lay({ put, say, style, tell }: Kit, options: Options, opener: HTMLElement | undefined, gone: () => void): Overlay {
  const back = opener ?? (document.activeElement as HTMLElement | null);
  const dialog = document.createElement("dialog");
  const root = document.createElement("div");
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: "×", onclick: ask });
  const bar = document.createElement("div");
  dialog.className = "tumbas-dialog";
  dialog.setAttribute("aria-label", "Checkout");
  bar.className = "tumbas-close";
  close.setAttribute("aria-label", say(options)[4]);
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
    back?.focus();
  });
  dialog.showModal();
  return { ask };
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
