/** What comes behind the checkout's first step: a second module, on the memory of the first. */
import type { Glue, Kit } from "./load";

/** Empty where the checkout is one module. */
declare const __TUMBAS_LATER__: string;

/** Milliseconds before it is asked for again; each time twice as long. */
const PAUSE = 1_000;
const PAUSE_MAX = 30_000;

let coming: Promise<ArrayBuffer> | undefined;

/** Asks for it. Nobody listens yet: what fails here fails in `bringRest`. */
export function hurry(kit: Kit): void {
  if (!__TUMBAS_LATER__) return;
  coming ??= kit.get(__TUMBAS_LATER__).then((answer) => answer.arrayBuffer());
  coming.catch(() => {});
}

/** Brings it, once, however often that fails. */
export async function bringRest(kit: Kit, glue: Glue, shared: WebAssembly.ModuleImports): Promise<void> {
  if (!__TUMBAS_LATER__) return;
  for (let pause = PAUSE; ; pause = Math.min(pause * 2, PAUSE_MAX)) {
    hurry(kit);
    try {
      await WebAssembly.instantiate((await coming) as ArrayBuffer, { __wasm_split: shared });
      break;
    } catch (error) {
      console.error(error);
      coming = undefined;
      glue.delayed();
      await new Promise((again) => {
        setTimeout(again, pause);
        for (const name of ["online", "tumbas:again"]) addEventListener(name, again, { once: true });
      });
    }
  }
  // Outside: what fails in there is no reason to bring it a second time.
  glue.arrived();
}
