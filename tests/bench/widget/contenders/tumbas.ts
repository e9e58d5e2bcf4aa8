/** Ours, as `www/docs/guide/embed.md` puts it in a page. */
import type { Contender } from '../contender.ts';
import type { Plan } from '../plan.ts';

const LOADER = '<script async src="{{files}}/tumbas.js"></script>';

/** In the page: comes as soon as it is in view. */
export function inline({ store, variant }: Plan): Contender {
  return {
    name: 'Tumbas, in the page',
    head: LOADER,
    body: `<tumbas-checkout store="${store}"></tumbas-checkout>`,
    usable: { selector: `tumbas-checkout button[aria-label="Tambah ${variant.name} ke keranjang"]` },
  };
}

/** Behind a button: the loader alone, and then the checkout over the page. */
export function overlay({ store, variant }: Plan): Contender {
  return {
    name: 'Tumbas, before the tap',
    head: LOADER,
    body: `<button type="button" data-tumbas-store="${store}" data-tumbas-buy="${variant.id}">Beli</button>`,
    usable: { selector: 'dialog input[name=name]' },
    pressed: '[data-tumbas-buy]',
    after: 'Tumbas, after the tap',
  };
}
