/** `?tumbas-debug`: what the checkouts of this page tell, as it happens, for whoever builds the page. */
import { style } from "./sheet";

const NAMES = [
  "open",
  "add_to_cart",
  "remove_from_cart",
  "begin_checkout",
  "add_shipping_info",
  "add_payment_info",
  "order_created",
  "redirect",
  "error",
  "close",
];

/** Small in a corner where no checkout has a button, until it is opened. */
const LOOK = `
.tumbas-inspector{position:fixed;z-index:2147483647;inset:8px auto auto 8px;box-sizing:border-box;width:auto;max-width:min(420px,100vw - 16px);max-height:60vh;overflow:auto;margin:0;padding:8px 12px;border:0;border-radius:10px;background:#1f1b16;color:#f7f5f1;font:13px/1.45 ui-monospace,monospace}
.tumbas-inspector summary{cursor:pointer}
.tumbas-inspector ol{margin:8px 0 0;padding:0;list-style:none}
.tumbas-inspector li{padding:6px 0;border-top:1px solid #fff3}
.tumbas-inspector pre{margin:4px 0 0;white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
`;

const panel = document.createElement("section");
const box = document.createElement("details");
const last = node("summary", "Tumbas: no events yet");
const list = document.createElement("ol");
panel.className = "tumbas-inspector";
panel.setAttribute("aria-label", "Tumbas events");
// A popover lies over an open dialog, too, where browsers know it.
panel.setAttribute("popover", "manual");
box.append(last, list);
panel.append(box);

for (const name of NAMES) document.addEventListener(`tumbas:${name}`, (event) => note(name, event as CustomEvent));

if (document.body) show();
else addEventListener("DOMContentLoaded", show);

function show(): void {
  document.body.append(panel);
  style(panel, LOOK);
  raise();
}

/** What was opened last lies on top. */
function raise(): void {
  if (!panel.showPopover) return;
  if (panel.matches(":popover-open")) panel.hidePopover();
  panel.showPopover();
}

function note(name: string, event: CustomEvent): void {
  const line = document.createElement("li");
  const details = document.createElement("details");
  const time = new Date().toLocaleTimeString("en-GB");
  details.append(node("summary", `${time} tumbas:${name}`), node("pre", JSON.stringify(event.detail, null, 1)));
  line.append(details);
  list.append(line);
  last.textContent = `${list.children.length} tumbas:${name}`;
  if (name === "open") raise();
}

function node(kind: string, text: string): HTMLElement {
  return Object.assign(document.createElement(kind), { textContent: text });
}
