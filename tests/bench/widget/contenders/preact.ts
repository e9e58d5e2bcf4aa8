/** The checkout in `../preact`: what a developer of the shop would write for the same steps. */
import type { Contender } from '../contender.ts';
import type { Plan } from '../plan.ts';

export function preact({ store, variant }: Plan): Contender {
  return {
    name: 'Preact, by hand',
    head: '<link rel="stylesheet" href="{{files}}/preact.css"><script async type="module" src="{{files}}/preact.js"></script>',
    body: `<div id="checkout" data-store="${store}"></div>`,
    usable: { selector: `#checkout button[aria-label="Tambah ${variant.name} ke keranjang"]` },
  };
}
