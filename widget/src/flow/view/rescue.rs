//! What a dead end tells the seller.

use super::DistrictRow;
use crate::each::each;
use crate::flow::Flow;
use crate::flow::cart::Line;

/// What to tell the seller when the checkout cannot go on: the cart in words,
/// and no address but the district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rescue {
    /// The store's name.
    pub store: String,
    /// Pieces, name, and the variant or price option (may be empty).
    pub lines: Vec<(u32, String, String)>,
    /// What the goods cost.
    pub subtotal: String,
    /// The district.
    pub to: Option<DistrictRow>,
}

impl Flow {
    /// The cart in words, for the seller.
    pub(super) fn rescue(&self) -> Rescue {
        let (store, things) = match &self.catalogue {
            Some(catalogue) => {
                let told = |line: &Line| {
                    let thing = catalogue.thing(&line.item)?;
                    Some((line.quantity, thing.name.to_owned(), thing.detail.to_owned()))
                };
                (catalogue.store.name.clone(), each(&self.cart.lines, told))
            }
            None => (String::new(), Vec::new()),
        };
        Rescue {
            store,
            lines: things,
            subtotal: self.subtotal().to_string(),
            to: self.districts.chosen.as_ref().map(DistrictRow::of),
        }
    }
}
