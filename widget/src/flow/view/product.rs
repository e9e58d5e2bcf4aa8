//! The product step as it is drawn.

use crate::flow::Item;

/// What the store sells, as far as loaded and searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductsView {
    /// The store's name.
    pub store: String,
    /// Whether another store can be picked.
    pub can_change_store: bool,
    /// Text of the search box.
    pub search: String,
    /// An answer to the search is awaited; the cards are those of the last answer.
    pub searching: bool,
    /// Bundles, before the products; left out while a search matches none.
    pub bundles: Vec<BundleCard>,
    /// Products in the store's order.
    pub products: Vec<ProductCard>,
    /// "Show more" is offered.
    pub has_more: bool,
    /// The next page is awaited.
    pub loading_more: bool,
    /// The search or the next page failed; "try again" sends
    /// [`MoreWanted`](crate::flow::Event::MoreWanted).
    pub more_failed: bool,
}

/// Why a thing cannot be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// Not one piece is left.
    SoldOut,
    /// It is shipped, and this checkout cannot ship yet.
    NeedsShipping,
}

/// A product with the variant that is picked on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductCard {
    /// The product's id; stable, good as a key.
    pub id: String,
    /// Shown to shoppers.
    pub name: String,
    /// Address of the picture: the picked variant's own, or the product's.
    pub image: Option<String>,
    /// What the variants differ in, `Ukuran / Warna`; may be empty.
    pub options: String,
    /// Empty when there is nothing to pick.
    pub variants: Vec<VariantChoice>,
    /// What "Add" sends: the picked variant.
    pub item: Item,
    /// Price of the picked variant.
    pub price: String,
    /// The picked variant cannot be added.
    pub unavailable: Option<Unavailable>,
    /// Pieces left, when they are few: "Sisa 3".
    pub few_left: Option<i64>,
    /// Pieces of the picked variant in the cart; a stepper replaces "Add" above zero.
    pub in_cart: u32,
    /// Most pieces of it that can be had.
    pub max: u32,
}

/// A variant to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VariantChoice {
    /// Goes into [`VariantChosen`](crate::flow::Event::VariantChosen).
    pub id: String,
    /// Shown to shoppers.
    pub name: String,
    /// Price of one piece.
    pub price: String,
    /// It is the picked one.
    pub chosen: bool,
    /// It cannot be added; it can still be picked, so that its price is seen.
    pub unavailable: Option<Unavailable>,
}

/// A set sold together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleCard {
    /// The bundle's id; stable, good as a key.
    pub id: String,
    /// Shown to shoppers.
    pub name: String,
    /// Address of the picture.
    pub image: Option<String>,
    /// What one set holds: pieces and name.
    pub contents: Vec<(i64, String)>,
    /// The prices it is sold for; at least one.
    pub options: Vec<PriceOptionChoice>,
    /// The set cannot be added.
    pub unavailable: Option<Unavailable>,
    /// Sets left, when they are few.
    pub few_left: Option<i64>,
    /// Most sets that can be had.
    pub max: u32,
}

/// One price of a bundle, with its own "Add".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceOptionChoice {
    /// What "Add" sends.
    pub item: Item,
    /// Shown to shoppers when there is more than one.
    pub name: String,
    /// Price of one set.
    pub price: String,
    /// Sets of it in the cart; a stepper replaces "Add" above zero.
    pub in_cart: u32,
}
