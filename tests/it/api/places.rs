//! The worlds of this suite. Trials that only look, and orders that are told apart by their
//! shopper, share one.

use std::sync::Arc;

use anyhow::Result;
use tumbas_tests::sandbox::{CHECKOUT_KEY, Limits, STOREFRONT_KEY};
use tumbas_tests::stage::World;

use super::cart::store;
use crate::worlds;

/// Storefronts that the Worker of [`window`] knows.
pub(super) const STOREFRONTS: &str = "https://toko.example,https://kasir.toko.example:8443";

/// Where goods are looked at and orders are refused: nothing is ever placed here.
pub(super) fn window() -> Result<Arc<World>> {
    place("window", &[("ALLOWED_ORIGINS", STOREFRONTS)])
}

/// Where orders are placed, with a key that may do no more than a checkout needs (scalev-v3 §1.3).
pub(super) fn till() -> Result<Arc<World>> {
    place("till", &[("SCALEV_API_KEY", CHECKOUT_KEY), ("CATALOGUE_FRESH_SECONDS", "1")])
}

/// Where parcels leave, with a key that may do no more than a checkout needs.
pub(super) fn harbour() -> Result<Arc<World>> {
    port("harbour", &[("SCALEV_API_KEY", CHECKOUT_KEY)])
}

/// A world from which parcels leave as long as anybody likes.
pub(super) fn port(name: &'static str, vars: &[(&'static str, &'static str)]) -> Result<Arc<World>> {
    worlds::shared_with(name, vars, |world| {
        world.sandbox.put_limits(Limits::NONE);
        ["batik", "kopi"].iter().flat_map(|key| store(key).variants()).for_each(|(_, variant)| {
            world.sandbox.put_stock(variant, None);
        });
    })
}

/// Where the seller gave a storefront key too. One trial at a time changes its settings.
pub(super) fn showroom() -> Result<Arc<World>> {
    place("showroom", &[("SCALEV_STOREFRONT_KEY", STOREFRONT_KEY), ("CATALOGUE_FRESH_SECONDS", "1")])
}

/// Where the platform fails while an order is placed. One trial at a time.
pub(super) fn storm() -> Result<Arc<World>> {
    place("storm", &[])
}

/// Where the platform is slow.
pub(super) fn late() -> Result<Arc<World>> {
    place("late", &[])
}

/// Where copies of the catalogue are fresh for a second. Every trial has a store to itself.
pub(super) fn clock() -> Result<Arc<World>> {
    place("clock", &[("CATALOGUE_FRESH_SECONDS", "1")])
}

/// A world of one's own.
pub(super) fn place(name: &'static str, vars: &[(&'static str, &'static str)]) -> Result<Arc<World>> {
    worlds::shared_with(name, vars, |world| world.sandbox.put_limits(Limits::NONE))
}
