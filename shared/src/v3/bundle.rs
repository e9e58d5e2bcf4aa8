//! Bundles and the price options they are sold through (scalev-v3 §2.4).

use serde::{Deserialize, Serialize};

use super::{ItemType, null_as_default};
use crate::value::Rupiah;

/// A set of variants sold together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    /// Numeric bundle id.
    pub id: i64,
    /// The seller's own name for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Name for lists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// Name for shoppers; stands before the others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_name: Option<String>,
    /// Addresses of pictures.
    #[serde(default, deserialize_with = "null_as_default")]
    pub images: Vec<String>,
    /// Sets in stock; absent when not tracked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub available_qty: Option<i64>,
    /// Extra grams of packing for one set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight_bump: Option<i64>,
    /// What one set holds.
    #[serde(default, deserialize_with = "null_as_default")]
    pub bundlelines: Vec<BundleLine>,
    /// The prices it is sold for; an order names one of these.
    #[serde(default, deserialize_with = "null_as_default")]
    pub bundle_price_options: Vec<BundlePriceOption>,
}

/// One variant inside a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleLine {
    /// Pieces of it in one set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<i64>,
    /// The variant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<BundledVariant>,
}

/// What a bundle line says of its variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundledVariant {
    /// Numeric id: shipping searches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
    /// `variant_…`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unique_id: Option<String>,
    /// Shown to shoppers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Weight in grams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<i64>,
    /// What kind of thing it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item_type: Option<ItemType>,
    /// Addresses of pictures.
    #[serde(default, deserialize_with = "null_as_default")]
    pub images: Vec<String>,
}

/// One price of a bundle. The prefix of its unique id differs between parts
/// of the contract: never check it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundlePriceOption {
    /// Numeric id.
    pub id: i64,
    /// Goes into orders as `bundle_price_option_unique_id`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unique_id: Option<String>,
    /// Shown to shoppers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Price of one set in rupiah, tax included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Rupiah>,
    /// `false` hides it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_visible: Option<bool>,
}
