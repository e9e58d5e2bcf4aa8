/** A server that renders a page: importing does nothing, each call does nothing, and the components draw their place. */
import assert from 'node:assert/strict';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { createRequire } from 'node:module';
import * as checkout from '@tumbas/checkout';
import { BuyButton, TumbasCheckout } from '@tumbas/checkout/react';

await checkout.init({ origin: 'https://checkout.example' });
checkout.mount('#kasir', { store: 'store_a' }).update({ locale: 'en' });
checkout.open();
checkout.on('order_created', () => assert.fail('nothing is ordered on a server'))();
assert.equal(globalThis.Tumbas, undefined);

const element = renderToString(createElement(TumbasCheckout, { store: 'store_a', className: 'kasir' }));
assert.equal(element, '<div class="kasir"></div>');
const button = renderToString(createElement(BuyButton, { items: [{ id: 'variant_a' }] }, 'Beli'));
assert.equal(button, '<button type="button">Beli</button>');

// Node.js lets CommonJS require such modules.
assert.equal(createRequire(import.meta.url)('@tumbas/checkout').open, checkout.open);
