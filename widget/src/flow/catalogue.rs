//! What a store sells, as far as it is known: pages come one by one, and a
//! search shows some of it.

use shared::checkout::Shelf;
use shared::v3::OrderVariant;
use shared::wire::{Bundle, Checkout, Page, PaymentMethod, Product, Store};

/// What a store sells, as far as it is known.
pub(super) struct Catalogue {
    pub(super) store: Store,
    pub(super) payment_methods: Vec<PaymentMethod>,
    /// Every product ever seen here, searched for or not: the cart may hold it.
    pub(super) products: Vec<Product>,
    pub(super) bundles: Vec<Bundle>,
    pub(super) more_bundles: Option<String>,
    /// The store's own order, as far as it was paged through.
    pub(super) all: Listing,
    /// (product, variant): what was picked on the cards.
    pub(super) picked: Vec<(String, String)>,
}

/// Ids of products, in the order of an answer.
#[derive(Default)]
pub(super) struct Listing {
    pub(super) ids: Vec<String>,
    /// Cursor of the next page.
    pub(super) next: Option<String>,
}

/// A page that can be asked for.
pub(super) enum NextPage {
    Products(String),
    Bundles(String),
}

/// A page that came.
pub(super) enum NewPage {
    Products(Page<Product>),
    Bundles(Page<Bundle>),
}

impl Catalogue {
    pub(super) fn new(checkout: Checkout) -> Self {
        let mut catalogue = Self {
            store: checkout.store,
            payment_methods: checkout.payment_methods,
            products: Vec::new(),
            bundles: Vec::new(),
            more_bundles: None,
            all: Listing::default(),
            picked: Vec::new(),
        };
        catalogue.add_products(checkout.products);
        catalogue.add_bundles(checkout.bundles);
        catalogue
    }

    /// Takes today's prices and stock of what the first pages hold; the rest stays.
    pub(super) fn renew(&mut self, checkout: Checkout) {
        self.payment_methods = checkout.payment_methods;
        for product in checkout.products.data {
            self.keep(product);
        }
        for bundle in checkout.bundles.data {
            self.keep_bundle(bundle);
        }
    }

    /// The next page of either.
    pub(super) fn add(&mut self, page: NewPage) {
        match page {
            NewPage::Products(page) => self.add_products(page),
            NewPage::Bundles(page) => self.add_bundles(page),
        }
    }

    /// The next page of the store's own order.
    pub(super) fn add_products(&mut self, page: Page<Product>) {
        self.all.next = next_cursor(page.has_next, page.next_cursor);
        for product in page.data {
            if !self.all.ids.contains(&product.unique_id) {
                self.all.ids.push(product.unique_id.clone());
            }
            self.keep(product);
        }
    }

    /// The next page of the bundles.
    pub(super) fn add_bundles(&mut self, page: Page<Bundle>) {
        self.more_bundles = next_cursor(page.has_next, page.next_cursor);
        for bundle in page.data {
            self.keep_bundle(bundle);
        }
    }

    /// Keeps a product by its id, in place of what was known of it.
    pub(super) fn keep(&mut self, product: Product) {
        match self.products.iter_mut().find(|known| known.unique_id == product.unique_id) {
            Some(known) => *known = product,
            None => self.products.push(product),
        }
    }

    fn keep_bundle(&mut self, bundle: Bundle) {
        match self.bundles.iter_mut().find(|known| known.unique_id == bundle.unique_id) {
            Some(known) => *known = bundle,
            None => self.bundles.push(bundle),
        }
    }

    /// The page to ask for next, when everything is to be seen.
    pub(super) fn next_page(&self) -> Option<NextPage> {
        let products = self.all.next.clone().map(NextPage::Products);
        products.or_else(|| self.more_bundles.clone().map(NextPage::Bundles))
    }

    /// The product of this id.
    pub(super) fn product(&self, id: &str) -> Option<&Product> {
        self.products.iter().find(|product| product.unique_id == id)
    }

    /// A piece of the cheapest thing that is shipped, to know what a courier takes at least.
    pub(super) fn cheapest_parcel(&self) -> Option<OrderVariant> {
        let variants = self.products.iter().flat_map(|product| &product.variants);
        let parcels = variants.filter(|variant| variant.item_type.needs_shipping() && !variant.is_sold_out());
        let cheapest = parcels.min_by_key(|variant| variant.price)?;
        Some(OrderVariant { quantity: 1, variant_unique_id: cheapest.unique_id.clone() })
    }

    /// What a draft is judged against.
    pub(super) fn shelf<'a>(&'a self, payment_methods: &'a [PaymentMethod]) -> Shelf<'a> {
        Shelf { payment_methods, products: &self.products, bundles: &self.bundles }
    }
}

/// A cursor only counts when the answer says that more follow.
pub(super) fn next_cursor(has_next: bool, cursor: Option<String>) -> Option<String> {
    cursor.filter(|_| has_next)
}
