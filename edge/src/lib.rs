//! The Cloudflare Worker that holds the seller's keys: it shows the catalogue,
//! places orders and never lets a secret or a stranger's data out.
//!
//! # Where to start
//!
//! * [`api`]: what a request asks for and what it is answered.
//! * [`catalogue`]: a store's goods, how long they are believed, how they are searched.
//! * [`orders`]: one intent of a shopper, one order of the platform.
//! * [`page`]: an order's own page, for whoever has its link.
//! * [`shipping`]: districts, couriers' prices, and our signature under them.
//! * [`gate`]: what all isolates agree on about one platform.
//! * [`webhook`]: what the platform tells by itself, once its signature is checked.
//! * [`outbox`]: what the seller's own systems are told.
//! * [`till`]: the seller's goods as the point of sale knows them.
//! * [`channel`]: the other sales channel, which is given those goods.
//! * [`platform`]: the commerce platforms, as pure translators.
//! * `worker`: the runtime, present only where it exists. It carries out what
//!   the other modules decide and decides nothing about commerce itself.
//!
//! Time, randomness and configuration are arguments everywhere else.

#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::unreachable
    )
)]

pub mod config;

pub mod api;

pub mod catalogue;

pub mod orders;

pub mod shipping;

pub mod page;

pub mod seal;

pub mod outbox;

pub mod gate;

pub mod webhook;

pub mod intent;

pub mod platform;

pub mod till;

pub mod channel;

pub mod address;

pub mod timestamp;

pub mod log;

#[cfg(feature = "openapi")]
pub mod openapi;

#[cfg(target_arch = "wasm32")]
mod worker;
