//! Shipping searches. They take numeric ids only.

mod asked;
mod courier;
mod warehouse;

pub(super) use courier::{costs, search_courier_service};
pub(super) use warehouse::search_warehouse;
