//! What changed in shipping since the start: the knobs for tests.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// What is different about shipping from now on; nothing at first. Orders already
/// made keep what they were made with.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Logistics {
    /// Rupiah on top of every courier's price; below zero takes off.
    pub surcharge: f64,
    /// Rupiah on top of one courier's prices, by its code: `jne`.
    pub surcharges: BTreeMap<String, f64>,
    /// Couriers that come no more, by code.
    pub gone_couriers: BTreeSet<String>,
    /// The courier search finds nothing, whatever is asked.
    pub no_couriers: bool,
    /// No courier takes cash at the door.
    pub no_cod: bool,
    /// Warehouses that send nothing any more, by their numeric id. The courier
    /// search still knows them, as it does on the platform.
    pub closed_warehouses: BTreeSet<u64>,
    /// The warehouse search finds nothing, whatever is asked.
    pub no_warehouses: bool,
}

impl Logistics {
    /// Rupiah on top of this courier's price.
    pub(in crate::sandbox) fn surcharge_of(&self, courier: &str) -> f64 {
        self.surcharge + self.surcharges.get(courier).copied().unwrap_or_default()
    }

    /// The courier still comes.
    pub(in crate::sandbox) fn has_courier(&self, courier: &str) -> bool {
        !self.no_couriers && !self.gone_couriers.contains(courier)
    }

    /// The warehouse still sends.
    pub(in crate::sandbox) fn has_warehouse(&self, id: u64) -> bool {
        !self.no_warehouses && !self.closed_warehouses.contains(&id)
    }
}
