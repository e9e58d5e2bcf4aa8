//! DealPOS, played: a till with products, and what it tells when one of them changes (platforms §4).
//!
//! It can be asked for a product or a variant again, and otherwise tells by itself. What the vendor leaves open and we
//! chose: a change is told by each event whose body it changes, a product made with variants is told
//! as `product_created` and then one `variant_created` for each, and nothing is told of stock.

mod api;
mod clerk;
mod control;
mod event;
mod page;
mod product;
mod seed;
#[cfg(test)]
pub(super) mod tests;

use std::time::Duration;

pub use api::{CLIENT_ID, CLIENT_SECRET, HOOK_TOKEN};
pub use clerk::Clerk;
pub use product::{Component, OutletPrice, TillProduct, TillVariant};

pub(super) use api::router;
pub(super) use control::router as control;
pub(super) use page::router as page;

use super::hook::{Calls, Habit};

/// The vendor's defaults.
const HABIT: Habit =
    Habit { retries: 1, pause: Duration::from_secs(7), patience: Duration::from_secs(30), header: None };

/// Everything of DealPOS' that changes while the sandbox runs.
#[derive(Debug, Clone)]
pub struct Till {
    /// Every product, in the order they were made.
    pub products: Vec<TillProduct>,
    /// Where the five events are posted, each under its own last segment; nobody is told without.
    pub endpoint: Option<String>,
    /// Calls of its API in three minutes.
    pub calls_allowed: u32,
    meter: api::Meter,
    pub(super) calls: Calls,
}

impl Default for Till {
    fn default() -> Self {
        Self {
            products: seed::products(),
            endpoint: None,
            calls_allowed: api::CALLS,
            meter: api::Meter::default(),
            calls: Calls::new(HABIT),
        }
    }
}

impl Till {
    /// The goods of the start and nothing told; who is told stays.
    pub(super) fn afresh(&self) -> Self {
        Self { endpoint: self.endpoint.clone(), calls: self.calls.afresh(), ..Self::default() }
    }

    /// The product of this code.
    pub fn product(&self, code: &str) -> Option<&TillProduct> {
        self.products.iter().find(|product| product.code == code)
    }

    /// The variant of this SKU, with its product.
    pub fn variant(&self, sku: &str) -> Option<(&TillProduct, &TillVariant)> {
        let all = self
            .products
            .iter()
            .flat_map(|product| product.variants.iter().map(move |variant| (product, variant)));
        all.into_iter().find(|(_, variant)| variant.code == sku)
    }

    /// Adds a product.
    fn create(&mut self, product: TillProduct) {
        self.tell(None, Some(&product));
        self.products.push(product);
    }

    /// Changes a product and tells what came of it; false when there is none of this code.
    fn edit(&mut self, code: &str, act: impl FnOnce(&mut TillProduct)) -> bool {
        let Some(place) = self.products.iter().position(|product| product.code == code) else { return false };
        let before = self.products[place].clone();
        act(&mut self.products[place]);
        let after = self.products[place].clone();
        self.tell(Some(&before), Some(&after));
        true
    }

    /// Changes a variant; false when there is none of this SKU.
    fn edit_variant(&mut self, sku: &str, act: impl FnOnce(&mut TillVariant)) -> bool {
        let Some(code) = self.variant(sku).map(|(product, _)| product.code.clone()) else { return false };
        self.edit(&code, |product| {
            if let Some(variant) = product.variants.iter_mut().find(|variant| variant.code == sku) {
                act(variant);
            }
        })
    }

    /// Removes a product; false when there is none of this code.
    fn delete(&mut self, code: &str) -> bool {
        let Some(place) = self.products.iter().position(|product| product.code == code) else { return false };
        let product = self.products.remove(place);
        self.tell(Some(&product), None);
        true
    }

    /// Tells of a product again, as when it is saved without a change.
    fn save(&mut self, code: &str) -> bool {
        let Some(product) = self.product(code).cloned() else { return false };
        self.post(event::Event::ProductUpdated, product.json().to_string());
        true
    }

    fn tell(&mut self, before: Option<&TillProduct>, after: Option<&TillProduct>) {
        for (event, body) in event::between(before, after) {
            self.post(event, body.to_string());
        }
    }

    fn post(&mut self, event: event::Event, body: String) {
        if let Some(endpoint) = &self.endpoint {
            let url = format!("{}/{}", endpoint.trim_end_matches('/'), event.segment());
            self.calls.tell(event.name(), url, body);
        }
    }
}
