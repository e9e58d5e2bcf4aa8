/** The shop as one page: the address says what is shown, and the checkout never has to be told. */
import { products } from "./catalogue.js";
import { element } from "./element.js";
import { home, order, product, shelf, sorry } from "./views.js";

const main = document.querySelector("main");
const goods = products();

/** What stands at an address: `?rak=kopi`, `?barang=product_10001`, `?pesan`, or everything. */
async function view(query) {
  if (query.has("pesan")) return order();
  const all = await goods;
  if (query.has("barang")) return product(all.find((one) => one.unique_id === query.get("barang")));
  if (query.has("rak")) return shelf(all, query.get("rak"));
  return home(all);
}

async function show() {
  const query = new URLSearchParams(location.search);
  const { title, body } = await view(query).catch(() => sorry());
  const draw = () => {
    document.title = `${title} · Kopi Lereng`;
    main.replaceChildren(element("h1", { class: title === "Kopi Lereng" ? "hidden" : "" }, title), ...body);
    mark();
  };
  if (document.startViewTransition && !matchMedia("(prefers-reduced-motion: reduce)").matches) document.startViewTransition(draw);
  else draw();
}

/** The entry of the menu that is here now. */
function mark() {
  for (const link of document.querySelectorAll("nav a")) {
    if (link.search === location.search) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

/** Follows links inside the shop without leaving the page. */
document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  const stays = link?.origin === location.origin && link.pathname === location.pathname && !link.hash;
  if (!stays || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState({}, "", link.href);
  scrollTo(0, 0);
  main.focus({ preventScroll: true });
  show();
});

addEventListener("popstate", show);
show();
