/** What a seller's script says to Adyen's Drop-in: only the ways to pay that it uses are brought along. Its sheet is linked. */
import { AdyenCheckout, Card, Doku, Dropin } from '@adyen/adyen-web';

const files = new URL(import.meta.url).origin;
const theirs = `${files}/adyen/`;

AdyenCheckout({
  clientKey: 'test_0123456789ABCDEF0123456789ABCDEF',
  environment: 'test',
  // Their servers cannot be reached here.
  _environmentUrls: { api: `${theirs}test/`, analytics: theirs, cdn: { images: theirs, translations: theirs } },
  analytics: { enabled: false },
  locale: 'en-US',
  countryCode: 'ID',
  amount: { value: 4_900_000, currency: 'IDR' },
  paymentMethodsResponse: {
    paymentMethods: [
      { type: 'doku_bca_va', name: 'BCA VA' },
      { type: 'doku_mandiri_va', name: 'Mandiri VA' },
      { type: 'doku_alfamart', name: 'Alfamart' },
      { type: 'scheme', name: 'Cards', brands: ['visa', 'mc', 'jcb'] },
    ],
  },
  onSubmit: (_state, _component, actions) => actions.reject(),
}).then((checkout) => {
  new Dropin(checkout, { paymentMethodComponents: [Doku, Card] }).mount('#dropin-container');
});
