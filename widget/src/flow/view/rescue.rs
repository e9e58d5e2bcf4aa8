//! What a dead end tells the seller.

use super::DistrictRow;
use crate::flow::Flow;
use crate::flow::kept::{KeptLine, read};
use crate::flow::opening::pieces;

/// What to tell the seller when the checkout cannot go on: the cart in words,
/// and no address but the district.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rescue {
    /// The store's id and name; empty before they are known.
    pub store: (String, String),
    /// What is in the cart; what the page asks for has no name before the store is loaded.
    pub lines: Vec<KeptLine>,
    /// What is paid, as far as it is known; absent when nothing is.
    pub total: Option<String>,
    /// The district.
    pub to: Option<DistrictRow>,
}

impl Flow {
    /// The cart in words, for the seller. Before the store is loaded it is the
    /// one that the device kept, and what the page asks for.
    pub fn rescue(&self) -> Rescue {
        let mut lines = self.lines();
        let mut total = self.total();
        let mut store = (self.options.store.clone().unwrap_or_default(), String::new());
        if let Some(catalogue) = &self.catalogue {
            store = (catalogue.store.unique_id.clone(), catalogue.store.name.clone());
        } else {
            lines = read(self.seen.as_deref().unwrap_or_default());
            for line in &lines {
                let price = line.price.checked_times(pieces(line.quantity));
                total = price.and_then(|price| total.checked_add(price)).unwrap_or(total);
            }
            for wanted in &self.opening.wanted {
                if !lines.iter().any(|line| line.id == wanted.id) {
                    let (id, quantity) = (wanted.id.clone(), wanted.pieces());
                    lines.push(KeptLine { id, quantity, ..KeptLine::default() });
                }
            }
        }
        let to = self.districts.chosen.as_ref().map(DistrictRow::of);
        Rescue { store, lines, total: (!total.is_zero()).then(|| total.text()), to }
    }
}
