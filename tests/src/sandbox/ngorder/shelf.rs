//! What is left, by variation and warehouse.

use std::collections::BTreeMap;

use super::goods;
use super::order::Line;
use super::place::WAREHOUSES;
use crate::sandbox::catalogue::{Product, Variant};

/// Shelves that are no longer as they were at the start.
#[derive(Debug, Clone, Default)]
pub(super) struct Shelf(BTreeMap<(u64, u64), u32>);

impl Shelf {
    /// Pieces of a variation in a warehouse.
    pub(super) fn left(&self, product: &Product, variant: &Variant, warehouse: u64) -> u32 {
        let key = (goods::variation_id(variant), warehouse);
        self.0.get(&key).copied().unwrap_or_else(|| goods::pieces(product, variant, warehouse))
    }

    /// Pieces of a variation in all warehouses.
    pub(super) fn total(&self, product: &Product, variant: &Variant) -> u32 {
        WAREHOUSES.iter().map(|warehouse| self.left(product, variant, warehouse.id)).sum()
    }

    /// Sets what is left.
    pub(super) fn put(&mut self, variation: u64, warehouse: u64, pieces: u32) {
        self.0.insert((variation, warehouse), pieces);
    }

    /// Takes the pieces of a line away.
    pub(super) fn take(&mut self, line: &Line) {
        self.change(line, u32::saturating_sub);
    }

    /// Puts the pieces of a line back.
    pub(super) fn put_back(&mut self, line: &Line) {
        self.change(line, u32::saturating_add);
    }

    fn change(&mut self, line: &Line, change: impl Fn(u32, u32) -> u32) {
        let Some((product, variant)) = goods::variation(line.variation) else { return };
        if goods::kind(product) == goods::Kind::Own {
            let left = self.left(product, variant, line.warehouse);
            self.put(line.variation, line.warehouse, change(left, line.quantity));
        }
    }
}
