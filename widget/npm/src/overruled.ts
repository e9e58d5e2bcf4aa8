/**
 * Pages that say `!important` of every element. Nothing normal wins against that; what is important
 * in a layer does (CSS Cascade 5, §6.1), so our sheets are put into one when it is needed.
 */

/** What no page asks for by accident, and of which elements. No space between letters: readers set that themselves. */
const ODD = {
  backgroundColor: "rgb(1, 2, 3)",
  borderRadius: "7px",
  color: "rgb(1, 2, 3)",
  direction: "ltr",
  display: "flex",
  fontSize: "77px",
  opacity: "0.5",
  paddingTop: "7px",
  textTransform: "lowercase",
  userSelect: "text",
  width: "77px",
};
/** What we stop ourselves where the shopper wants nothing to move. */
const MOVING = { animationDuration: "7s", transitionDuration: "7s" };
const TAGS = ["a", "button", "div", "h2", "input", "label", "li", "p", "select", "span", "textarea"];

const hardened = new WeakSet<CSSStyleSheet>();

/** Whether rules of the page overrule what we say. Forced colours do so on every page, and may. */
export function isOverruled(drawn: HTMLElement): boolean {
  if (matchMedia("(forced-colors:active)").matches) return false;
  const box = drawn.appendChild(document.createElement("div"));
  const probes = TAGS.map((tag) => box.appendChild(document.createElement(tag)));
  const odd = matchMedia("(prefers-reduced-motion:reduce)").matches ? ODD : { ...ODD, ...MOVING };
  for (const { style } of probes) Object.assign(style, odd);
  const isOdd = (seen: CSSStyleDeclaration) => Object.entries(odd).every(([name, value]) => [value, undefined].includes(seen[name as keyof typeof ODD]));
  const overruled = !probes.every((probe) => isOdd(getComputedStyle(probe)));
  box.remove();
  return overruled;
}

/** Makes all that a sheet says important; what was important before stays above the rest. */
export function harden(sheet: CSSStyleSheet): void {
  if (hardened.has(sheet) || !("CSSLayerBlockRule" in window)) return;
  hardened.add(sheet);
  const [most, rest] = [important(sheet, true), important(sheet, false)];
  sheet.replaceSync(`@layer tumbas.most{${most}}@layer tumbas.rest{${rest}}`);
}

/** The rules of `group` with only those declarations that are important already, or only the others. */
function important(group: CSSStyleSheet | CSSGroupingRule, already: boolean): string {
  return [...group.cssRules].map((rule) => said(rule, already)).join("");
}

function said(rule: CSSRule, already: boolean): string {
  if (rule instanceof CSSStyleRule) {
    // Not member by member: a shorthand with a custom property in it has none yet. No value of ours holds a semicolon.
    const all = rule.style.cssText.split(";").filter((one) => one.trim() && one.endsWith("!important") === already);
    return `${rule.selectorText}{${all.map((one) => (already ? one : `${one}!important`)).join(";")}}`;
  }
  if (rule instanceof CSSGroupingRule) {
    const head = rule.cssText.slice(0, rule.cssText.indexOf("{"));
    return `${head}{${important(rule, already)}}`;
  }
  return already ? "" : rule.cssText;
}
