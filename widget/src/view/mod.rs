//! Draws the checkout. A view says what stands on the page for what the flow shows now, every time all of it; it
//! decides nothing and computes nothing that the flow could.

mod address;
mod arrival;
mod bundle_card;
mod cart;
mod closing;
mod cod;
mod courier;
mod couriers;
mod delivery;
mod details;
mod district;
mod ending;
mod frame;
pub(crate) mod later;
mod matrix;
mod notice;
mod parts;
mod paste;
mod payment;
mod product_card;
mod products;
mod progress;
mod rescue;
mod review;
mod store;

pub(crate) use frame::checkout;
pub(crate) use notice::Order;
