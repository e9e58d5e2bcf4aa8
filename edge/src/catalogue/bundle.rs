//! A bundle as shoppers see it.

use shared::v3::{self, BundlePriceOption, BundledVariant, VariantSummary};
use shared::value::Rupiah;
use shared::wire::{Bundle, BundleLine, PriceOption};

use super::{name, pictures, product};

/// The bundle with the prices it can be had for, or nothing when none can be
/// ordered or nobody says what is in it. What its lines leave out is looked up
/// in the store's `products`.
pub(super) fn shown(bundle: v3::Bundle, products: &[v3::Product]) -> Option<Bundle> {
    let name = name([&bundle.public_name, &bundle.display, &bundle.name])?.to_owned();
    let options = bundle.bundle_price_options.into_iter();
    let price_options: Vec<_> = options.filter_map(|option| shown_option(option, &name)).collect();
    let lines = bundle.bundlelines.into_iter();
    let lines: Vec<_> = lines.map(|line| shown_line(line, products)).collect::<Option<_>>()?;
    (!price_options.is_empty() && !lines.is_empty()).then(|| Bundle {
        unique_id: format!("bundle_{}", bundle.id),
        name,
        images: pictures(bundle.images),
        available_qty: bundle.available_qty,
        weight_bump: bundle.weight_bump.unwrap_or(0).max(0),
        lines,
        price_options,
    })
}

fn shown_option(option: BundlePriceOption, bundle_name: &str) -> Option<PriceOption> {
    if option.is_visible == Some(false) {
        return None;
    }
    let name = option.name.filter(|name| !name.trim().is_empty());
    Some(PriceOption {
        unique_id: option.unique_id.filter(|id| !id.is_empty())?,
        name: name.unwrap_or_else(|| bundle_name.to_owned()),
        price: option.price.filter(|price| *price >= Rupiah::ZERO)?,
    })
}

fn shown_line(line: v3::BundleLine, products: &[v3::Product]) -> Option<BundleLine> {
    let variant = line.variant?;
    let whole = variant.unique_id.is_some() && variant.name.is_some() && variant.item_type.is_some();
    let listed = if whole { None } else { listed(&variant, products) };
    let (product, summary) = listed.unzip();
    let product_name = || name([&product?.public_name, &product?.display, &product?.name]).map(str::to_owned);
    Some(BundleLine {
        variant_unique_id: variant.unique_id.or_else(|| summary?.unique_id.clone())?,
        name: variant.name.or_else(product_name).unwrap_or_default(),
        quantity: line.quantity.unwrap_or(1),
        item_type: variant.item_type.or_else(|| Some(product::kind(product?, summary))).unwrap_or_default(),
        weight: variant.weight.or_else(|| summary?.weight),
    })
}

fn listed<'a>(
    variant: &BundledVariant,
    products: &'a [v3::Product],
) -> Option<(&'a v3::Product, &'a VariantSummary)> {
    let is_it = |summary: &&VariantSummary| {
        variant.id == Some(summary.id)
            || (variant.unique_id.is_some() && variant.unique_id == summary.unique_id)
    };
    products.iter().find_map(|product| Some((product, product.variants.iter().find(is_it)?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::v3::ItemType;

    fn bundle(json: &str, products: &str) -> Option<Bundle> {
        shown(serde_json::from_str(json).unwrap(), &serde_json::from_str::<Vec<_>>(products).unwrap())
    }

    const OPTION: &str = r#""bundle_price_options":[{"id":1,"unique_id":"bpo_1","price":229000}]"#;

    #[test]
    fn hidden_and_idless_prices_are_not_shown() {
        let line = r#"{"variant":{"unique_id":"variant_7","name":"Ebook","item_type":"digital"}}"#;
        let with = |option: &str| {
            let members = format!(r#""bundlelines":[{line}],"bundle_price_options":[{option}]"#);
            bundle(&format!(r#"{{"id":3,"name":"Paket",{members}}}"#), "[]")
        };
        let shown = with(r#"{"id":1,"unique_id":"bpo_1","price":229000,"is_visible":true}"#).unwrap();
        assert_eq!(shown.price_options.first().map(|option| option.name.as_str()), Some("Paket"));
        assert!(with(r#"{"id":1,"unique_id":"bpo_1","price":1,"is_visible":false}"#).is_none());
        assert!(with(r#"{"id":1,"price":1}"#).is_none());
        assert!(with(r#"{"id":1,"unique_id":"bpo_1"}"#).is_none());
    }

    #[test]
    fn what_a_line_leaves_out_is_looked_up() {
        let products = r#"[{"id":1,"name":"Ebook","item_type":"digital","variants":[{"id":7,"unique_id":"variant_7","weight":0}]}]"#;
        let shown = bundle(
            &format!(r#"{{"id":3,"display":"Paket",{OPTION},"bundlelines":[{{"variant":{{"id":7}}}}]}}"#),
            products,
        );
        let line = shown.unwrap().lines.remove(0);
        assert_eq!((line.variant_unique_id.as_str(), line.name.as_str()), ("variant_7", "Ebook"));
        assert_eq!((line.item_type, line.quantity, line.weight), (ItemType::Digital, 1, Some(0)));
    }

    /// It could be anything, also something that needs an address.
    #[test]
    fn a_bundle_of_nothing_is_not_shown() {
        assert_eq!(bundle(&format!(r#"{{"id":3,"name":"Paket",{OPTION}}}"#), "[]"), None);
    }

    /// Leaving such a line out would turn a parcel into a download.
    #[test]
    fn a_bundle_with_an_unknown_thing_in_it_is_not_shown() {
        let json = format!(
            r#"{{"id":3,"name":"Paket",{OPTION},"bundlelines":[{{"quantity":1,"variant":{{"id":8}}}}]}}"#
        );
        assert_eq!(bundle(&json, "[]"), None);
    }
}
