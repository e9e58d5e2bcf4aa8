//! A product of the store: as we write it, and as the store lists it.

use serde::{Deserialize, Serialize};
use shared::value::Rupiah;

use crate::platform::loose::{money, number, text};

/// Pieces of what nobody counts: what a product gets that is sent without a stock.
pub const UNCOUNTED: u32 = 999_999;

/// A product as it is sent: always with all seven members, for an upsert
/// replaces the whole of it, and what is left out is cleared (platforms §3.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Product {
    /// Our key for it.
    pub external_id: String,
    /// Unique in the store.
    pub name: String,
    /// What is asked, any discount taken off.
    pub price: Rupiah,
    /// One level.
    pub category: String,
    /// Plain text.
    pub description: String,
    /// A whole address.
    pub image: Option<String>,
    /// Pieces, or [`UNCOUNTED`].
    pub stock: u32,
}

/// A product as the store lists it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Shown {
    /// The key it was linked with, if it was.
    #[serde(deserialize_with = "text")]
    pub external_id: Option<String>,
    /// Unique in the store.
    #[serde(deserialize_with = "text")]
    pub name: Option<String>,
    /// What is asked.
    #[serde(deserialize_with = "money")]
    pub price: Option<Rupiah>,
    /// Pieces, or [`UNCOUNTED`].
    #[serde(deserialize_with = "pieces")]
    pub stock: Option<u32>,
    /// Only the vendor's source lists it.
    #[serde(deserialize_with = "text")]
    pub category: Option<String>,
    /// Only the vendor's source lists it.
    #[serde(deserialize_with = "text")]
    pub image: Option<String>,
}

fn pieces<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to the range before"
    )]
    Ok(number(deserializer)?.map(|pieces| pieces.min(f64::from(UNCOUNTED)) as u32))
}

impl Shown {
    /// Whether it is not as it was sent; what the store does not list cannot differ.
    pub fn differs(&self, sent: &Product) -> bool {
        let is_other = |listed: &Option<String>, sent: &str| listed.as_deref().is_some_and(|it| it != sent);
        is_other(&self.name, sent.name.trim())
            || self.price.is_some_and(|price| price != sent.price)
            || is_other(&self.category, &sent.category)
            || self.image.is_some() && self.image != sent.image
    }
}
