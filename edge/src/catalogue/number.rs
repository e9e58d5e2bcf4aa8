//! Variants have two names: orders use one, shipping searches the other.

use std::collections::HashMap;

use shared::v3::{Bundle, Product};

/// The number of every variant of a store, by its `variant_…`.
pub(super) fn of(products: &[Product], bundles: &[Bundle]) -> HashMap<String, i64> {
    let sold = products.iter().flat_map(|product| &product.variants);
    let sold = sold.filter_map(|variant| Some((variant.unique_id.clone()?, variant.id)));
    let inside =
        bundles.iter().flat_map(|bundle| &bundle.bundlelines).filter_map(|line| line.variant.as_ref());
    let inside = inside.filter_map(|variant| Some((variant.unique_id.clone()?, variant.id?)));
    inside.chain(sold).collect()
}
