//! Prices that changed between seeing and ordering: nothing is ordered before
//! the shopper has seen the new ones.

use shared::value::Rupiah;
use shared::wire::Checkout;

use super::event::Today;
use super::opening::Wanted;
use super::stage::{Sending, Stage};
use super::view::{OrderTrouble, PriceChange};
use super::{Failure, Flow, Step};

/// What the shopper saw.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Amounts {
    items: Rupiah,
    shipping: Option<Rupiah>,
    total: Rupiah,
}

fn changed(old: Rupiah, new: Rupiah) -> Option<(String, String)> {
    (old != new).then(|| (old.text(), new.text()))
}

impl Flow {
    pub(super) fn amounts(&self) -> Amounts {
        let shipping = self.courier.chosen.as_ref().map(|option| option.shipping_cost);
        Amounts { items: self.subtotal(), shipping, total: self.total() }
    }

    /// The order named prices that are not today's: puts today's in their place.
    pub(super) fn price_changed(&mut self, today: Today) {
        let before = self.amounts();
        self.matrix.answers.clear();
        match today.option {
            Some(option) => self.courier.replace(option),
            None => self.courier.offers = None,
        }
        if let (Some(items), Some(offers)) = (today.items_total, &mut self.courier.offers) {
            offers.options.items_total = items;
        }
        if today.items_total.is_some_and(|items| items != before.items) {
            self.await_prices(before);
        } else {
            self.show_change(before);
        }
    }

    /// Whether the couriers were asked about goods of another price than is shown:
    /// an order with their quote would be for that price.
    pub(super) fn goods_changed(&self) -> bool {
        let items = self.courier.offers.as_ref().map(|offers| offers.options.items_total);
        self.ships() && items.is_some_and(|items| items != self.subtotal())
    }

    /// The order waits for today's prices of its goods.
    pub(super) fn await_prices(&mut self, before: Amounts) {
        self.stage = Stage::Sending(Sending::AwaitingPrices { before });
        if self.refresh.is_none() {
            self.refresh();
        }
    }

    /// The goods at today's prices, which the review waits for. What later
    /// pages hold is not among them: then everything is loaded again.
    pub(super) fn prices_arrived(&mut self, before: Amounts, answer: Result<Box<Checkout>, Failure>) {
        let (Ok(checkout), Some(catalogue)) = (answer, &mut self.catalogue) else {
            return self.return_with(OrderTrouble::Unquoted, "price_changed");
        };
        catalogue.renew(*checkout);
        let same = self.subtotal() == before.items;
        if same && self.goods_changed() {
            self.courier.offers = None;
        }
        self.show_change(before);
        if same {
            self.load_anew();
        }
    }

    /// Back to the review, with the old and the new amounts.
    pub(super) fn show_change(&mut self, before: Amounts) {
        let now = self.amounts();
        let shipping = before.shipping.zip(now.shipping);
        self.change = Some(PriceChange {
            shipping: shipping.and_then(|(old, new)| changed(old, new)),
            items: changed(before.items, now.items),
            total: (before.total.text(), now.total.text()),
        });
        self.courier.notice = None;
        self.return_with(OrderTrouble::PriceChanged, "price_changed");
    }

    fn load_anew(&mut self) {
        for line in &self.cart.lines {
            self.opening.want_again(Wanted::kept(line.item.id(), line.quantity));
        }
        self.opening.begin_at(Step::Review);
        let store = self.catalogue.take().map(|catalogue| catalogue.store.unique_id);
        if let Some(store) = store {
            self.load(super::stage::Load::Store(store));
        }
    }
}
