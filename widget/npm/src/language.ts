import type { Kit } from "./load";
import { isEnglish } from "./tongue";
import type { Options } from "./types";

declare const __TUMBAS_KAMU__: string;
declare const __TUMBAS_ANDA__: string;
declare const __TUMBAS_ENGLISH__: string;
declare const __TUMBAS_REWORD__: string;

const texts: Record<string, Promise<string> | undefined> = {};

/** The sentences of the language and tone that `options` ask for, with the seller's own words among them. */
export async function language(kit: Kit, { locale, tone, words }: Options): Promise<string> {
  const formal = tone?.toLowerCase() === "anda";
  const text = await read(kit, isEnglish(locale) ? __TUMBAS_ENGLISH__ : formal ? __TUMBAS_ANDA__ : __TUMBAS_KAMU__);
  if (!words) return text;
  try {
    const { reword } = await kit.bring<typeof import("./reword")>(__TUMBAS_REWORD__);
    return reword(text, words);
  } catch (error) {
    console.error(error);
    return text;
  }
}

/** Fetches a file once for the page; what failed can be fetched again. */
function read(kit: Kit, path: string): Promise<string> {
  return (texts[path] ??= kit
    .get(path)
    .then((answer) => answer.text())
    .catch((error: unknown) => {
      texts[path] = undefined;
      throw error;
    }));
}
