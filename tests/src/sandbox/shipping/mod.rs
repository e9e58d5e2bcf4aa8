//! Where things are sent from, by whom, and for how much.

mod courier;
mod tariff;
mod warehouse;

pub use courier::{COURIERS, Courier, Service};
pub(super) use tariff::Quote;
pub use warehouse::Warehouse;
