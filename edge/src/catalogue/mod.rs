//! What a store sells: everything the platform's listings say, cleaned of what
//! no shopper may see, kept for a while, searched and paged here.

mod bundle;
mod detail;
mod number;
mod page;
mod product;
mod search;
mod store;
mod trust;
mod under;

pub use detail::{contentless, describe, kindless, unpack};
pub use page::{BadCursor, PAGE_SIZE, first, page};
pub use search::Search;
pub use store::{Listing, Listings};
pub use trust::{Held, Step, Trust, Verdict, step};

use std::collections::HashMap;

use serde::Serialize;
use shared::checkout::Shelf;
use shared::v3;
use shared::value::Rupiah;
use shared::wire::{Bundle, Page, PaymentMethod, Product, Store};

/// Most pages of one listing that are walked.
pub const PAGES_MAX: usize = 40;

/// One store with everything in it.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// The store, and what the platform needs to know of it.
    pub listing: Listing,
    /// How it can be paid.
    pub payment_methods: Vec<PaymentMethod>,
    /// What it sells singly.
    pub products: Vec<Product>,
    /// What it sells in sets.
    pub bundles: Vec<Bundle>,
    /// Numbers of its variants, hidden ones too, by `variant_…`: the shipping
    /// searches know no other name (scalev-v3 §0 trap 1).
    numbers: HashMap<String, i64>,
    /// The seller's own codes, by `variant_…`.
    skus: HashMap<String, String>,
    /// What the platform itself asks, where the till asks something else.
    listed: HashMap<String, Rupiah>,
}

impl Snapshot {
    /// Puts a store together from the platform's answers.
    pub fn new(
        listing: Listing,
        payment_methods: Vec<v3::PaymentMethodItem>,
        products: Vec<v3::Product>,
        bundles: Vec<v3::Bundle>,
    ) -> Self {
        let payment_methods = listing.payment_methods(payment_methods);
        let numbers = number::of(&products, &bundles);
        let skus = under::skus(&products);
        let bundles = bundles.into_iter().filter_map(|bundle| bundle::shown(bundle, &products)).collect();
        let products = products.into_iter().filter_map(product::shown).collect();
        Self { listing, payment_methods, products, bundles, numbers, skus, listed: HashMap::new() }
    }

    /// The number of a variant.
    pub fn number(&self, variant_unique_id: &str) -> Option<i64> {
        self.numbers.get(variant_unique_id).copied()
    }

    /// As orders are judged against it.
    pub fn shelf(&self) -> Shelf<'_> {
        Shelf { payment_methods: &self.payment_methods, products: &self.products, bundles: &self.bundles }
    }

    /// What the widget opens with.
    pub fn checkout(&self) -> CheckoutView<'_> {
        CheckoutView {
            store: &self.listing.store,
            payment_methods: &self.payment_methods,
            products: first(&self.products),
            bundles: first(&self.bundles),
        }
    }
}

/// [`shared::wire::Checkout`] as it is written, without a copy of the store.
#[derive(Debug, Serialize)]
pub struct CheckoutView<'a> {
    store: &'a Store,
    payment_methods: &'a [PaymentMethod],
    products: Page<&'a Product>,
    bundles: Page<&'a Bundle>,
}

/// The name for shoppers, from `public_name`, `display` and `name` in this order.
fn name(names: [&Option<String>; 3]) -> Option<&str> {
    names.into_iter().flatten().map(|text| text.trim()).find(|text| !text.is_empty())
}

/// Pictures a browser may fetch.
fn pictures(mut addresses: Vec<String>) -> Vec<String> {
    addresses.retain(|address| crate::address::is_presentable(address));
    addresses
}
