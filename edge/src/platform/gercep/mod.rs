//! Gercep, a second sales channel: it is given goods, sells them in a store of
//! its own, and says once when an order there is paid (platforms §3). It takes
//! no order of ours.
//!
//! Nothing it says is signed, so what it says is a hint. The shopper's phone
//! number has no member to be read into.

pub mod call;
mod paid;
mod product;

pub use call::{Batch, Verdict};
pub use paid::{Event, PaidItem, PaidOrder, Unreadable};
pub use product::{Product, Shown, UNCOUNTED};
