import { frame } from "./frame.css";
import { say } from "./note";
import type { Options } from "./options";
import { put, tell } from "./put";
import { style } from "./sheet";

let shown: HTMLDialogElement | undefined;

/** Opens the checkout over the page; `opener` gets the focus back. One overlay at a time. */
export function open(options: Options = {}, opener?: HTMLElement): void {
  if (shown) return;
  const back = opener ?? (document.activeElement as HTMLElement | null);
  const dialog = (shown = document.createElement("dialog"));
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
  style(dialog, frame);
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
    shown = undefined;
    back?.focus();
  });
  dialog.showModal();
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
