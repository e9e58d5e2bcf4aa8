/** Shopify's Buy Button, after its documentation: a product with a button that fills a cart beside the page. */
import type { Contender } from '../contender.ts';

const GRAPHQL = '/shopify/graphql';

const PRICE = { amount: '49000.0', currencyCode: 'IDR' };

/** What the query of the product asks for; without a picture. */
const PRODUCT = {
  __typename: 'Product',
  id: 'gid://shopify/Product/1',
  availableForSale: true,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  descriptionHtml: '',
  description: '',
  handle: 'caption',
  productType: '',
  title: 'E-book 101 Caption Jualan',
  vendor: 'Ruang Kreasi',
  publishedAt: '2026-01-01T00:00:00Z',
  onlineStoreUrl: null,
  options: [{ id: 'gid://shopify/ProductOption/1', name: 'Title', values: ['Default Title'] }],
  images: listOf(),
  variants: listOf({
    id: 'gid://shopify/ProductVariant/1',
    title: 'Default Title',
    price: PRICE,
    priceV2: PRICE,
    weight: 0,
    available: true,
    sku: null,
    compareAtPrice: null,
    compareAtPriceV2: null,
    image: null,
    selectedOptions: [{ name: 'Title', value: 'Default Title' }],
    unitPrice: null,
    unitPriceMeasurement: null,
  }),
};

function listOf(...nodes: object[]) {
  return { pageInfo: { hasNextPage: false, hasPreviousPage: false }, edges: nodes.map((node) => ({ cursor: 'c', node })) };
}

export const shopify: Contender = {
  name: 'Shopify Buy Button',
  head: '',
  body: `<div id="product"></div>
    <script async src="{{files}}/buybutton.min.js" onload="begin()"></script>
    <script>
      // Their servers cannot be reached here.
      var ask = window.fetch;
      window.fetch = function (_, request) { return ask('{{files}}${GRAPHQL}', request); };
      function begin() {
        var client = ShopifyBuy.buildClient({ domain: 'ruang-kreasi.myshopify.com', storefrontAccessToken: 'token' });
        ShopifyBuy.UI.init(client).createComponent('product', {
          id: 1,
          node: document.getElementById('product'),
          moneyFormat: 'Rp {{amount_no_decimals}}',
        });
      }
    </script>`,
  usable: { frame: '#product iframe', selector: 'button.shopify-buy__btn' },
  answers: { [GRAPHQL]: { data: { node: PRODUCT } } },
};
