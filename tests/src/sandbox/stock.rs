//! What is left on the shelves.

use std::collections::BTreeMap;

use super::catalogue::Variant;

/// Variants whose stock is no longer what the catalogue said.
#[derive(Debug, Clone, Default)]
pub(super) struct Stock(BTreeMap<u64, Option<u32>>);

impl Stock {
    /// What is left of a variant; `None` when nobody counts.
    pub(super) fn left(&self, variant: &Variant) -> Option<u32> {
        self.0.get(&variant.id).copied().unwrap_or(variant.stock)
    }

    /// Sets what is left of a variant.
    pub(super) fn put(&mut self, variant: &Variant, left: Option<u32>) {
        self.0.insert(variant.id, left);
    }

    /// Takes so many pieces off the shelf.
    pub(super) fn take(&mut self, variant: &Variant, pieces: u32) {
        if let Some(left) = self.left(variant) {
            self.put(variant, Some(left.saturating_sub(pieces)));
        }
    }

    /// The same shelf with so many pieces put back.
    pub(super) fn with(&self, returned: impl Iterator<Item = (&'static Variant, u32)>) -> Self {
        let mut stock = self.clone();
        for (variant, pieces) in returned {
            let left = stock.left(variant).map(|left| left.saturating_add(pieces));
            stock.put(variant, left);
        }
        stock
    }
}
