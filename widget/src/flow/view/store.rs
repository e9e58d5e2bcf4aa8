//! The store step as it is drawn.

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
