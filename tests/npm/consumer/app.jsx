/** A React page that is built. */
import { init } from '@tumbas/checkout';
import { BuyButton, TumbasCheckout } from '@tumbas/checkout/react';
import { createRoot } from 'react-dom/client';

init({ origin: 'https://checkout.example', store: 'store_a' });
createRoot(document.body).render(
  <>
    <TumbasCheckout on={{ order_created: ({ token }) => console.log(token) }} />
    <BuyButton items={[{ id: 'variant_a' }]}>Beli</BuyButton>
  </>,
);
