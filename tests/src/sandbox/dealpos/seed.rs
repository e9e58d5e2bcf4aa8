//! What the till has at the start: everything with an SKU that the shops sell, at their prices.

use super::product::{TillProduct, TillVariant};
use crate::sandbox::catalogue::{Catalogue, Product, Store, Variant};
use crate::sandbox::identity;

/// Every product of the till.
pub(super) fn products() -> Vec<TillProduct> {
    let stores = Catalogue::get().stores.iter();
    stores.flat_map(|store| store.products.iter().filter_map(|product| made(store, product))).collect()
}

fn made(store: &Store, product: &Product) -> Option<TillProduct> {
    let code = product.variants.first()?.sku.as_deref()?.split('-').next()?.to_owned();
    let label = product.labels.first().copied().unwrap_or("lain-lain");
    Some(TillProduct {
        id: identity::uuid(&format!("till/{}/{}", store.key, product.slug)),
        category: format!("{}/{label}", store.name),
        name: product.name.into(),
        supplier_name: Some("CV Pemasok Rahasia".into()),
        brand_name: Some(store.name.into()),
        code,
        discontinued: false,
        description: product.about.into(),
        storage: "Rack1".into(),
        tags: product.labels.iter().map(ToString::to_string).collect(),
        variants: product.variants.iter().filter_map(|variant| variant_of(store, variant)).collect(),
        picture: product.picture.clone(),
    })
}

fn variant_of(store: &Store, variant: &Variant) -> Option<TillVariant> {
    let sku = variant.sku.clone()?;
    Some(TillVariant {
        id: identity::uuid(&format!("till/{}/{sku}", store.key)),
        model: variant.option_values.join(" "),
        code: sku,
        unit_cost: variant.price * 6 / 10 + 77,
        unit_price: variant.price,
        discount: 0,
        discontinued: !variant.is_checked,
        description: String::new(),
        weight: variant.weight,
        kind: "Standard".into(),
        outlet_prices: Vec::new(),
        components: Vec::new(),
    })
}
