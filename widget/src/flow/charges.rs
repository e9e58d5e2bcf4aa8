//! What the order adds up to, by the engine that the edge uses too.

use shared::checkout::{Charges, Totals};
use shared::value::Rupiah;

use super::view::{ShippingHint, TotalLine};
use super::{Flow, Item};

impl Flow {
    /// The goods of the cart; `None` when they leave the range that JSON keeps exact.
    pub(super) fn goods(&self) -> Option<Charges> {
        let priced = |bundles: bool| {
            self.cart.lines.iter().filter_map(move |line| {
                let fits = matches!(line.item, Item::Bundle(_)) == bundles;
                let thing = self.catalogue.as_ref()?.thing(&line.item).filter(|_| fits)?;
                Some((thing.price_of(line.quantity), line.quantity))
            })
        };
        Charges::of_goods(priced(false), priced(true))
    }

    /// The goods, and the courier once one is picked.
    fn totals(&self) -> Option<Totals> {
        let goods = self.goods()?;
        let cost = self.courier.chosen.as_ref().filter(|_| self.ships()).map(|option| option.shipping_cost);
        cost.map_or(goods, |cost| goods.shipped_for(cost).insured_for(self.courier.premium())).totals()
    }

    /// What the goods cost.
    pub(super) fn subtotal(&self) -> Rupiah {
        self.totals().map_or(Rupiah::ZERO, |totals| totals.items)
    }

    /// What is paid in the end, as far as it is known.
    pub(super) fn total(&self) -> Rupiah {
        self.totals().map_or(Rupiah::ZERO, |totals| totals.total)
    }

    /// What would be paid in the end with a courier of this price.
    pub(super) fn total_with(&self, cost: Rupiah) -> Option<Rupiah> {
        Some(self.goods()?.shipped_for(cost).totals()?.total)
    }

    pub(super) fn total_lines(&self) -> Vec<TotalLine> {
        let Some(totals) = self.totals() else { return Vec::new() };
        let mut lines = Vec::new();
        for (part, amount) in totals.lines() {
            lines.push(TotalLine { part, amount: amount.text() });
        }
        lines
    }

    /// What is known of the courier's price. An empty cart has a range too: of
    /// one piece of the cheapest thing that is shipped.
    pub(super) fn shipping_hint(&self) -> ShippingHint {
        let ships = self.ships();
        if ships && let Some(option) = &self.courier.chosen {
            let (cost, service) = (option.shipping_cost.text(), super::courier::service_name(option));
            return ShippingHint::Chosen { cost, service };
        }
        let cheapest = self.courier.cheapest().map(|option| option.shipping_cost.text());
        match (&self.districts.chosen, cheapest) {
            (Some(district), Some(cost)) if ships || self.cart.lines.is_empty() => {
                ShippingHint::From { cost, to: district.subdistrict_name.clone() }
            }
            _ if ships => ShippingHint::Unknown,
            _ => ShippingHint::None,
        }
    }
}
