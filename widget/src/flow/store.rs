//! Which store to buy from.
//!
//! Triggered by: more than one store. Outcome: one that is loading.

use super::cart::Cart;
use super::payment::Payment;
use super::product::Browsing;
use super::stage::Load;
use super::{Flow, Step};

impl Flow {
    /// Whether there is a choice of stores.
    pub(super) fn can_choose_store(&self) -> bool {
        self.options.store.is_none() && self.stores.len() > 1
    }

    /// [`Event::StoreChosen`](super::Event::StoreChosen). A cart belongs to one
    /// store; what was typed about the shopper stays.
    pub(super) fn choose_store(&mut self, id: String) {
        let known = self.stores.iter().any(|store| store.unique_id == id);
        if self.step() != Some(Step::Store) || !known {
            return;
        }
        if self.catalogue.as_ref().is_some_and(|catalogue| catalogue.store.unique_id == id) {
            return self.show(Step::Products);
        }
        self.catalogue = None;
        self.cart = Cart::default();
        self.payment = Payment::default();
        self.browsing = Browsing::default();
        self.refresh = None;
        self.trouble = None;
        self.load(Load::Store(id));
    }
}
