//! Bundles: several variants under one price.

/// A bundle. Orders name one of its price options, never the bundle.
#[derive(Debug)]
pub struct Bundle {
    /// Numeric id.
    pub id: u64,
    /// Short name, the same for ever.
    pub slug: &'static str,
    /// Name in the shop.
    pub name: &'static str,
    /// Grams of packing.
    pub weight_bump: u32,
    /// Name of the picture, without `.svg`.
    pub picture: String,
    /// What is inside.
    pub lines: Vec<BundleLine>,
    /// At least one.
    pub price_options: Vec<PriceOption>,
}

/// One variant inside a bundle.
#[derive(Debug)]
pub struct BundleLine {
    /// Numeric id.
    pub id: u64,
    /// Numeric id of the variant, of the same store.
    pub variant_id: u64,
    /// How many.
    pub quantity: u32,
}

/// A price under which a bundle is sold.
#[derive(Debug)]
pub struct PriceOption {
    /// Numeric id.
    pub id: u64,
    /// What an order names.
    pub unique_id: String,
    /// `Harga Normal`.
    pub name: &'static str,
    /// Short name within the store.
    pub slug: String,
    /// Whole rupiah.
    pub price: i64,
    /// Offered to shoppers.
    pub is_visible: bool,
}
