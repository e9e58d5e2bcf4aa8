//! The store's goods: variants, and into the cart.
//!
//! Triggered by: a loaded store. Outcome: a cart with something in it.

use shared::wire::Checkout;

use super::stage::{Sending, Stage};
use super::view::{CartNotice, Repair, Repaired};
use super::{Announcement, DomEventKind, Effect, Event, Failure, Flow, Item, Step};

impl Flow {
    /// What the shopper does at the store and its goods, and to the cart at any step.
    pub(super) fn shop(&mut self, event: Event) {
        if self.step().is_none() {
            return self.happens_later(event);
        }
        match event {
            Event::StoreChosen(id) => self.choose_store(id),
            Event::SearchTyped(text) => self.search(text),
            Event::MoreWanted => self.more(),
            Event::VariantChosen { product, variant } => self.pick_variant(product, variant),
            Event::Added(item) => {
                let pieces = self.cart.quantity(&item);
                self.set_quantity(&item, i64::from(pieces) + 1);
            }
            Event::QuantitySet { item, pieces } => self.set_quantity(&item, pieces),
            Event::Removed(item) => self.set_quantity(&item, 0),
            event => self.happens_later(event),
        }
    }

    fn pick_variant(&mut self, product: String, variant: String) {
        let Some(catalogue) = &mut self.catalogue else { return };
        let known = catalogue.shelf(&[]).variant(&variant).is_some_and(|(of, _)| of.unique_id == product);
        if known {
            match catalogue.picked.iter_mut().find(|(of, _)| *of == product) {
                Some(picked) => picked.1 = variant,
                None => catalogue.picked.push((product, variant)),
            }
        }
    }

    /// Makes it so many pieces of a thing, or as near as can be: more only up
    /// to what is there, fewer always.
    pub(super) fn set_quantity(&mut self, item: &Item, pieces: i64) {
        let Some(catalogue) = &self.catalogue else { return };
        let before = self.cart.quantity(item);
        let max = catalogue.thing(item).map_or(0, |thing| thing.max());
        let most = if max == 0 { before } else { max };
        let after = u32::try_from(pieces.clamp(0, i64::from(most))).unwrap_or(0);
        if (max == 0 && after >= before) || (before == 0 && after == 0) {
            return;
        }
        if after != before {
            self.cart.set(item, after);
            self.key = None;
            self.repeats = false;
        }
        self.trouble = None;
        self.say_limit(item, pieces, after);
        self.tell_quantity(item, before, after);
        self.leave_lost_step();
    }

    /// More was asked for than there is.
    fn say_limit(&mut self, item: &Item, asked: i64, given: u32) {
        let Some(thing) = self.catalogue.as_ref().and_then(|catalogue| catalogue.thing(item)) else { return };
        if thing.left.is_some_and(|left| left < asked) {
            let (what, name) = (Repaired::Fewer, thing.called());
            let repair = Repair { what, name, old: asked, new: i64::from(given) };
            self.cart.notice = Some(CartNotice::Repaired(vec![repair]));
        }
    }

    fn tell_quantity(&mut self, item: &Item, before: u32, after: u32) {
        let Some(thing) = self.catalogue.as_ref().and_then(|catalogue| catalogue.thing(item)) else { return };
        let (name, total) = (thing.name.to_owned(), self.total().text());
        let announcement = match (before, after) {
            (0, _) => Announcement::Added { name, total },
            (_, 0) => Announcement::Removed { name, total },
            (_, pieces) => Announcement::Quantity { name, pieces, total },
        };
        self.outbox.push(Effect::Announce(announcement));
        let kind = if after > before { DomEventKind::AddToCart } else { DomEventKind::RemoveFromCart };
        if after != before {
            self.emit_lines(kind, &[(item.clone(), after.abs_diff(before))]);
        }
    }

    /// An empty cart has the products only, and one without a parcel no delivery.
    pub(super) fn leave_lost_step(&mut self) {
        let Some(step) = self.step() else { return };
        if self.cart.lines.is_empty() && step > Step::Products {
            self.show(Step::Products);
        } else if !self.has_step(step) {
            self.show(self.reachable_later(Step::Payment));
        }
    }

    /// Asks for today's prices and stock, without hiding what is shown.
    pub(super) fn refresh(&mut self) {
        let number = self.next_number();
        if let Some(catalogue) = &self.catalogue {
            let store = catalogue.store.unique_id.clone();
            self.refresh = Some(number);
            self.outbox.push(Effect::LoadCheckout { store, number });
        }
    }

    /// The answer to [`Flow::refresh`]; without one, what is known stays.
    pub(super) fn refreshed(&mut self, number: u32, answer: Result<Box<Checkout>, Failure>) {
        self.refresh = None;
        if matches!(self.stage, Stage::Sending(Sending::AwaitingPrices { .. })) {
            return self.happens_later(Event::CheckoutLoaded { number, answer });
        }
        let before = self.subtotal();
        if let (Ok(checkout), Some(catalogue)) = (answer, &mut self.catalogue) {
            catalogue.renew(*checkout);
        }
        if self.cart.notice.is_none() && self.subtotal() != before {
            self.cart.notice = Some(CartNotice::PriceChanged);
        }
    }
}
