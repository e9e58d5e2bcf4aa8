//! What a listing may leave out and a detail route says: the contract states
//! neither a variant's kind nor a bundle's content for the listings
//! (scalev-v3 §2.3, §2.4).

use shared::v3::{Bundle, FullVariant, Product};

/// Most things of a store that are asked for one by one.
const ASKED_MAX: usize = 60;

/// Numbers of the variants whose kind the listing does not say.
pub fn kindless(products: &[Product]) -> Vec<i64> {
    let unknown = products.iter().filter(|product| product.item_type.is_none());
    let variants =
        unknown.flat_map(|product| &product.variants).filter(|variant| variant.item_type.is_none());
    variants.map(|variant| variant.id).take(ASKED_MAX).collect()
}

/// Puts in what the detail route says of the variant of this number.
pub fn describe(products: &mut [Product], id: i64, full: FullVariant) {
    let mut variants = products.iter_mut().flat_map(|product| &mut product.variants);
    if let Some(variant) = variants.find(|variant| variant.id == id) {
        variant.item_type = variant.item_type.take().or(full.item_type);
        variant.weight = variant.weight.or(full.weight);
    }
}

/// Numbers of the bundles whose content the listing does not say.
pub fn contentless(bundles: &[Bundle]) -> Vec<i64> {
    let unknown = bundles.iter().filter(|bundle| bundle.bundlelines.is_empty());
    unknown.map(|bundle| bundle.id).take(ASKED_MAX).collect()
}

/// Puts in what the detail route says is in a bundle.
pub fn unpack(bundles: &mut [Bundle], full: Bundle) {
    if let Some(bundle) = bundles.iter_mut().find(|bundle| bundle.id == full.id) {
        bundle.bundlelines = full.bundlelines;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::v3::ItemType;

    #[test]
    fn only_what_no_listing_says_is_asked() {
        let mut products: Vec<Product> = serde_json::from_str(
            r#"[{"id":1,"item_type":"digital","variants":[{"id":10}]},
                {"id":2,"variants":[{"id":20,"item_type":"course"},{"id":21}]}]"#,
        )
        .unwrap();
        assert_eq!(kindless(&products), [21]);
        let full = serde_json::from_str(r#"{"item_type":"license","weight":3}"#).unwrap();
        describe(&mut products, 21, full);
        assert_eq!(kindless(&products), Vec::<i64>::new());
        let variant = products.iter().flat_map(|product| &product.variants).find(|variant| variant.id == 21);
        assert_eq!(
            variant.map(|v| (v.item_type.clone(), v.weight)),
            Some((Some(ItemType::License), Some(3)))
        );
    }

    #[test]
    fn a_bundle_is_unpacked_once() {
        let mut bundles: Vec<Bundle> =
            serde_json::from_str(r#"[{"id":1},{"id":2,"bundlelines":[{"quantity":1}]}]"#).unwrap();
        assert_eq!(contentless(&bundles), [1]);
        unpack(&mut bundles, serde_json::from_str(r#"{"id":1,"bundlelines":[{"quantity":2}]}"#).unwrap());
        assert_eq!(contentless(&bundles), Vec::<i64>::new());
    }

    #[test]
    fn a_huge_store_is_not_asked_for_ever() {
        let bundles: Vec<Bundle> =
            (0..500).map(|id| serde_json::from_value(serde_json::json!({ "id": id })).unwrap()).collect();
        assert_eq!(contentless(&bundles).len(), ASKED_MAX);
    }
}
