import { load } from "./load";
import { open } from "./overlay";

/** Lets every `[data-tumbas-buy]`, now and later, open the overlay; fetches it when one is approached. */
export function listen(): void {
  document.addEventListener("click", (event) => {
    const button = bought(event);
    if (!button || event.defaultPrevented) return;
    event.preventDefault();
    const { tumbasBuy, tumbasQuantity, tumbasStore, tumbasLocale } = button.dataset;
    const items = tumbasBuy ? [{ id: tumbasBuy, quantity: Number(tumbasQuantity) || 1 }] : [];
    open({ store: tumbasStore, locale: tumbasLocale, items }, button);
  });
  for (const approach of ["pointerover", "focusin", "touchstart"]) {
    document.addEventListener(approach, (event) => bought(event) && load().catch(() => {}), { passive: true });
  }
}

/** The buy button that an event is about, also inside shadow roots. */
function bought(event: Event): HTMLElement | undefined {
  return event.composedPath().find((node): node is HTMLElement => node instanceof HTMLElement && "tumbasBuy" in node.dataset);
}
