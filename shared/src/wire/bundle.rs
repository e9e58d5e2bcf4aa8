//! Bundles and their prices.

use serde::{Deserialize, Serialize};

use crate::v3::ItemType;
use crate::value::Rupiah;

/// A set of variants sold together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = Bundle))]
pub struct Bundle {
    /// Stable name of the bundle within its store.
    pub unique_id: String,
    /// Shown to shoppers.
    pub name: String,
    /// Addresses of pictures, best first.
    pub images: Vec<String>,
    /// Sets in stock; absent when not tracked.
    pub available_qty: Option<i64>,
    /// Extra grams of packing for one set.
    pub weight_bump: i64,
    /// What one set holds.
    pub lines: Vec<BundleLine>,
    /// The prices it is sold for, visible ones only; at least one.
    pub price_options: Vec<PriceOption>,
}

/// One variant inside a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BundleLine {
    /// `variant_…`
    pub variant_unique_id: String,
    /// Shown to shoppers.
    pub name: String,
    /// Pieces of it in one set.
    pub quantity: i64,
    /// What kind of thing it is.
    pub item_type: ItemType,
    /// Weight of one piece in grams, when the platform says.
    pub weight: Option<i64>,
}

/// One price of a bundle; an order names this, not the bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PriceOption {
    /// Goes into the order as `bundle_price_option_unique_id`.
    pub unique_id: String,
    /// Shown to shoppers.
    pub name: String,
    /// Price of one set, in rupiah.
    pub price: Rupiah,
}

impl Bundle {
    /// Whether anything in the set is shipped.
    pub fn needs_shipping(&self) -> bool {
        self.lines.iter().any(|line| line.item_type.needs_shipping())
    }

    /// Whether not one set is left.
    pub fn is_sold_out(&self) -> bool {
        self.available_qty.is_some_and(|left| left <= 0)
    }
}
