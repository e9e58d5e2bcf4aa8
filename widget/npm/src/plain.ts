/**
 * Whether the checkout stands in `root` as its sheet has it: on a light page that sets no colours. Pictures
 * and other trees are not looked at here; `look.ts` does, once the checkout is drawn.
 */
export function isPlain(root: HTMLElement, theme = "auto"): boolean {
  const style = getComputedStyle(root);
  const isSet = ["accent", "card", "ground"].some((name) => style.getPropertyValue(`--tb-${name}`));
  if (isSet || !/auto|light/.test(theme)) return false;
  for (let at: Element | null = behind(root); at; at = at.parentElement) {
    const { backgroundColor, colorScheme } = getComputedStyle(at);
    if (/dark/.test(colorScheme)) return false;
    if (backgroundColor !== "rgba(0, 0, 0, 0)") return /^rgb\((2\d\d\D+){3}$/.test(backgroundColor);
  }
  return true;
}

/** What the page paints under it: the overlay lies in a frame of ours. */
export function behind(root: HTMLElement): HTMLElement {
  return root.closest(".tumbas-dialog") ? document.body : root;
}
