/** Ours, by their text. */
export const sheets = new Map<string, CSSStyleSheet>();

/**
 * Adds `css` once to the document or shadow root that `node` is in. A constructed sheet passes
 * `style-src 'none'`; browsers without them get an element.
 */
export function style(node: Node, css: string): void {
  const root = node.getRootNode() as Document | ShadowRoot;
  if ("adoptedStyleSheets" in root) {
    let sheet = sheets.get(css);
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(css, sheet);
    }
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  const home = (root as Document).head ?? root;
  if (!home.textContent!.includes(css)) home.append(Object.assign(document.createElement("style"), { textContent: css }));
}
