//! The store step as it is drawn.

use crate::each::each;
use crate::flow::Flow;

/// A store to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreCard {
    /// Goes into [`StoreChosen`](crate::flow::Event::StoreChosen).
    pub id: String,
    /// Shown to shoppers.
    pub name: String,
    /// Address of a picture.
    pub logo: Option<String>,
}

impl Flow {
    /// The stores to pick from.
    pub fn store_view(&self) -> Vec<StoreCard> {
        let card = |store: &shared::wire::Store| StoreCard {
            id: store.unique_id.clone(),
            name: store.name.clone(),
            logo: store.logo.clone(),
        };
        each(&self.stores, card)
    }
}
