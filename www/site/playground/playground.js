/** The playground: a form's choices become a checkout beside it, and the snippet that makes it. */
import { hosted, snippet } from "./snippet.js";

const form = document.querySelector("form");
const stage = document.querySelector("#stage");
const code = document.querySelector("#snippet");
const said = document.querySelector("#said");
const link = document.querySelector("#hosted");
const origin = new URL(document.querySelector("script[data-checkout]").src).origin;

const LOOKS = {
  "--tb-accent": "accent",
  "--tb-tint": "tint",
  "--tb-ground": "ground",
  "--tb-ink": "ink",
  "--tb-radius": "radius",
};

/** What stands in the form; what is as it would be anyway is left out. */
function choice() {
  const field = (name) => form.elements[name].value.trim() || undefined;
  const changed = (name) => (form.elements[name].value === form.elements[name].dataset.usual ? undefined : field(name));
  const looks = Object.entries(LOOKS).map(([property, name]) => [property, changed(name)]);
  const indonesian = form.elements.locale.value === "id";
  return {
    origin,
    place: field("place"),
    store: field("store"),
    item: field("store") && field("goods"),
    quantity: Number(field("quantity")) || 1,
    bump: field("store") && field("bump"),
    locale: indonesian ? undefined : field("locale"),
    tone: indonesian && field("tone") !== "kamu" ? field("tone") : undefined,
    theme: field("theme") === "auto" ? undefined : field("theme"),
    whatsapp: field("whatsapp"),
    track: [...form.elements.track].flatMap(({ checked, value }) => (checked ? value : [])).join(" ") || undefined,
    looks: Object.fromEntries(looks.filter(([, value]) => value).map(([name, value]) => [name, name === "--tb-radius" ? `${value}px` : value])),
  };
}

function show() {
  const chosen = choice();
  form.elements.tone[0].closest("fieldset").hidden = Boolean(chosen.locale);
  for (const name of ["goods", "bump"]) form.elements[name].closest("label").hidden = !chosen.store;
  form.elements.quantity.closest("label").hidden = !chosen.item;
  code.textContent = snippet(chosen);
  link.closest("p").hidden = !chosen.store;
  link.href = link.textContent = hosted(chosen) ?? "";
  // A theme of its own has colours of its own: this page's would lie over them.
  const usual = /dark|warm/.test(chosen.theme) ? "initial" : "";
  for (const property of Object.keys(LOOKS)) document.documentElement.style.setProperty(property, chosen.looks[property] ?? usual);
  stage.dataset.place = chosen.place;
  draw(chosen);
}

let drawn = "";

/** Puts a new checkout there when something was chosen that shows in it, beyond its looks. */
function draw({ looks, track, ...chosen }) {
  const wanted = JSON.stringify(chosen);
  if (wanted === drawn) return;
  drawn = wanted;
  stage.replaceChildren(chosen.place === "button" ? button(chosen) : inline(chosen));
}

function inline({ store, item, quantity, bump, locale, tone, theme, whatsapp }) {
  const element = document.createElement("tumbas-checkout");
  const attributes = { store, bump, locale, tone, theme, whatsapp, items: item && `${item}:${quantity}` };
  for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value);
  return element;
}

/** The page has one script tag for every choice, so this button says by script what the tag would. */
function button({ store, item, quantity, bump, locale, tone, theme, whatsapp }) {
  const element = document.createElement("button");
  Object.assign(element, { type: "button", className: "button", textContent: "Beli" });
  element.addEventListener("click", () => window.Tumbas.open({ store, bump, locale, tone, theme, whatsapp, items: item ? [{ id: item, quantity }] : [] }));
  return element;
}

async function stores() {
  const { data } = await ask("/v3/stores/simplified");
  form.elements.store.append(...data.map((store) => new Option(store.name, store.unique_id)));
  form.elements.store.value = data[0]?.unique_id ?? "";
  await offer();
}

async function offer() {
  const { store, goods, bump } = form.elements;
  const lists = [goods, bump];
  for (const list of lists) list.replaceChildren(list.options[0]);
  if (store.value) {
    const { data } = await ask(`/v3/stores/${store.value}/products`);
    for (const list of lists) list.append(...data.flatMap(options));
  }
  show();
}

/** A product's variants, as far as there are any left. */
function options({ name, variants }) {
  const left = variants.filter((variant) => variant.available_qty !== 0);
  return left.map((variant) => new Option(variants.length > 1 ? `${name} · ${variant.name}` : name, variant.unique_id));
}

async function ask(path) {
  const answer = await fetch(origin + path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

async function copy() {
  try {
    await navigator.clipboard.writeText(code.textContent);
    said.textContent = "Tersalin.";
  } catch {
    getSelection().selectAllChildren(code);
    said.textContent = "Sudah ditandai; salin dengan Ctrl+C.";
  }
}

form.addEventListener("input", ({ target }) => (target.name === "store" ? offer().catch(sorry) : show()));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => offer().catch(sorry)));
document.querySelector("#copy").addEventListener("click", copy);
stores().catch(sorry);

function sorry() {
  said.textContent = "Daftar toko tidak dapat diambil. Muat ulang halaman ini.";
  show();
}
