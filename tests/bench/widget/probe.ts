/** What looks on from inside the page, put there before its first script. */
import type { Control } from './contender.ts';

/** What it has seen so far, in milliseconds since the page was asked for. */
export interface Seen {
  /** When the control was there and the page could hear it. */
  usable: number | null;
  /** When something was pressed. */
  pressed: number | null;
  /** Long tasks: when they began and how long they took. */
  tasks: [start: number, length: number][];
  shift: number;
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/** Runs in the page. Looks once for each frame that is drawn. */
export function watch(control: Control | null): void {
  if (window !== top) return;
  const seen: Seen = { usable: null, pressed: null, tasks: [], shift: 0 };
  window.seen = seen;

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.tasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
      if (!hadRecentInput) seen.shift += value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
  addEventListener('pointerdown', () => (seen.pressed = performance.now()), { capture: true, once: true });

  if (!control) return;
  const look = () => {
    if (!isThere(control)) return void requestAnimationFrame(look);
    // A task of its own runs once this frame is drawn and nothing else keeps the page from listening.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (seen.usable = performance.now());
    port2.postMessage(null);
  };
  requestAnimationFrame(look);

  function isThere({ selector, frame, unseen }: Control): boolean {
    const inside = frame ? document.querySelector<HTMLIFrameElement>(frame)?.contentDocument : document;
    const found = inside?.querySelector<HTMLButtonElement>(selector);
    return Boolean(found && !found.disabled && (unseen || found.getClientRects().length > 0));
  }
}
