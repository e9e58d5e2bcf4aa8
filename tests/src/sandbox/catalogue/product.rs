//! Products and their variants.

use serde::Serialize;

/// What a thing is (scalev-v3 §7); only physical things are shipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the platform's own words")]
pub enum ItemType {
    Physical,
    Digital,
    Course,
    License,
    Subscription,
}

impl ItemType {
    /// The dashboard's word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Physical => "Physical",
            Self::Digital => "Digital",
            Self::Course => "Course",
            Self::License => "License",
            Self::Subscription => "Subscription",
        }
    }
}

/// Something a store lists.
#[derive(Debug)]
pub struct Product {
    /// Numeric id.
    pub id: u64,
    /// Short name, the same for ever: `kemeja-parang`.
    pub slug: &'static str,
    /// Name in the dashboard and in the shop.
    pub name: &'static str,
    /// One or two sentences.
    pub about: &'static str,
    /// What it is.
    pub item_type: ItemType,
    /// Names of up to three options: `Ukuran`, `Warna`.
    pub option_names: Vec<&'static str>,
    /// Labels for filtering.
    pub labels: Vec<&'static str>,
    /// Shown in the store's listing.
    pub is_visible: bool,
    /// Name of the picture, without `.svg`.
    pub picture: String,
    /// At least one.
    pub variants: Vec<Variant>,
}

/// What one buys.
#[derive(Debug)]
pub struct Variant {
    /// Numeric id, for the shipping searches.
    pub id: u64,
    /// `variant_…`, for orders.
    pub unique_id: String,
    /// Stock keeping unit; some things have none.
    pub sku: Option<String>,
    /// Product and option values: `Kemeja Batik Parang - M`.
    pub fullname: String,
    /// Value of each option.
    pub option_values: Vec<&'static str>,
    /// Whole rupiah.
    pub price: i64,
    /// Grams.
    pub weight: u32,
    /// Stock at the start; `None` when nobody counts.
    pub stock: Option<u32>,
    /// May be sold.
    pub is_checked: bool,
    /// Name of the picture, without `.svg`.
    pub picture: String,
}

impl Product {
    /// Stock is counted for at least one variant.
    pub fn is_inventory(&self) -> bool {
        self.variants.iter().any(|variant| variant.stock.is_some())
    }

    /// Renews itself each month.
    pub fn is_recurring(&self) -> bool {
        self.item_type == ItemType::Subscription
    }
}
