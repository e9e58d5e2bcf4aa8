//! The five events. There is none for a variant that is gone: it is missing from the next
//! `product_updated`.

use serde_json::Value;

use super::product::{TillProduct, TillVariant};

/// Something DealPOS tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Event {
    ProductCreated,
    ProductUpdated,
    ProductDeleted,
    VariantCreated,
    VariantUpdated,
}

impl Event {
    /// `product_created`
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::ProductCreated => "product_created",
            Self::ProductUpdated => "product_updated",
            Self::ProductDeleted => "product_deleted",
            Self::VariantCreated => "variant_created",
            Self::VariantUpdated => "variant_updated",
        }
    }

    /// `product-created`: the last segment of its own address, for no body names its event.
    pub(super) fn segment(self) -> String {
        self.name().replace('_', "-")
    }
}

/// What is told when a product became another: every event whose body changed.
pub(super) fn between(before: Option<&TillProduct>, after: Option<&TillProduct>) -> Vec<(Event, Value)> {
    match (before, after) {
        (None, Some(after)) => {
            let variants =
                after.variants.iter().map(|variant| (Event::VariantCreated, after.variant_json(variant)));
            std::iter::once((Event::ProductCreated, after.json())).chain(variants).collect()
        }
        (Some(before), None) => vec![(Event::ProductDeleted, before.json())],
        (Some(before), Some(after)) => changed(before, after),
        (None, None) => Vec::new(),
    }
}

fn changed(before: &TillProduct, after: &TillProduct) -> Vec<(Event, Value)> {
    let product = (before.json() != after.json()).then(|| (Event::ProductUpdated, after.json()));
    let variants = after.variants.iter().filter_map(|variant| {
        let json = after.variant_json(variant);
        let known = before.variants.iter().find(|known: &&TillVariant| known.id == variant.id);
        match known.map(|known| before.variant_json(known)) {
            None => Some((Event::VariantCreated, json)),
            Some(known) if known != json => Some((Event::VariantUpdated, json)),
            Some(_) => None,
        }
    });
    product.into_iter().chain(variants).collect()
}
