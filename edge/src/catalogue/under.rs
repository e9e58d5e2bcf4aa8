//! A store under the till's word: joined by SKU, and by nothing else.

use std::collections::HashMap;

use shared::v3::{self, OrderRequest};
use shared::value::Rupiah;
use shared::wire::{Bundle, Product, Variant};

use super::Snapshot;
use crate::till::{Offer, Overlay};

/// What an order calls the sum by which the till is dearer than the platform.
const DEARER: &str = "Penyesuaian harga";

/// The SKU of every variant that has one, by `variant_…`.
pub(super) fn skus(products: &[v3::Product]) -> HashMap<String, String> {
    let variants = products.iter().flat_map(|product| &product.variants);
    let named =
        variants.filter_map(|variant| Some((variant.unique_id.clone()?, variant.sku.as_ref()?.trim())));
    named.filter(|(_, sku)| !sku.is_empty()).map(|(id, sku)| (id, sku.to_owned())).collect()
}

impl Snapshot {
    /// The store with what the till says: its prices, and nothing that it
    /// stopped. Of what the till does not know the platform's word stands.
    #[must_use]
    pub fn under(&self, till: &Overlay) -> Self {
        let mut store = self.clone();
        store.products =
            store.products.into_iter().filter_map(|product| self.product_under(product, till)).collect();
        store.bundles.retain(|bundle| self.is_whole(bundle, till));
        store.listed = self
            .products
            .iter()
            .flat_map(|product| &product.variants)
            .filter_map(|variant| {
                let price = self.price_under(variant, till)?;
                (price != variant.price).then(|| (variant.unique_id.clone(), variant.price))
            })
            .collect();
        store
    }

    /// The payload with which the platform, which knows its own prices alone,
    /// comes to what the shopper was shown. `None` when the amounts leave the
    /// range that JSON keeps exact.
    pub fn charged(&self, request: OrderRequest) -> Option<OrderRequest> {
        let mut difference = Rupiah::ZERO;
        for line in &request.ordervariants {
            let Some(listed) = self.listed.get(&line.variant_unique_id) else { continue };
            let each = self.price_of(&line.variant_unique_id)?.checked_sub(*listed)?;
            difference = difference.checked_add(each.checked_times(u32::try_from(line.quantity).ok()?)?)?;
        }
        let dearer = (difference > Rupiah::ZERO).then_some(difference);
        let cheaper = (difference < Rupiah::ZERO).then_some(Rupiah::ZERO.checked_sub(difference)?);
        Some(OrderRequest {
            product_discount: cheaper,
            other_income: dearer,
            other_income_name: dearer.map(|_| DEARER.to_owned()),
            ..request
        })
    }

    fn product_under(&self, product: Product, till: &Overlay) -> Option<Product> {
        let variants: Vec<Variant> = product
            .variants
            .iter()
            .filter(|variant| !self.is_stopped(&variant.unique_id, till))
            .map(|variant| Variant {
                price: self.price_under(variant, till).unwrap_or(variant.price),
                ..variant.clone()
            })
            .collect();
        (!variants.is_empty()).then_some(Product { variants, ..product })
    }

    /// A set is not sold without one of its things.
    fn is_whole(&self, bundle: &Bundle, till: &Overlay) -> bool {
        !bundle.lines.iter().any(|line| self.is_stopped(&line.variant_unique_id, till))
    }

    fn is_stopped(&self, variant: &str, till: &Overlay) -> bool {
        matches!(self.offer(variant, till), Some(Offer::Stopped { .. }))
    }

    fn price_under(&self, variant: &Variant, till: &Overlay) -> Option<Rupiah> {
        match self.offer(&variant.unique_id, till) {
            Some(Offer::ForSale { price }) => price,
            _ => None,
        }
    }

    fn offer(&self, variant: &str, till: &Overlay) -> Option<Offer> {
        till.of(self.skus.get(variant)?)
    }

