/**
 * Braintree's Drop-in, after its README. Its card fields are three frames of Braintree's servers, which
 * nobody else has: it is taken for usable when it asks for them, which is earlier than it is.
 */
import type { Contender } from '../contender.ts';

const CONFIGURATION = '/braintree/configuration';

/** What `GET …/client_api/v1/configuration` says of a merchant who takes cards. */
const MERCHANT = {
  environment: 'sandbox',
  clientApiUrl: 'https://api.sandbox.braintreegateway.com:443/merchants/ruangkreasi/client_api',
  assetsUrl: 'https://assets.braintreegateway.com',
  analytics: { url: '{{files}}/braintree/analytics' },
  merchantId: 'ruangkreasi',
  challenges: ['cvv'],
  creditCards: { supportedCardTypes: ['Visa', 'MasterCard', 'JCB'] },
  threeDSecureEnabled: false,
  paypalEnabled: false,
  venmo: 'off',
};

export const braintree: Contender = {
  name: 'Braintree Drop-in, to its frames',
  // The sheet that it would fetch from there: it is in the package.
  head: '<link rel="stylesheet" id="braintree-dropin-stylesheet" href="{{files}}/braintree.css">',
  body: `<div id="dropin-container"></div>
    <button type="button" id="submit-button">Bayar</button>
    <script src="{{files}}/braintree.js"></script>
    <script>
      braintree.dropin.create({
        authorization: btoa(JSON.stringify({
          configUrl: '{{files}}${CONFIGURATION}',
          authorizationFingerprint: 'fingerprint',
          environment: 'sandbox',
        })),
        selector: '#dropin-container',
        locale: 'id_ID',
      });
    </script>`,
  usable: { selector: '#dropin-container iframe', unseen: true },
  answers: { [CONFIGURATION]: MERCHANT, '/braintree/analytics': {} },
};
