//! The sandbox, asked over its port.

mod catalogue;
pub(super) mod client;
mod control;
mod districts;
mod doors;
mod faults;
mod lists;
mod orders;
mod pages;
mod parcels;
mod payments;
mod receiver;
mod shipping;
mod webhooks;
