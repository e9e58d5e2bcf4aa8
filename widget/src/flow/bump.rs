//! A thing that the page offers at the last moment, taken with one tick. It is
//! a line like any other: the store prices it, and couriers are asked anew.

use super::view::BumpView;
use super::{Flow, Item, Step};

impl Flow {
    /// What the review offers: nothing that is in the cart already, sold out, or not sold here.
    pub(super) fn bump_view(&self) -> Option<BumpView> {
        let item = self.bump_item()?;
        let taken = self.cart.quantity(&item) > 0;
        let thing = self.catalogue.as_ref()?.thing(&item)?;
        let offered = if taken { self.bumped } else { thing.unavailable().is_none() };
        offered.then(|| BumpView { name: thing.called(), price: thing.price.text(), taken })
    }

    fn bump_item(&self) -> Option<Item> {
        self.catalogue.as_ref()?.item(self.options.bump.as_ref()?)
    }

    /// [`Event::BumpTicked`](super::Event::BumpTicked)
    pub(super) fn tick_bump(&mut self, wanted: bool) {
        let offered = self.bump_view().is_some_and(|bump| bump.taken != wanted);
        if let (true, Some(Step::Review), Some(item)) = (offered, self.step(), self.bump_item()) {
            self.bumped = wanted;
            self.set_quantity(&item, i64::from(wanted));
        }
    }

    /// Looks for it on further pages while the shopper types.
    pub(super) fn keep_bump(&mut self) {
        let wanted = self.options.bump.is_some() && self.step() >= Some(Step::Details);
        if wanted && self.bump_item().is_none() && !self.browsing.failed {
            self.more();
        }
    }
}
