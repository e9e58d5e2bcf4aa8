import { base } from "./origin";
import { isEnglish } from "./tongue";
import type { Sentence, Words } from "./sentences";
import type { Options } from "./types";

type Said = [sorry: string, again: string, chat: string, wait: string, page: string];

/** What a seller calls them: three are the checkout's own, too. */
const NAMES: readonly Sentence[] = ["open_failed", "retry", "order_by_chat", "loading", "open_page"];

/** In no tone, neither `kamu` nor `Anda`. */
const indonesian = ["Checkout belum bisa dibuka. Periksa internet, lalu coba lagi.", "Coba lagi", "Pesan lewat WhatsApp", "Memuat…", "Buka halaman checkout"];
const english = ["The checkout could not be opened. Check your internet, then try again.", "Try again", "Order on WhatsApp", "Loading…", "Open the checkout page"];

/** The few words that are needed before the checkout's own are there. */
function say({ locale, words }: Options): Said {
  let own = words as Words | undefined;
  try {
    own = JSON.parse(words as string) as Words;
  } catch {
    // It is an object, or `reword.ts` says why it is none.
  }
  return (isEnglish(locale) ? english : indonesian).map((ours, place) => own?.[NAMES[place]!]?.trim?.() || ours) as Said;
}

/** Grey cards, for as long as the checkout is on its way. */
export function bones(root: HTMLElement, options: Options): void {
  const cards = document.createElement("div");
  cards.className = "tumbas-bones";
  cards.setAttribute("role", "status");
  cards.setAttribute("aria-label", say(options)[3]);
  cards.append(...[1, 2, 3, 4].map(() => document.createElement("i")));
  root.replaceChildren(cards);
}

/** Says that the checkout did not come, with the ways on: its own page has what this one lacks. */
export function apologise(root: HTMLElement, options: Options, retry: () => void): void {
  const [sorry, again, chat, , page] = say(options);
  const { store, items, whatsapp, locale } = options;
  const note = document.createElement("div");
  note.className = "tumbas-note";
  note.setAttribute("role", "alert");
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: again, onclick: retry });
  note.append(Object.assign(document.createElement("p"), { textContent: sorry }), button);
  const link = (href: string, textContent: string) => note.append(Object.assign(document.createElement("a"), { href, target: "_top", textContent }));
  const there = `${base}${store ? "c/" + store : ""}?items=${items?.map(({ id, quantity }) => id + ":" + quantity)}&lang=${locale || "id"}`;
  link(there, page);
  const number = whatsapp?.replace(/\D/g, "").replace(/^0/, "62");
  if (number) link(`https://wa.me/${number}?text=${encodeURIComponent(there)}`, chat);
  root.replaceChildren(note);
}
