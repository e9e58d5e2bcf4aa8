//! Bundles and their price options, as the platform writes them (scalev-v3 §2.4).

use serde_json::{Value, json};

use super::Shelf;
use crate::sandbox::catalogue::{Bundle, BundleLine, PriceOption, Store};

impl Shelf<'_> {
    /// `StoreBundle`
    pub(in crate::sandbox) fn bundle(&self, store: &Store, bundle: &Bundle) -> Value {
        let lines = bundle.lines.iter().filter_map(|line| self.bundle_line(store, line));
        let options = bundle.price_options.iter().map(PriceOption::json);
        json!({
            "id": bundle.id,
            "name": bundle.name,
            "display": bundle.name,
            "public_name": bundle.name,
            "custom_id": null,
            "images": [self.image(&bundle.picture)],
            "available_qty": self.bundles_left(store, bundle),
            "weight_bump": bundle.weight_bump,
            "is_bundle_sharing": false,
            "bundlelines": lines.collect::<Vec<_>>(),
            "bundle_price_options": options.collect::<Vec<_>>(),
        })
    }

    fn bundle_line(&self, store: &Store, line: &BundleLine) -> Option<Value> {
        let (product, variant) = store.variant_by_id(line.variant_id)?;
        let subtotal = variant.price * i64::from(line.quantity);
        Some(json!({
            "id": line.id,
            "quantity": line.quantity,
            "subtotal": format!("{subtotal}.00"),
            "variant": {
                "id": variant.id,
                "unique_id": variant.unique_id,
                "name": variant.fullname,
                "weight": variant.weight,
                "price": variant.price,
                "item_type": product.item_type,
                "images": [self.image(&variant.picture)],
            },
        }))
    }

    /// As many bundles as the scarcest variant allows; `None` when nobody counts any.
    fn bundles_left(&self, store: &Store, bundle: &Bundle) -> Option<u32> {
        let counted = bundle.lines.iter().filter_map(|line| {
            let (_, variant) = store.variant_by_id(line.variant_id)?;
            Some(self.stock.left(variant)? / line.quantity)
        });
        counted.min()
    }
}

impl PriceOption {
    /// `StoreBundlePriceOption`
    pub(in crate::sandbox) fn json(&self) -> Value {
        json!({
            "id": self.id,
            "unique_id": self.unique_id,
            "name": self.name,
            "slug": self.slug,
            "price": self.price,
            "price_bt": self.price,
            "is_visible": self.is_visible,
            "is_owned_by_store": true,
        })
    }
}
