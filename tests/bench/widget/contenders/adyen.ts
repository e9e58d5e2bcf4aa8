/**
 * Adyen's Drop-in, after its documentation for npm, with the ways to pay that it has in Indonesia and
 * with cards. The seller's server, which asks Adyen for these, is the page itself.
 */
import type { Contender } from '../contender.ts';

export const adyen: Contender = {
  name: 'Adyen Drop-in',
  head: '<link rel="stylesheet" href="{{files}}/adyen.css">',
  body: `<div id="dropin-container"></div>
    <script async type="module" src="{{files}}/adyen.js"></script>`,
  usable: { selector: '#dropin-container input[name$=firstName]' },
  answers: { '/adyen/v3/analytics': { checkoutAttemptId: 'attempt' } },
};
