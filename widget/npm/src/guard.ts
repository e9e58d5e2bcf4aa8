/** Colours of a seller's that cannot be read are moved, no further than they must. */
import { type Colour, colour, isDark, luminance } from "./colour";

/** The colours that a seller may set, after `--tb-`. */
export const COLOURS = ["ground", "card", "tint", "accent", "on-accent", "ink", "muted", "line", "edge", "danger", "warn", "good"];

/** WCAG 2.2 AA: words, and the edges of controls. */
const WORDS = 4.5;
const EDGES = 3;

const GROUNDS = ["card", "ground", "tint"];

/** What lies thinly on a card or on the ground. */
const THIN = ["soft", "pale-danger", "pale-warn", "pale-good"];

/** What is painted, what it lies on, and how much they must differ. `link` is the accent as words. */
const PAIRS: [name: string, on: string[], ratio: number][] = [
  ["ink", GROUNDS, WORDS],
  ["muted", [...GROUNDS, "soft", "soft2"], WORDS],
  ["link", GROUNDS, WORDS],
  ["danger", ["card", "ground", "pale-danger", "pale-danger2"], WORDS],
  ["warn", ["card", "ground", "pale-warn", "pale-warn2"], WORDS],
  ["good", ["pale-good", "pale-good2"], WORDS],
  ["on-accent", ["accent"], WORDS],
  ["edge", ["card"], EDGES],
];

const BLACK: Colour = [0, 0, 0, 1];
const WHITE: Colour = [1, 1, 1, 1];

/** Finer than this nobody sees. */
const STEP = 1 / 32;

/** Makes the colours of `drawn` readable on a page that is dark or not; answers what had to be changed, a sentence each. */
export function guard(drawn: HTMLElement, isOnDark: boolean): string[] {
  const said: string[] = [];
  const seen: Record<string, Colour> = {};
  const computed = getComputedStyle(drawn);
  const put = (name: string, value: string) => drawn.style.setProperty(name, value, "important");
  const take = (name: string) => colour(computed.getPropertyValue(`--${name}`));
  const lay = (name: string, under: Colour) => {
    const found = take(name) ?? under;
    return mixed(under, found, found[3]);
  };

  const names = [...COLOURS, "link"];
  for (const name of names) for (const one of [`--${name}`, `--tb-${name}`]) drawn.style.removeProperty(one);
  for (const name of names.filter((name) => !take(name))) {
    // `link` follows the accent, and of that it is said.
    if (name !== "link") said.push(`--tb-${name} is no colour`);
    put(`--tb-${name}`, "initial");
  }
  for (const name of names) seen[name] = lay(name, seen[name === "card" ? "ground" : "card"] ?? (isOnDark ? BLACK : WHITE));
  const { card = WHITE, ground = WHITE } = seen;
  for (const name of THIN) {
    seen[name] = lay(name, card);
    seen[`${name}2`] = lay(name, ground);
  }

  const repair = (name: string, on: string[], ratio: number, towards: Colour[]) => {
    const now = seen[name] ?? BLACK;
    const least = (one: Colour) => Math.min(...on.map((ground) => contrast(one, seen[ground] ?? WHITE)));
    if (least(now) >= ratio) return;
    const isGood = (one: Colour) => least(one) >= ratio;
    // Grounds on which no one ink can stand are one; words on a button look switched off in between.
    const isWhole = towards.length === 1 || name === "on-accent";
    const better = (isWhole && (towards.find(isGood) ?? towards[0])) || nearest(now, towards, isGood);
    seen[name] = better;
    put(`--${name}`, hex(better));
    const property = name === "link" ? "accent, as words," : name;
    said.push(`--tb-${property} has ${least(now).toFixed(1)}:1 and needs ${ratio}:1: ${hex(better)}`);
  };

  seen.best = isDark(card) ? WHITE : BLACK;
  for (const name of ["ground", "tint"]) repair(name, ["best"], WORDS, [card]);
  // A ground that became the card's is no other one to be thin on.
  if (seen.ground === card) for (const name of THIN) seen[`${name}2`] = seen[name] ?? card;
  for (const [name, on, ratio] of PAIRS) repair(name, on, ratio, [BLACK, WHITE]);
  return said;
}

/** The first colour on the way to one of `towards` that will do. */
function nearest(from: Colour, towards: Colour[], isGood: (one: Colour) => boolean): Colour {
  for (let part = STEP; part < 1; part += STEP) {
    const good = towards.map((to) => mixed(from, to, part)).find(isGood);
    if (good) return good;
  }
  return towards.find(isGood) ?? towards[0] ?? from;
}

function mixed(from: Colour, to: Colour, share: number): Colour {
  return from.map((part, at) => part * (1 - share) + (to[at] ?? 0) * share) as Colour;
}

function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function hex(one: Colour): string {
  const two = (part: number) => Math.round(Math.min(Math.max(part, 0), 1) * 255).toString(16).padStart(2, "0");
  return `#${one.slice(0, 3).map(two).join("")}`;
}
