/** What can be seen: a title, and what stands below it. */
import { isThere, rupiah, store } from "./catalogue.js";
import { element } from "./element.js";

const SHELVES = { kopi: "Kopi", jajan: "Jajan", alat: "Alat seduh" };

export function home(products) {
  const hero = element("section", { class: "hero" },
    element("div", {},
      element("p", { class: "claim" }, "Disangrai Senin, diseduh akhir pekan."),
      element("p", {}, "Kopi dari Gayo sampai Toraja dan jajanan rumahan dari lereng Merapi."),
      element("a", { class: "button", href: "?rak=kopi" }, "Pilih kopi")),
    element("img", { src: "../images/coffee-hero.svg", width: 720, height: 560, alt: "" }));
  const shelves = Object.entries(SHELVES).map(([key, name]) =>
    element("section", {},
      element("div", { class: "head" }, element("h2", {}, name), element("a", { href: `?rak=${key}` }, "Semua")),
      grid(products.filter(({ shelf }) => shelf === key).slice(0, 4), "h3")));
  return { title: "Kopi Lereng", body: [hero, ...shelves] };
}

export function shelf(products, key) {
  return { title: SHELVES[key] ?? "Semua barang", body: [grid(products.filter((one) => one.shelf === key || !SHELVES[key]), "h2")] };
}

function grid(products, heading) {
  return element("ul", { class: "grid" }, ...products.map((product) => element("li", {}, card(product, heading))));
}

function card({ unique_id, name, images, variants }, heading) {
  const prices = variants.map(({ price }) => price);
  const from = Math.min(...prices) === Math.max(...prices) ? "" : "mulai ";
  return element("a", { class: "card", href: `?barang=${unique_id}` },
    element("img", { src: images[0], width: 400, height: 400, alt: "" }),
    element(heading, {}, name),
    element("p", {}, variants.some(isThere) ? `${from}${rupiah(Math.min(...prices))}` : "Habis"));
}

export function product(found) {
  if (!found) return { title: "Barang ini sudah tidak ada", body: [element("p", {}, element("a", { href: "./" }, "Lihat yang lain"))] };
  const buy = element("button", { type: "button", class: "button", "data-tumbas-buy": "" }, "Masukkan keranjang");
  const price = element("p", { class: "price", role: "status" });
  const picture = element("img", { src: found.images[0], width: 400, height: 400, alt: "" });
  /** The button only says what it buys: the loader hears of it by itself. */
  const choose = (variant) => {
    buy.dataset.tumbasBuy = variant.unique_id;
    buy.disabled = !isThere(variant);
    picture.src = variant.images[0] ?? found.images[0];
    price.textContent = isThere(variant) ? rupiah(variant.price) : "Habis";
  };
  const first = found.variants.find(isThere) ?? found.variants[0];
  choose(first);
  const body = element("article", { class: "product" }, picture,
    element("div", {}, element("p", { class: "note" }, found.note), variants(found, first, choose), price, quantity(buy), buy));
  return { title: found.name, body: [body] };
}

function variants({ options, variants }, first, choose) {
  if (variants.length < 2) return "";
  const choices = variants.map((variant) =>
    element("label", {},
      element("input", { type: "radio", name: "variant", checked: variant === first, disabled: !isThere(variant), onchange: () => choose(variant) }),
      element("span", {}, variant.name)));
  return element("fieldset", {}, element("legend", {}, options[0] ?? "Pilihan"), ...choices);
}

function quantity(buy) {
  const count = ({ target }) => (buy.dataset.tumbasQuantity = Math.max(1, Number(target.value) || 1));
  return element("label", { class: "quantity" }, "Jumlah", element("input", { type: "number", min: 1, max: 99, value: 1, inputmode: "numeric", oninput: count }));
}

/** Comes with this view and goes with it; the cart is the same one that the buttons fill. */
export function order() {
  return { title: "Pesan", body: [element("div", { class: "till" }, element("tumbas-checkout", { store }))] };
}

export function sorry() {
  return { title: "Kopinya belum bisa ditampilkan", body: [element("p", {}, "Muat ulang halaman ini sebentar lagi.")] };
}
