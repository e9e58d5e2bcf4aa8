//! A product as shoppers see it.

use std::mem::take;

use shared::v3::{self, ItemType, VariantSummary};
use shared::value::Rupiah;
use shared::wire::{Product, Variant};

use super::{name, pictures};

type OptionValue = fn(&VariantSummary) -> Option<&str>;
type OptionName = fn(&v3::Product) -> Option<&str>;

/// The platform has three options at most, each in members of its own.
const OPTIONS: [(OptionName, OptionValue); 3] = [
    (|p| text(p.option1_name.as_deref()), |v| text(v.option1_value.as_deref())),
    (|p| text(p.option2_name.as_deref()), |v| text(v.option2_value.as_deref())),
    (|p| text(p.option3_name.as_deref()), |v| text(v.option3_value.as_deref())),
];

/// The product with what can be ordered of it, or nothing when it is hidden,
/// nameless or has nothing to order.
pub(super) fn shown(mut product: v3::Product) -> Option<Product> {
    if product.is_visible == Some(false) {
        return None;
    }
    let name = name([&product.public_name, &product.display, &product.name])?.to_owned();
    let mut sold = take(&mut product.variants);
    sold.retain(is_sold);
    let options: Vec<_> =
        OPTIONS.iter().filter(|(_, value)| sold.iter().any(|v| value(v).is_some())).collect();
    let item_type = product.item_type.clone().unwrap_or_else(|| kind(&product, sold.first()));
    let alone = sold.len() == 1;
    let variants: Vec<_> = sold
        .into_iter()
        .filter_map(|variant| {
            let values = options.iter().map(|(_, value)| value(&variant).unwrap_or_default().to_owned());
            let values = values.collect();
            shown_variant(&product, variant, values, &name, alone)
        })
        .collect();
    (!variants.is_empty()).then(|| Product {
        unique_id: format!("product_{}", product.id),
        options: options.iter().map(|(name, _)| name(&product).unwrap_or_default().to_owned()).collect(),
        images: pictures(product.images),
        name,
        item_type,
        variants,
    })
}

fn is_sold(variant: &VariantSummary) -> bool {
    variant.is_checked != Some(false)
        && variant.price.is_some_and(|price| price >= Rupiah::ZERO)
        && text(variant.unique_id.as_deref()).is_some()
}

fn shown_variant(
    product: &v3::Product,
    variant: VariantSummary,
    options: Vec<String>,
    product_name: &str,
    alone: bool,
) -> Option<Variant> {
    Some(Variant {
        name: variant_name(&options, &variant, product_name, alone),
        item_type: kind(product, Some(&variant)),
        unique_id: variant.unique_id?,
        price: variant.price?,
        wholesale_prices: variant.wholesale_prices,
        weight: variant.weight.filter(|grams| *grams >= 0),
        available_qty: variant.available_qty,
        images: pictures(variant.images),
        options,
    })
}

/// The option values; without them the full name tells several apart, and one
/// alone has its product's name.
fn variant_name(options: &[String], variant: &VariantSummary, product_name: &str, alone: bool) -> String {
    let values: Vec<&str> = options.iter().map(String::as_str).filter(|value| !value.is_empty()).collect();
    match text(variant.fullname.as_deref()) {
        _ if !values.is_empty() => values.join(" / "),
        Some(full) if !alone => full.to_owned(),
        _ => product_name.to_owned(),
    }
}

/// The variant's own type stands before its product's.
pub(super) fn kind(product: &v3::Product, variant: Option<&VariantSummary>) -> ItemType {
    let own = variant.and_then(|variant| variant.item_type.clone());
    own.or_else(|| product.item_type.clone()).unwrap_or_default()
}

fn text(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn product(json: &str) -> Option<Product> {
        shown(serde_json::from_str(json).unwrap())
    }

    #[test]
    fn names_options_and_types_are_put_in_order() {
        let product = product(
            r#"{"id":9001,"name":"a","display":"b","public_name":"Kopi Arabika","is_visible":true,"option1_name":"Giling",
            "images":["https://cdn.example/k.webp","http://cdn.example/k.webp","javascript:x"],"item_type":"physical",
            "variants":[{"id":1,"unique_id":"variant_1","fullname":"Kopi - Halus","price":85000,"weight":220,"option1_value":"Halus","is_checked":true},
                        {"id":2,"unique_id":"variant_2","price":"90000.00","item_type":"digital","available_qty":0}]}"#,
        )
        .unwrap();
        assert_eq!(
            (product.name.as_str(), product.options.as_slice()),
            ("Kopi Arabika", ["Giling".to_owned()].as_slice())
        );
        assert_eq!(product.images, ["https://cdn.example/k.webp"]);
        let [first, second] = product.variants.as_slice() else { panic!("two variants") };
        assert_eq!((first.name.as_str(), &first.item_type), ("Halus", &ItemType::Physical));
        assert_eq!(
            (second.name.as_str(), &second.item_type, second.weight),
            ("Kopi Arabika", &ItemType::Digital, None)
        );
        assert_eq!(second.options, [""]);
    }

    #[test]
    fn what_cannot_be_ordered_is_not_shown() {
        let with = |member: &str| {
            product(&format!(
                r#"{{"id":1,"name":"X","item_type":"digital","variants":[{{"id":1,{member}}}]}}"#
            ))
        };
        assert!(with(r#""unique_id":"variant_1","price":1"#).is_some());
        assert!(with(r#""unique_id":"variant_1","price":1,"is_checked":false"#).is_none());
        assert!(with(r#""unique_id":"variant_1""#).is_none());
        assert!(with(r#""unique_id":"variant_1","price":-1"#).is_none());
        assert!(with(r#""price":1"#).is_none());
        assert!(
            product(
                r#"{"id":1,"name":"X","is_visible":false,"variants":[{"id":1,"unique_id":"v","price":1}]}"#
            )
            .is_none()
        );
        assert!(product(r#"{"id":1,"variants":[{"id":1,"unique_id":"v","price":1}]}"#).is_none());
        assert!(product(r#"{"id":1,"name":"X","variants":null}"#).is_none());
    }

    #[test]
    fn full_names_tell_variants_without_options_apart() {
        let product = product(
            r#"{"id":1,"name":"Ebook","variants":[{"id":1,"unique_id":"a","price":1,"fullname":"Permanen"},{"id":2,"unique_id":"b","price":1,"fullname":"Setahun"}]}"#,
        );
        let names: Vec<_> = product.unwrap().variants.into_iter().map(|variant| variant.name).collect();
        assert_eq!(names, ["Permanen", "Setahun"]);
    }
}
