/** A page that is built, and uses little. */
import { init, open } from '@tumbas/checkout';

init({ origin: 'https://checkout.example', store: 'store_a' });
document.querySelector('button').onclick = () => open({ items: [{ id: 'variant_a' }] });
