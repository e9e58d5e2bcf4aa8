//! Gercep, played: a store that is given its goods through `sync-products`, sells them, and says so
//! once (platforms §3).
//!
//! It behaves as the vendor's public source does where the vendor's page is silent: an upsert replaces
//! everything, a name that is known takes over the product, an item that is wrong is told inside
//! HTTP 200, and `order.paid` comes once, unsigned, whatever is answered.

mod api;
mod control;
mod merchant;
mod order;
mod page;
mod product;
#[cfg(test)]
mod tests;

use std::time::Duration;

pub use api::{HOOK_TOKEN, KEY, SMALL_PLAN_KEY};
pub use merchant::Merchant;
pub use order::{GercepItem, GercepOrder};
pub use product::GercepProduct;

pub(super) use api::router;
pub(super) use control::router as control;
pub(super) use page::router as page;

use super::hook::{Calls, Habit};

/// The store's name in its address.
pub const STORE: &str = "sekar-batik";

/// Nothing is sent again, and nobody says how long it waits.
const HABIT: Habit = Habit {
    retries: 0,
    pause: Duration::ZERO,
    patience: Duration::from_mins(1),
    header: Some(("x-gercep-event", "order.paid")),
};

/// Everything of Gercep's that changes while the sandbox runs.
#[derive(Debug, Clone)]
pub struct Gercep {
    /// Every product, archived or not, in the order they came.
    pub products: Vec<GercepProduct>,
    /// Every order, oldest first.
    pub orders: Vec<GercepOrder>,
    /// Products of each upsert and delete so far.
    pub batches: Vec<usize>,
    /// Where `order.paid` is posted; nobody is told without.
    pub endpoint: Option<String>,
    /// `order.paid` carries the members that the vendor's source sends and its page does not show.
    pub says_more: bool,
    /// The next upsert breaks down after so many products.
    breaks_after: Option<usize>,
    pub(super) calls: Calls,
}

impl Default for Gercep {
    fn default() -> Self {
        Self {
            products: Vec::new(),
            orders: Vec::new(),
            batches: Vec::new(),
            endpoint: None,
            says_more: false,
            breaks_after: None,
            calls: Calls::new(HABIT),
        }
    }
}

impl Gercep {
    /// An empty store with nothing told; who is told stays.
    pub(super) fn afresh(&self) -> Self {
        Self { endpoint: self.endpoint.clone(), calls: self.calls.afresh(), ..Self::default() }
    }

    /// The product that this key names, archived or not.
    pub fn product(&self, external_id: &str) -> Option<&GercepProduct> {
        self.products.iter().find(|product| product.external_id.as_deref() == Some(external_id))
    }

    fn product_mut(&mut self, id: u64) -> Option<&mut GercepProduct> {
        self.products.iter_mut().find(|product| product.id == id)
    }

    /// A shopper orders; nothing when one of the products is not for sale.
    fn order(&mut self, items: &[(u64, u32)]) -> Option<u64> {
        let wanted = items.iter().map(|(id, quantity)| {
            let product = self.products.iter().find(|product| product.id == *id && !product.is_archived)?;
            Some(GercepItem::of(product, *quantity))
        });
        let items = wanted.collect::<Option<Vec<_>>>()?;
        let id = 456 + self.orders.len() as u64;
        self.orders.push(GercepOrder::new(id, items));
        Some(id)
    }

    /// An order is paid, and that is told, each time anew: a gateway that calls back twice is told of
    /// twice. False when there is no such order.
    fn pay(&mut self, id: u64) -> bool {
        let Some(place) = self.orders.iter().position(|order| order.id == id) else { return false };
        let first = !std::mem::replace(&mut self.orders[place].is_paid, true);
        let order = self.orders[place].clone();
        if first {
            for item in &order.items {
                if let Some(product) = self.product_mut(item.product_id) {
                    product.take(item.quantity);
                }
            }
        }
        if let Some(url) = self.endpoint.clone() {
            self.calls.tell("order.paid", url, order.paid_event(self.says_more).to_string());
        }
        true
    }
}
