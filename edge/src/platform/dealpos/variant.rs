//! A variant, as *variant created* and *updated* carry it. It names its
//! product by name alone, which is no reason to believe that it is that one.

use serde::Deserialize;
use shared::value::Rupiah;

use crate::platform::loose::{flag, list, money, number, text};

/// A variant of the till.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct Variant {
    /// Its id, the same as inside its product.
    #[serde(rename = "ID", deserialize_with = "text")]
    pub id: Option<String>,
    /// `XL`, …
    #[serde(rename = "Variant", deserialize_with = "text")]
    pub model: Option<String>,
    /// Its SKU.
    #[serde(deserialize_with = "text")]
    pub code: Option<String>,
    /// The unit is not stated, and zero means that nobody weighed it.
    #[serde(deserialize_with = "number")]
    pub weight: Option<f64>,
    /// Standard, Composite, `NonInventory`, `PrepaidPackage`, …
    #[serde(rename = "Type", deserialize_with = "text")]
    pub kind: Option<String>,
    /// Where no outlet has its own.
    #[serde(deserialize_with = "money")]
    pub unit_price: Option<Rupiah>,
    /// Not for sale any more.
    #[serde(deserialize_with = "flag")]
    pub discontinued: bool,
    /// What single outlets ask.
    #[serde(deserialize_with = "list")]
    pub outlet_price: Vec<OutletPrice>,
}

/// What one outlet asks.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct OutletPrice {
    /// The outlet's name.
    pub outlet: String,
    /// Before the discount.
    #[serde(deserialize_with = "money", default)]
    pub price: Option<Rupiah>,
}
