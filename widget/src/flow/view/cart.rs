//! The cart as it is drawn: from the products to the review.

use shared::checkout::{Problem, ProblemCode};
use shared::value::Rupiah;

use super::ShippingHint;
use crate::each::each;
use crate::flow::cart::Line;
use crate::flow::thing::Thing;
use crate::flow::way::owner;
use crate::flow::{Flow, Item, Step};

/// The cart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CartView {
    /// The lines, in the order they came.
    pub lines: Vec<LineView>,
    /// Pieces in all.
    pub pieces: u32,
    /// What is known of the courier's price.
    pub shipping: ShippingHint,
    /// What is paid, as far as it is known: with the courier once one is picked.
    pub total: String,
    /// Whether the shopper can go on with it.
    pub can_continue: bool,
    /// A sentence above the cart.
    pub notice: Option<CartNotice>,
}

/// Something the shopper should know about the cart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CartNotice {
    /// What the page or the last visit asked for is not sold here, or sold out.
    ItemsGone,
    /// The store refused lines of the order; they are marked.
    LinesRefused,
    /// Prices changed since they were shown.
    PriceChanged,
    /// "Continue" was pressed with nothing in it.
    Empty,
    /// Another tab changed it.
    OtherTab,
    /// Lines are not as they were, or as was asked for.
    Repaired(Vec<Repair>),
}

/// A line that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What was done to it.
    pub what: Repaired,
    /// The thing, with its variant.
    pub name: String,
    /// Pieces, or the price in rupiah, as it was.
    pub old: i64,
    /// As it is now.
    pub new: i64,
}

/// What was done to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repaired {
    /// It is not sold any more, and was taken out.
    Gone,
    /// It is sold out, and was taken out.
    SoldOut,
    /// There are fewer pieces.
    Fewer,
    /// It has another price.
    Price,
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

impl Flow {
    /// The cart; `None` before the store is loaded.
    pub fn cart_view(&self) -> Option<CartView> {
        self.catalogue.as_ref()?;
        let problems = self.problems_later();
        let mut index = 0;
        Some(CartView {
            lines: each(&self.cart.lines, |line| {
                index += 1;
                self.line_view(index - 1, line, &problems)
            }),
            pieces: self.cart.lines.iter().fold(0, |sum, line| line.quantity.saturating_add(sum)),
            shipping: self.shipping_hint(),
            total: self.total().text(),
            can_continue: !self.cart.lines.is_empty()
                && !problems.iter().any(|problem| owner(&problem.field) == Step::Products),
            notice: self.cart.notice.clone(),
        })
    }

    fn line_view(&self, index: usize, line: &Line, problems: &[Problem]) -> LineView {
        let problem = problems.iter().find(|problem| self.cart.index_of(&problem.field) == Some(index));
        let problem = problem.map(|problem| problem.code.clone());
        let thing = self.catalogue.as_ref().and_then(|catalogue| catalogue.thing(&line.item));
        let price = thing.as_ref().map_or(Rupiah::ZERO, |thing| thing.price_of(line.quantity));
        LineView {
            item: line.item.clone(),
            name: thing.as_ref().map_or("", |thing| thing.name).to_owned(),
            detail: thing.as_ref().map_or("", |thing| thing.detail).to_owned(),
            image: thing.as_ref().and_then(|thing| thing.image).map(str::to_owned),
            quantity: line.quantity,
            max: thing.as_ref().map_or(0, Thing::max),
            price: price.text(),
            sum: price.checked_times(line.quantity).unwrap_or(Rupiah::ZERO).text(),
            problem,
            few_left: thing.and_then(|thing| thing.few_left(line.quantity)),
        }
    }
}
