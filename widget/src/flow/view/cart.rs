//! The cart as it is drawn: from the products to the review.

use shared::checkout::ProblemCode;

use crate::flow::Item;

/// The cart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CartView {
    /// The lines, in the order they came.
    pub lines: Vec<LineView>,
    /// Pieces in all.
    pub pieces: u32,
    /// What the lines cost.
    pub total: String,
    /// Whether the shopper can go on with it.
    pub can_continue: bool,
    /// A sentence above the cart.
    pub notice: Option<CartNotice>,
}

/// Something the shopper should know about the cart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CartNotice {
    /// What the page or the last visit asked for is not sold here, or sold out.
    ItemsGone,
    /// The store refused lines of the order; they are marked.
    LinesRefused,
    /// Prices changed since they were shown.
    PriceChanged,
    /// "Continue" was pressed with nothing in it.
    Empty,
}

/// One line of the cart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineView {
    /// Names the line in events.
    pub item: Item,
    /// The product's or the bundle's name.
    pub name: String,
    /// The variant or the price option; empty when there is only one.
    pub detail: String,
    /// Address of the picture.
    pub image: Option<String>,
    /// Pieces.
    pub quantity: u32,
    /// Most pieces that can be had.
    pub max: u32,
    /// Price of one.
    pub price: String,
    /// Price of all of them.
    pub sum: String,
    /// What is wrong with it.
    pub problem: Option<ProblemCode>,
    /// Pieces left, when they are few.
    pub few_left: Option<i64>,
}
