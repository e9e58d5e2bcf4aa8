import { base } from "./origin";
import type { Options } from "./types";

const words = {
  id: ["Checkout belum bisa dibuka. Periksa internetmu, lalu coba lagi.", "Coba lagi", "Pesan lewat WhatsApp", "Memuat…", "Tutup", "Buka halaman checkout"],
  en: ["The checkout could not be opened. Check your internet, then try again.", "Try again", "Order on WhatsApp", "Loading…", "Close", "Open the checkout page"],
} as const;

/** The few words that are needed before the checkout's own are there. */
export function say(options: Options): (typeof words)["id" | "en"] {
  return words[/^en/i.test(options.locale ?? "") ? "en" : "id"];
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
  const [sorry, again, chat, , , page] = say(options);
  const { store, items, whatsapp } = options;
  const note = document.createElement("div");
  note.className = "tumbas-note";
  note.setAttribute("role", "alert");
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: again, onclick: retry });
  note.append(Object.assign(document.createElement("p"), { textContent: sorry }), button);
  const link = (href: string, textContent: string) => note.append(Object.assign(document.createElement("a"), { href, target: "_top", textContent }));
  link(`${base}${store ? "c/" + store : ""}?items=${items?.map(({ id, quantity }) => id + ":" + quantity)}`, page);
  const number = whatsapp?.replace(/\D/g, "").replace(/^0/, "62");
  if (number) link("https://wa.me/" + number, chat);
  root.replaceChildren(note);
}
