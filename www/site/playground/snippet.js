/** What a seller pastes for what was chosen. Nothing of a page is needed for it. */

/**
 * @typedef {object} Choice
 * @property {string} origin where the checkout lives
 * @property {"inline" | "button"} place in the page, or over it from a button
 * @property {string} [store]
 * @property {string} [item] a variant, or a bundle's price option
 * @property {number} [quantity]
 * @property {string} [bump] a variant that the last step offers
 * @property {string} [locale] `id` unless it is said
 * @property {string} [tone] `kamu` unless it is said
 * @property {string} [theme] `auto` unless it is said
 * @property {string} [whatsapp]
 * @property {string} [track] whom it tells: `datalayer`, `meta`, `tiktok`, with spaces between
 * @property {Record<string, string>} [looks] custom properties and their values
 */

/**
 * @param {Choice} choice
 * @returns {string}
 */
export function snippet(choice) {
  return [styles(choice.looks ?? {}), script(choice), choice.place === "button" ? button(choice) : inline(choice)]
    .filter(Boolean)
    .join("\n");
}

/**
 * The page that the checkout has for the store, for links in chats; none for all stores at once.
 * @param {Choice} choice
 * @returns {string | undefined}
 */
export function hosted({ origin, store, item, quantity, locale, theme }) {
  if (!store) return undefined;
  const page = new URL(`/c/${store}`, origin);
  if (item) page.searchParams.set("items", quantity && quantity > 1 ? `${item}:${quantity}` : item);
  if (locale) page.searchParams.set("lang", locale);
  if (theme) page.searchParams.set("theme", theme);
  return page.href;
}

/** @param {Choice} choice */
function script({ origin, store, bump, locale, tone, theme, whatsapp, track }) {
  const src = `${origin}/tumbas.js`;
  const page = {
    "data-store": store,
    "data-bump": bump,
    "data-locale": locale,
    "data-tone": tone,
    "data-theme": theme,
    "data-whatsapp": whatsapp,
    "data-track": track,
  };
  return element("script", { async: true, src, ...page });
}

/** @param {Choice} choice */
function inline({ item, quantity }) {
  return element("tumbas-checkout", { items: item && (quantity && quantity > 1 ? `${item}:${quantity}` : item) });
}

/** @param {Choice} choice */
function button({ item, quantity }) {
  const more = quantity && quantity > 1 ? String(quantity) : undefined;
  return element("button", { type: "button", "data-tumbas-buy": item ?? "", "data-tumbas-quantity": item ? more : undefined }, "Beli");
}

/** @param {Record<string, string>} looks */
function styles(looks) {
  const lines = Object.entries(looks).map(([name, value]) => `    ${name}: ${value};`);
  return lines.length ? ["<style>", "  :root {", ...lines, "  }", "</style>"].join("\n") : "";
}

/**
 * @param {string} name
 * @param {Record<string, string | true | undefined>} attributes those that are undefined are left out
 */
function element(name, attributes, words = "") {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`));
  return `<${name}${written.join("")}>${words}</${name}>`;
}

/** @param {string} value */
function escaped(value) {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