    fn price_of(&self, unique_id: &str) -> Option<Rupiah> {
        let mut variants = self.products.iter().flat_map(|product| &product.variants);
        variants.find(|variant| variant.unique_id == unique_id).map(|variant| variant.price)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::catalogue::store::tests::listing;
    use crate::platform::dealpos::Event;
    use crate::platform::dealpos::EventName;
    use crate::till::Catalogue;

    fn store() -> Snapshot {
        let products = json!([{ "id": 1, "name": "Kaus", "variants": [
            { "id": 1, "unique_id": "variant_s", "sku": "KAUS-S", "price": 80_000, "option1_value": "S" },
            { "id": 2, "unique_id": "variant_m", "sku": " KAUS-M ", "price": 80_000, "option1_value": "M" },
            { "id": 3, "unique_id": "variant_x", "sku": "", "price": 90_000, "option1_value": "X" }] }]);
        let bundles = json!([{ "id": 1, "name": "Sepasang", "bundlelines": [
            { "quantity": 1, "variant": { "id": 2, "unique_id": "variant_m", "name": "M", "item_type": "physical" } }],
            "bundle_price_options": [{ "id": 1, "unique_id": "option_1", "price": 1 }] }]);
        let [products, bundles] = [products, bundles].map(|json| json.to_string());
        let (products, bundles) =
            (serde_json::from_str(&products).unwrap(), serde_json::from_str(&bundles).unwrap());
        Snapshot::new(listing(), Vec::new(), products, bundles)
    }

    fn till(variants: &serde_json::Value) -> Overlay {
        let mut catalogue = Catalogue::default();
        let body = json!({ "ID": "p", "Name": "Kaus", "Code": "KAUS", "Variants": variants }).to_string();
        catalogue.hear(Event::read(EventName::ProductUpdated, body.as_bytes()).unwrap(), 0);
        catalogue.overlay(None)
    }

    fn shown(store: &Snapshot) -> Vec<(&str, i64)> {
        let variants = store.products.iter().flat_map(|product| &product.variants);
        variants.map(|variant| (variant.unique_id.as_str(), variant.price.amount())).collect()
    }

    fn order(lines: &[(&str, i64)]) -> OrderRequest {
        let lines =
            lines.iter().map(|(id, quantity)| json!({ "variant_unique_id": id, "quantity": quantity }));
        let json = json!({ "store_unique_id": "s", "customer_name": "Siti", "ordervariants": lines.collect::<Vec<_>>() });
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn the_tills_prices_are_shown_and_what_it_stopped_is_not() {
        let word = till(
            &json!([{ "ID": "1", "Code": "KAUS-S", "UnitPrice": 70_000 }, { "ID": "2", "Code": "KAUS-M", "Discontinued": true },
            { "ID": "3", "Code": "", "UnitPrice": 1 }]),
        );
        let under = store().under(&word);
        assert_eq!(shown(&under), [("variant_s", 70_000), ("variant_x", 90_000)]);
        assert!(under.bundles.is_empty());
        assert_eq!(shown(&store().under(&Overlay::default())), shown(&store()));
        assert_eq!(store().under(&Overlay::default()).bundles.len(), 1);
    }

    #[test]
    fn the_platform_comes_to_what_was_shown() {
        let cheaper = store().under(&till(&json!([{ "ID": "1", "Code": "KAUS-S", "UnitPrice": 70_000 }])));
        let sent = cheaper.charged(order(&[("variant_s", 2), ("variant_x", 1)])).unwrap();
        assert_eq!((sent.product_discount, sent.other_income), (Some(Rupiah::new(20_000)), None));
        let dearer = store().under(&till(&json!([{ "ID": "1", "Code": "KAUS-S", "UnitPrice": 81_500 }])));
        let sent = dearer.charged(order(&[("variant_s", 3)])).unwrap();
        assert_eq!((sent.product_discount, sent.other_income), (None, Some(Rupiah::new(4_500))));
        assert_eq!(sent.other_income_name.as_deref(), Some(DEARER));
        let alike = order(&[("variant_x", 1)]);
        assert_eq!(dearer.charged(alike.clone()).unwrap(), alike);
    }
}
