//! Products and variants of a store (scalev-v3 §2.3).

use serde::{Deserialize, Serialize};

use super::{ItemType, null_as_default};
use crate::value::Rupiah;

/// A product as the store's listing shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// Numeric product id.
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
    /// Shown in this store's listing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_visible: Option<bool>,
    /// What kind of thing it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item_type: Option<ItemType>,
    /// Addresses of pictures.
    #[serde(default, deserialize_with = "null_as_default")]
    pub images: Vec<String>,
    /// What the first option is called, such as `Ukuran`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option1_name: Option<String>,
    /// What the second option is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option2_name: Option<String>,
    /// What the third option is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option3_name: Option<String>,
    /// The things that can be ordered.
    #[serde(default, deserialize_with = "null_as_default")]
    pub variants: Vec<VariantSummary>,
}

/// A variant inside a product of the listing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VariantSummary {
    /// Numeric id: shipping searches.
    pub id: i64,
    /// `variant_…`: orders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unique_id: Option<String>,
    /// The seller's own code for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
    /// Product and options in one text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fullname: Option<String>,
    /// Price in rupiah.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Rupiah>,
    /// What one costs when many are taken. The v3 platform says nothing of it and
    /// is not believed to; others do.
    #[serde(skip)]
    pub wholesale_prices: Vec<WholesalePrice>,
    /// What kind of thing it is; stands before the product's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item_type: Option<ItemType>,
    /// Weight in grams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<i64>,
    /// Pieces in stock; absent when not tracked (inferred).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub available_qty: Option<i64>,
    /// Addresses of pictures.
    #[serde(default, deserialize_with = "null_as_default")]
    pub images: Vec<String>,
    /// Sellable; `false` hides it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_checked: Option<bool>,
    /// Value of the first option.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option1_value: Option<String>,
    /// Value of the second option.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option2_value: Option<String>,
    /// Value of the third option.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option3_value: Option<String>,
}

/// What one costs from so many pieces on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WholesalePrice {
    /// Pieces.
    pub minimum_quantity: u32,
    /// Price of one, in rupiah.
    pub price: Rupiah,
}

/// What we read of `GET /v3/stores/{id}/variants/{id}`, asked when a summary
/// lacks its weight or type. Costs and margins are left out on purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FullVariant {
    /// `variant_…`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unique_id: Option<String>,
    /// Price in rupiah.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Rupiah>,
    /// Weight in grams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<i64>,
    /// What kind of thing it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item_type: Option<ItemType>,
}
