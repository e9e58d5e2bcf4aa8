import { init, mount, on } from "@tumbas/checkout";

init({ origin: "https://checkout.example.id", store: "store_aYWxjasmUe1szqaA5LRRiVSz" });
const checkout = mount("#checkout");
on("order_created", ({ transaction_id, value }) => console.log(transaction_id, value));

document.querySelector("button").onclick = () => checkout.update({ locale: "en" });
