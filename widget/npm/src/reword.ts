import { LOADER, SENTENCES, type Words } from "./sentences.ts";

/**
 * The lines of a language's file with the seller's words among them, which are JSON where they were an
 * attribute. What cannot be used is named in the console, and our sentence stays.
 */
export function reword(text: string, words: Words | string, warn: (complaint: string) => void = once): string {
  const [lang, ...lines] = text.split("\n");
  for (const [name, said] of Object.entries(parsed(words, warn))) {
    const place = SENTENCES.findIndex((entry) => entry.split(" ")[0] === name);
    const values = (SENTENCES[place] ?? LOADER.find((known) => known === name))?.split(" ").slice(1);
    const complaint = values ? wrong(said, values) : "no sentence is called so";
    if (complaint) warn(`Tumbas: words: “${name}”: ${complaint}. Our own sentence stays.`);
    else if (place >= 0) lines[place] = numbered(said, values ?? []);
  }
  return [lang, ...lines].join("\n");
}

const said = new Set<string>();

/** A page that draws itself anew is not told again. */
function once(complaint: string): void {
  if (!said.has(complaint)) console.warn(complaint);
  said.add(complaint);
}

function parsed(words: Words | string, warn: (complaint: string) => void): Words {
  if (typeof words !== "string") return words;
  try {
    return JSON.parse(words) as Words;
  } catch (error) {
    warn(`Tumbas: words: ${String(error)}. Our own sentences stay.`);
    return {};
  }
}

/** Why it cannot be said; nothing when it can. */
function wrong(said: unknown, values: string[]): string | undefined {
  if (typeof said !== "string" || !said.trim()) return "it is no text";
  const named = [...said.matchAll(/{(\w*)}/g)].map(([, value = ""]) => value);
  const missing = values.find((value) => !named.includes(value));
  if (missing) return `{${missing}} is missing`;
  const unknown = named.find((value) => !values.includes(value));
  if (unknown !== undefined) return `it knows no {${unknown}}`;
  return /[{}]/.test(said.replace(/{\w*}/g, "")) ? "a brace is left open" : undefined;
}

/** As the checkout fills it in: by place instead of by name, on one line. */
function numbered(said: string, values: string[]): string {
  return said.replace(/{(\w*)}/g, (_, value: string) => `{${values.indexOf(value)}}`).replace(/\s+/g, " ").trim();
}
