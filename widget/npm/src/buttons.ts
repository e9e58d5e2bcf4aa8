import { load } from "./load";
import { open } from "./open";

/** Lets every `[data-tumbas-buy]` and every link to `#tumbas=…`, now and later, open the overlay; fetches it when one is approached. */
export function listen(): void {
  document.addEventListener("click", (event) => {
    const pressed = bought(event);
    if (!pressed || event.defaultPrevented) return;
    event.preventDefault();
    const { tumbasBuy, tumbasQuantity, tumbasStore, tumbasLocale, tumbasBump } = pressed.dataset;
    if (tumbasBuy === undefined) return open({ link: (pressed as HTMLAnchorElement).hash }, pressed);
    // `complete` reads the number.
    const items = tumbasBuy ? [{ id: tumbasBuy, quantity: tumbasQuantity as unknown as number }] : [];
    open({ store: tumbasStore, locale: tumbasLocale, bump: tumbasBump, items }, pressed);
  });
  const approach = (event: Event) => bought(event) && load().catch(() => {});
  addEventListener("pointerover", approach);
  addEventListener("focusin", approach);
  addEventListener("hashchange", arrive);
  arrive();
}

/** A shopper who came by such a link. */
function arrive(): void {
  if (location.hash.startsWith("#tumbas=")) open({ link: location.hash });
}

/** The buy button or link that an event is about, also inside shadow roots. */
function bought(event: Event): HTMLElement | undefined {
  return event
    .composedPath()
    .find((node): node is HTMLElement => node instanceof HTMLElement && node.matches('[data-tumbas-buy],a[href^="#tumbas="]'));
}
