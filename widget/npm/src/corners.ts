/** The page's own buttons: those that open the checkout, but for links in running text, and those of its main part. */
const BUTTONS = "[data-tumbas-buy]:not(p *),main :is(button,[type=submit],.button,.btn):not(.tb *)";

/** Rounder than this a card looks odd. */
const ROUNDEST = 18;

/** A button's corners are this much sharper than the card's that it lies in; see `checkout.css`. */
const INSIDE = 4;

/** How round a card has to be for our buttons to have the corners of the page's, where it has any of its own. */
export function corners(): string {
  const button = document.querySelector(BUTTONS);
  if (!button) return "";
  const { borderTopStyle, borderTopLeftRadius } = getComputedStyle(button);
  // The browser's own button says nothing of the page.
  if (borderTopStyle === "outset") return "";
  return `${Math.min(parseFloat(borderTopLeftRadius), ROUNDEST) + INSIDE}px`;
}
