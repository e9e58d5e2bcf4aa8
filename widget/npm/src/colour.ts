/** What a colour looks like, however it is written: the browser reads it. */

/** Red, green, blue and how much it covers, each from 0 to 1. */
export type Colour = [red: number, green: number, blue: number, cover: number];

/** Below it white is read better than black. */
const MIDDLE = 0.179;

/** The colour that `css` is on this page; `undefined` when the browser knows none by it. */
export function colour(css: string, isMixed = false): Colour | undefined {
  // Beside the page's body: inside the checkout the browser would look through all of our rules.
  const probe = document.documentElement.appendChild(document.createElement("i"));
  probe.style.setProperty("color", css, "important");
  const isKnown = probe.style.color;
  const seen = getComputedStyle(probe).color;
  probe.remove();
  if (!isKnown) return undefined;
  const [, space, numbers = ""] = /^(rgb|color\(srgb)a?(.*)/.exec(seen) ?? [];
  // Of the newer ways to write one: mixed with itself, a colour is said in sRGB.
  if (!space) return isMixed ? undefined : colour(`color-mix(in srgb,${seen},${seen})`, true);
  const [red = 0, green = 0, blue = 0, cover = 1] = numbers.match(/-?[\d.]+(e-\d+)?/g)?.map(Number) ?? [];
  const most = space === "rgb" ? 255 : 1;
  return [red / most, green / most, blue / most, cover];
}

/** Its relative luminance, as WCAG 2 counts it. */
export function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => (part > 0.04045 ? ((part + 0.055) / 1.055) ** 2.4 : part / 12.92));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Whether white is read better on it than black. */
export function isDark(seen: Colour): boolean {
  return luminance(seen) < MIDDLE;
}
