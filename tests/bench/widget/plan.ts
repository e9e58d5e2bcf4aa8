/** What the stage asks for, and what it is told: the other half is `tests/src/bench/widget/plan.rs`. */

export interface Plan {
  /** The browser's program. */
  chromium: string;
  /** Loads of each page. */
  rounds: number;
  /** The Worker's origin: who answers the API. */
  worker: string;
  /** Where the files of the widget are, as they are deployed. */
  assets: string;
  /** Where the bundles of the others are. */
  bundles: string;
  /** The one port that pages may come from, and that of everything else. */
  ports: { pages: number; files: number };
  store: string;
  /** A thing that the store sells. */
  variant: { id: string; name: string };
}

/** One load of one page. */
export interface Figures {
  /** Bytes of scripts, modules and styles on the wire. */
  code: number;
  /** Bytes of everything but the page itself on the wire, headers included. */
  wire: number;
  /** Everything but the page itself. */
  requests: number;
  /** From the first byte asked for, or from the tap, to the first control that can be operated, in milliseconds. */
  usable: number | null;
  /** What long tasks took beyond 50 ms each, in milliseconds. */
  blocking: number;
  /** All that the main thread did, in milliseconds. */
  busy: number;
  /** What is in memory after a collection, in bytes: objects, elements, buffers and WebAssembly's memory. */
  memory: number;
  /** How far things moved by themselves. */
  shift: number;
}

/** All loads of one page, in order. */
export interface Measured {
  name: string;
  loads: Figures[];
}
