//! Which store to buy from.
//!
//! Triggered by: more than one store. Outcome: one that is loading.

use shared::wire::{Page, Store};

use super::browsing::Browsing;
use super::cart::Cart;
use super::catalogue::next_cursor;
use super::courier::Courier;
use super::matrix::Matrix;
use super::payment::Payment;
use super::stage::{Load, Stage};
use super::view::LoadTrouble;
use super::{Failure, Flow, Step};

impl Flow {
    /// [`Event::StoresLoaded`]
    pub(super) fn stores_loaded(&mut self, number: u32, answer: Result<Page<Store>, Failure>) {
        let Some(load @ Load::Stores(_)) = self.awaited(number) else { return };
        match answer {
            Err(failure) => self.fail(&failure, load),
            Ok(page) => {
                let next = next_cursor(page.has_next && !page.data.is_empty(), page.next_cursor);
                self.stores.extend(page.data);
                match next {
                    Some(cursor) => self.load(Load::Stores(Some(cursor))),
                    None => self.pick_store(),
                }
            }
        }
    }

    /// The only store, or the last visit's, or the step that asks.
    fn pick_store(&mut self) {
        let last = self.opening.store.take();
        let store = match self.stores.as_slice() {
            [] => {
                let (trouble, load) = (LoadTrouble::NoStore, Load::Stores(None));
                self.stage = Stage::Failed { trouble, load };
                return;
            }
            [only] => Some(only),
            stores => stores.iter().find(|store| Some(&store.unique_id) == last.as_ref()),
        };
        match store.map(|store| store.unique_id.clone()) {
            Some(store) => self.load(Load::Store(store)),
            None => self.stage = Stage::Shopping(Step::Store),
        }
    }

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
        self.courier = Courier::default();
        self.matrix = Matrix::default();
        self.browsing = Browsing::default();
        self.refresh = None;
        self.trouble = None;
        self.load(Load::Store(id));
    }
}
