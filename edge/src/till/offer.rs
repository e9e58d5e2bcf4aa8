//! What the till's word means for what is sold: by SKU, and by nothing else.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shared::value::Rupiah;

use super::{Catalogue, Item, Product};

/// Why the till does not let something be sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Reason {
    /// The variant, or its product, is discontinued.
    Discontinued,
    /// It was deleted, or taken out of its product.
    Deleted,
}

/// What the till says of a SKU.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "till")]
pub enum Offer {
    /// It is for sale; at this price, when the till knows one.
    ForSale {
        /// After the discount, in rupiah.
        price: Option<Rupiah>,
    },
    /// It is not.
    Stopped {
        /// Why.
        reason: Reason,
    },
    /// Several things that are for sale have this SKU and do not cost the same:
    /// nobody can say which of them is meant, so the till has no say.
    Ambiguous,
}

/// What the till says, by SKU. Of a SKU that is not here it knows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overlay(BTreeMap<String, Offer>);

impl Overlay {
    /// What the till says of a SKU.
    pub fn of(&self, sku: &str) -> Option<Offer> {
        self.0.get(sku).copied()
    }

    /// Everything it says.
    pub fn offers(&self) -> impl Iterator<Item = (&str, Offer)> {
        self.0.iter().map(|(sku, offer)| (sku.as_str(), *offer))
    }
}

impl Catalogue {
    /// What the till says of each SKU. `outlet`: whose prices count, by the outlet's name.
    pub fn overlay(&self, outlet: Option<&str>) -> Overlay {
        let mut offers: BTreeMap<String, Offer> = BTreeMap::new();
        for item in self.items.values() {
            let Some(sku) = item.sku.clone() else { continue };
            let offer = self.offer(item, outlet);
            offers.entry(sku).and_modify(|known| *known = both(*known, offer)).or_insert(offer);
        }
        Overlay(offers)
    }

    fn offer(&self, item: &Item, outlet: Option<&str>) -> Offer {
        let product = item.product.as_ref().and_then(|id| self.products.get(id));
        let product_is = |is: fn(&Product) -> bool| product.is_some_and(is);
        if item.gone.is_some() || product_is(|product| product.gone.is_some()) {
            Offer::Stopped { reason: Reason::Deleted }
        } else if item.discontinued || product_is(|product| product.discontinued) {
            Offer::Stopped { reason: Reason::Discontinued }
        } else {
            Offer::ForSale { price: item.price(outlet) }
        }
    }
}

impl Item {
    /// What it costs: the outlet's own price before the common one, less the discount.
    pub fn price(&self, outlet: Option<&str>) -> Option<Rupiah> {
        let facts = self.facts.as_ref();
        let own = facts.zip(outlet).and_then(|(facts, outlet)| {
            facts.outlets.iter().find(|(name, _)| name == outlet).map(|(_, price)| *price)
        });
        own.or(self.unit_price).map(|price| self.discount.off(price))
    }
}

/// Of two things with one SKU, what is for sale speaks.
fn both(one: Offer, other: Offer) -> Offer {
    match (one, other) {
        (Offer::Stopped { reason: one }, Offer::Stopped { reason: other }) => {
            Offer::Stopped { reason: one.min(other) }
        }
        (Offer::Stopped { .. }, speaks) | (speaks, Offer::Stopped { .. }) => speaks,
        (one, other) if one == other => one,
        _ => Offer::Ambiguous,
    }
}
