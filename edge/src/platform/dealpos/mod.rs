//! DealPOS, a point of sale: what it tells of a seller's goods (platforms §4).
//! It never takes an order.
//!
//! Its documentation contradicts itself, so everything here reads generously:
//! numbers as text, `null` for nothing, members that newer versions spell
//! otherwise. What a shop keeps to itself, costs and suppliers, has no member
//! to be read into.

pub mod call;
mod event;
mod product;
mod variant;

pub use event::{Event, EventName, Unreadable};
pub use product::{Product, ProductVariant};
pub use variant::{OutletPrice, Variant};
