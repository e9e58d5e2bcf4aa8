/** A checkout as a shop's own developer would write it: `<div id="checkout" data-store="…">`. */
import { render } from 'preact';
import { Edge } from './api';
import { Checkout } from './checkout';

const root = document.getElementById('checkout');
if (root) {
  const edge = new Edge(new URL(import.meta.url).origin);
  render(<Checkout edge={edge} chosen={root.dataset.store} />, root);
}
