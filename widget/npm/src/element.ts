import { frame } from "./frame.css";
import { bones } from "./note";
import { complete, names } from "./options";
import { put, type Put } from "./put";
import { style } from "./sheet";
import type { Item, Options } from "./types";

/** `<tumbas-checkout store="…">`: the checkout in the page, fetched when it comes into view. */
export class TumbasCheckout extends HTMLElement {
  static get observedAttributes(): string[] {
    return [...names, "items"];
  }

  // Not `#private`: for the oldest browsers each such member would cost every page of the shop bytes.
  declare private made?: Put;
  declare private watch?: IntersectionObserver;

  /** What a script asks for, over the attributes. */
  declare options?: Options;

  connectedCallback(): void {
    if (this.made || this.watch) return;
    // In sight already, at the height that `frame` gives it: no frame is waited for.
    if (Math.abs(this.getClientRects()[0]?.top!) < innerHeight) return this.draw();
    style(this, frame);
    bones(this, complete(this.asked()));
    this.watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.draw();
      },
      // So near to the screen it is fetched.
      { rootMargin: "200px" },
    );
    this.watch.observe(this);
  }

  /** An element that is only moved is connected again before the microtask runs. */
  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (!this.isConnected) this.clear();
    });
  }

  attributeChangedCallback(_: string, before: string | null, after: string | null): void {
    if (before !== after) this.redraw();
  }

  /** Draws it anew, if it was drawn. */
  redraw(): void {
    if (!this.made) return;
    this.clear();
    queueMicrotask(() => {
      if (this.isConnected && !this.made) this.draw();
    });
  }

  private draw(): void {
    this.clear();
    this.made = put(this, this.asked());
  }

  private clear(): void {
    this.watch?.disconnect();
    this.made?.remove();
    this.watch = this.made = undefined;
  }

  private asked(): Options {
    const options: Options = {};
    for (const name of names) options[name] = this.getAttribute(name)!;
    const items = this.getAttribute("items");
    if (items) options.items = items.split(",").map(item);
    return { ...options, ...this.options };
  }
}

/** `variant_a:2`; `complete` reads the number. */
function item(text: string): Item {
  const [id, quantity] = text.trim().split(":") as [string, unknown];
  return { id, quantity: quantity as number };
}
