//! The seller's goods as the till knows them: one catalogue, whatever came
//! in whatever order, and what of it matters to others.
//!
//! The till's events carry no time and no order (platforms §4.1), so two of
//! them may contradict each other and neither says which is newer. Hence an
//! event is believed at once and *asked about* after that: what the till
//! answers to a question is the truth of that moment. Without leave to ask,
//! the last one that came is believed.

mod ask;
mod budget;
mod catalogue;
mod goods;
mod hear;
mod offer;
mod stock;
#[cfg(test)]
mod tests;
mod truth;

pub use ask::{Ask, Report, Said, Stopped};
pub use budget::{Budget, Rate};
pub use catalogue::{Catalogue, Change};
pub use goods::{Facts, Item, Percent, Product};
pub use offer::{Offer, Overlay, Reason};
pub use truth::{Question, Truth};
