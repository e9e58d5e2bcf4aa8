//! Draws the checkout. A view reads signals and sends events; it decides
//! nothing and computes nothing that the flow could.

mod bundle_card;
mod cart;
mod closing;
mod details;
mod ending;
mod frame;
mod notice;
mod parts;
mod payment;
mod product_card;
mod products;
mod progress;
mod review;
mod store;

pub(crate) use frame::checkout;
