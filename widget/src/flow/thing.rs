//! A thing of the catalogue, whether sold singly or in a set.

use shared::text::concat;
use shared::v3::WholesalePrice;
use shared::value::{Quantity, Rupiah};
use shared::wire::price_of;

use super::Item;
use super::catalogue::Catalogue;
use super::view::Unavailable;

/// A variant or a price option, as far as a cart cares.
pub(super) struct Thing<'a> {
    pub(super) name: &'a str,
    /// The variant's or the price option's name; empty when it is the only one.
    pub(super) detail: &'a str,
    pub(super) image: Option<&'a str>,
    pub(super) price: Rupiah,
    /// What one costs when many are taken.
    pub(super) steps: &'a [WholesalePrice],
    pub(super) left: Option<i64>,
    pub(super) ships: bool,
    pub(super) emails: bool,
}

/// Few enough left to say so.
const FEW: i64 = 5;

impl Thing<'_> {
    /// What one costs when so many are taken.
    pub(super) fn price_of(&self, pieces: u32) -> Rupiah {
        price_of(self.price, self.steps, pieces)
    }

    /// The thing, with its variant: `Kaos, Merah`.
    pub(super) fn called(&self) -> String {
        let comma = if self.detail.is_empty() { "" } else { ", " };
        concat(&[self.name, comma, self.detail])
    }

    /// Why it cannot be added.
    pub(super) fn unavailable(&self) -> Option<Unavailable> {
        self.left.is_some_and(|left| left <= 0).then_some(Unavailable::SoldOut)
    }

    /// Most pieces that can be had.
    pub(super) fn max(&self) -> u32 {
        let left = self.left.unwrap_or(i64::MAX).clamp(0, i64::from(Quantity::MAX));
        u32::try_from(left).unwrap_or(0)
    }

    /// Pieces left, when they are few, or no more than are taken already.
    pub(super) fn few_left(&self, taken: u32) -> Option<i64> {
        self.left.filter(|left| *left > 0 && (*left <= FEW || *left <= i64::from(taken)))
    }
}

impl Catalogue {
    /// The variant or price option of this id.
    pub(super) fn item(&self, id: &str) -> Option<Item> {
        let goods = self.shelf(&[]);
        if goods.variant(id).is_some() {
            Some(Item::Variant(id.to_owned()))
        } else {
            goods.price_option(id).map(|_| Item::Bundle(id.to_owned()))
        }
    }

    /// What the cart needs to know of a thing.
    pub(super) fn thing(&self, item: &Item) -> Option<Thing<'_>> {
        let goods = self.shelf(&[]);
        match item {
            Item::Variant(id) => goods.variant(id).map(|(product, variant)| Thing {
                name: &product.name,
                detail: if product.variants.len() > 1 { &variant.name } else { "" },
                image: variant.images.first().or(product.images.first()).map(String::as_str),
                price: variant.price,
                steps: &variant.wholesale_prices,
                left: variant.available_qty,
                ships: variant.item_type.needs_shipping(),
                emails: !variant.item_type.needs_shipping(),
            }),
            Item::Bundle(id) => goods.price_option(id).map(|(bundle, option)| Thing {
                name: &bundle.name,
                detail: if bundle.price_options.len() > 1 { &option.name } else { "" },
                image: bundle.images.first().map(String::as_str),
                price: option.price,
                steps: &[],
                left: bundle.available_qty,
                ships: bundle.needs_shipping(),
                emails: bundle.lines.iter().any(|line| !line.item_type.needs_shipping()),
            }),
        }
    }
}
