/** How a checkout looks on the page it is on. Fetched before it is drawn where that shows, after it elsewhere. */
import { corners } from "./corners";
import { above, isOnDark } from "./ground";
import { COLOURS, guard } from "./guard";
import type { Kit } from "./load";
import { harden, isOverruled } from "./overruled";
import { behind } from "./plain";
import { presets } from "./presets";

const THEMES = ["auto", "light", "dark", "warm"];

/** Longer than a page needs to change all that belongs to a change. */
const PAUSE = 40;

/** Dresses each checkout that is on the page, by its root. */
const worn = new Map<HTMLElement, () => void>();
const judged = new WeakMap<HTMLElement, string>();
const said = new Set<string>();
const observer = new MutationObserver(later);
let timer: number | undefined;

matchMedia("(prefers-color-scheme:dark)").addEventListener("change", later);
document.addEventListener("transitionend", ({ propertyName, target }) => {
  if (propertyName === "background-color" && [...worn.keys()].some((root) => (target as Node).contains(root))) later();
});

/** The page changed something: what the checkouts wear is chosen anew. */
function later(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => worn.forEach((dress, root) => (root.isConnected ? dress() : worn.delete(root))), PAUSE);
}

/** Dresses the checkout in `root`, drawn or not, for `theme`; follows the page from now on. */
export function dress(kit: Kit, root: HTMLElement, theme = "auto"): void {
  if (!THEMES.includes(theme)) warn(`there is no theme "${theme}"; there are ${THEMES.join(", ")}`);
  const around = behind(root);
  worn.set(root, () => put(kit, root, theme, around));
  put(kit, root, theme, around);
  for (let at: Element | null = around; at; at = above(at)) observer.observe(at, { attributes: true });
}

function put(kit: Kit, root: HTMLElement, theme: string, around: HTMLElement): void {
  const style = getComputedStyle(root);
  const own = (name: string) => style.getPropertyValue(`--tb-${name}`);
  const isNamed = theme !== "auto" && THEMES.includes(theme);
  const chosen = isNamed ? theme : isOnDark(own("card") || own("ground"), around) ? "dark" : "light";
  const drawn = root.querySelector<HTMLElement>(".tb");
  const dialog = root.closest<HTMLElement>(".tumbas-dialog");
  kit.style(root, presets);
  for (const one of [drawn, dialog]) one?.setAttribute("data-theme", chosen);
  if (!drawn) return;
  if (isOverruled(drawn)) kit.sheets.forEach(harden);
  drawn.style.setProperty("--radius", own("radius") ? "" : corners(), "important");
  judge(drawn, [chosen, ...COLOURS.map(own)].join());
  for (const name of ["--ground", "--ink"]) dialog?.style.setProperty(name, getComputedStyle(drawn).getPropertyValue(name), "important");
}

/** Looks at the colours once: each repair makes the browser look at the whole checkout again. */
function judge(drawn: HTMLElement, colours: string): void {
  const isUntouched = !judged.has(drawn) && /^\w+,+$/.test(colours);
  if (isUntouched || judged.get(drawn) === colours) return;
  judged.set(drawn, colours);
  const repairs = guard(drawn, colours.startsWith("dark"));
  if (repairs.length) warn(`colours that could not be read were changed. ${repairs.join("; ")}`);
}

/** Says it once. */
function warn(sentence: string): void {
  if (!said.has(sentence)) console.warn(`Tumbas: ${sentence}`);
  said.add(sentence);
}
