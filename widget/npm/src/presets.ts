/** The looks that a seller may ask for by name, beside the light one of `checkout.css`. What he sets himself wins. */

/** The properties that a seller may set, after `--tb-`, and what each is in a preset; the rest is as in the light one. */
type Preset = Record<string, string>;

const dark: Preset = {
  accent: "#62cdbb",
  "on-accent": "#06231f",
  tint: "#1b3833",
  ground: "#161514",
  card: "#211f1d",
  ink: "#f3f0eb",
  muted: "#b8b1a7",
  line: "#3a3632",
  edge: "#8a8278",
  danger: "#ff9d93",
  warn: "#f2cb7f",
  good: "#8fdcab",
};

const warm: Preset = {
  accent: "#9c3f14",
  tint: "#f9e6d3",
  ground: "#fbf2e4",
  card: "#fffaf2",
  ink: "#33210f",
  muted: "#6b513a",
  line: "#ead9bf",
  edge: "#94785a",
};

/** The sheet that holds them; the strength is that of `checkout.css`. */
export const presets = [rule("dark", dark), rule("warm", warm)].join("");

function rule(name: string, preset: Preset): string {
  const values = Object.entries(preset).map(([of, value]) => `--${of}:var(--tb-${of},${value});`);
  return `:is(#\\#,.tb,.tumbas-dialog)[data-theme=${name}]{color-scheme:${name === "dark" ? name : "light"};${values.join("")}}`;
}
