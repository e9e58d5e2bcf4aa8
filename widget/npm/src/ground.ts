import { colour, isDark } from "./colour";

/** Whether `own` is dark, or else what the page paints behind `node`. What is on a picture, its words tell. */
export function isOnDark(own: string, node: Element): boolean {
  const given = own && colour(own);
  if (given && given[3] > 0.5) return isDark(given);
  for (let at: Element | null = node; at; at = above(at)) {
    const { backgroundColor, backgroundImage, color } = getComputedStyle(at);
    const isPicture = backgroundImage !== "none";
    const seen = colour(isPicture ? color : backgroundColor);
    if (seen && seen[3] > 0.5) return isDark(seen) !== isPicture;
  }
  const canvas = colour("Canvas");
  return canvas !== undefined && isDark(canvas);
}

/** What `node` stands in, out of shadow roots too. */
export function above(node: Element): Element | null {
  return node.parentElement ?? (node.getRootNode() as ShadowRoot).host ?? null;
}
