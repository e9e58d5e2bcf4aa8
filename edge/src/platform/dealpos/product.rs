//! A product, as *product created*, *updated* and *deleted* carry it whole.

use serde::Deserialize;
use shared::value::Rupiah;

use crate::platform::loose::{flag, list, money, number, text};

/// A product of the till.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct Product {
    /// The product's own id; the documentation calls it the variant's in places.
    #[serde(rename = "ID", deserialize_with = "text")]
    pub id: Option<String>,
    /// A path, its levels parted by `/`.
    #[serde(deserialize_with = "text")]
    pub category: Option<String>,
    /// For shoppers.
    #[serde(deserialize_with = "text")]
    pub name: Option<String>,
    /// The product's SKU; its variants have their own.
    #[serde(deserialize_with = "text")]
    pub code: Option<String>,
    /// Not for sale any more.
    #[serde(deserialize_with = "flag")]
    pub discontinued: bool,
    /// For shoppers.
    #[serde(deserialize_with = "text")]
    pub description: Option<String>,
    /// A whole address, one without its scheme, or a path on the till's host.
    #[serde(rename = "ImageURL", deserialize_with = "text")]
    pub image_url: Option<String>,
    /// Every variant it has.
    #[serde(deserialize_with = "list")]
    pub variants: Vec<ProductVariant>,
}

/// A variant inside its product.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct ProductVariant {
    /// The same as the `ID` of its own events.
    #[serde(rename = "ID", deserialize_with = "text")]
    pub id: Option<String>,
    /// `M`, `L`, …
    #[serde(deserialize_with = "text")]
    pub model: Option<String>,
    /// Its SKU.
    #[serde(deserialize_with = "text")]
    pub code: Option<String>,
    /// Before the discount.
    #[serde(deserialize_with = "money")]
    pub unit_price: Option<Rupiah>,
    /// Percent.
    #[serde(deserialize_with = "number")]
    pub discount: Option<f64>,
    /// Not for sale any more.
    #[serde(deserialize_with = "flag")]
    pub discontinued: bool,
}
