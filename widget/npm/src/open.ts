import { frame } from "./frame.css";
import { companion, load } from "./load";
import { apologise } from "./note";
import { complete } from "./options";
import { style } from "./sheet";
import type { Options } from "./types";

/** Opens the checkout over the page, or says that it does not come; `link` is a `#tumbas=…`. */
export function open(options: Options & { link?: string } = {}, opener?: HTMLElement): void {
  // Everything at once; what goes wrong is said below, or by the overlay.
  load().catch(() => {});
  companion().then(
    ({ open }) => open(options, opener),
    (error: unknown) => {
      console.error(error);
      const dialog = document.createElement("dialog");
      dialog.onclose = () => dialog.remove();
      apologise(dialog, complete(options), () => {
        dialog.close();
        open(options, opener);
      });
      document.body.append(dialog);
      style(dialog, frame);
      dialog.showModal();
    },
  );
}
