//! What the page asks for when it puts the checkout there.

/// Options of the mount that the flow decides on. Language, tone, theme and
/// mode are the view's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The only store to sell from: the store step is skipped.
    pub store: Option<String>,
    /// Things to put into the cart at once. With one that can be had, the
    /// checkout opens at the details.
    pub items: Vec<Asked>,
    /// A thing to offer at the review, by the id of a variant or of a bundle's price option.
    pub bump: Option<String>,
    /// What the page knows of the shopper; what was typed wins over it.
    pub customer: Prefill,
}

/// A thing the page asks to be put into the cart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Id of a variant or of a bundle's price option.
    pub id: String,
    /// Pieces; fewer than one counts as one.
    pub quantity: i64,
}

/// What the page knows of the shopper. Empty is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prefill {
    /// Name in one field.
    pub name: String,
    /// WhatsApp number.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Street part of the address.
    pub address: String,
}
