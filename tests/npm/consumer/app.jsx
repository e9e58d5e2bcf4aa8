import { init } from "@tumbas/checkout";
import { createRoot } from "react-dom/client";

import { Shop } from "./shop.jsx";

init({ origin: "https://checkout.example.id", store: "store_aYWxjasmUe1szqaA5LRRiVSz" });
createRoot(document.body).render(<Shop />);
