/** The guide's JavaScript, each piece as it stands there. */

/** Google's tag, as a page with it has it. */
const gtag = (...words) => (window.dataLayer ||= []).push(words);

/** Says something to the shopper, and is done. */
const say = async (words) => (document.querySelector("#said").textContent = words);

document.querySelector("#call").addEventListener("click", () => {
  Tumbas.open({
    store: "store_aYWxjasmUe1szqaA5LRRiVSz",
    items: [{ id: "variant_Vxp5VLfk5446Uf1Sy7RRGUe0", quantity: 1 }],
    customer: { name: "Sari", phone: "0812…", email: "sari@example.com", address: "Jl. …" },
    locale: "id", tone: "kamu", theme: "auto", whatsapp: "0812…",
  });

  Tumbas.mount("#checkout", { items: [{ id: "variant_WTtzJgCFTCvophI0dnBe1nOb" }] }); // a selector, or an element
});

document.addEventListener("tumbas:order_created", ({ detail }) => {
  gtag("event", "order_created", detail); // not "purchase": it is not paid yet
});

document.addEventListener("tumbas:redirect", (event) => {
  event.preventDefault();   // stay here; the checkout shows a link to the payment page
  say("Terima kasih!").then(() => event.detail.resume()); // go on when the page is done
});
