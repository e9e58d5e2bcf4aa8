//! The events are the vendor's examples, value for value.

use serde_json::Value;

use super::ear::Ear;
use crate::sandbox::dealpos::{Component, OutletPrice, TillProduct, TillVariant};
use crate::sandbox::ngorder::tests::fixture::fixture;
use crate::sandbox::tests::client::sandbox;

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The product of an example of a product event.
fn product(example: &Value) -> TillProduct {
    let variant = |row: &Value| TillVariant {
        id: text(&row["ID"]),
        model: text(&row["Model"]),
        code: text(&row["Code"]),
        unit_cost: row["UnitCost"].as_i64().expect("rupiah"),
        unit_price: row["UnitPrice"].as_i64().expect("rupiah"),
        discount: u32::try_from(row["Discount"].as_u64().expect("percent")).expect("percent"),
        discontinued: row["Discontinued"] == true,
        description: text(&row["Description"]),
        weight: 0,
        kind: "Standard".into(),
        outlet_prices: Vec::new(),
        components: Vec::new(),
    };
    TillProduct {
        id: text(&example["ID"]),
        category: text(&example["Category"]),
        name: text(&example["Name"]),
        supplier_name: example["SupplierName"].as_str().map(str::to_owned),
        brand_name: example["BrandName"].as_str().map(str::to_owned),
        code: text(&example["Code"]),
        discontinued: example["Discontinued"] == true,
        description: text(&example["Description"]),
        storage: text(&example["Storage"]),
        tags: example["Tags"].as_array().expect("tags").iter().map(text).collect(),
        variants: example["Variants"].as_array().expect("variants").iter().map(variant).collect(),
        picture: String::new(),
    }
}

/// Tupperware in one size, as in the examples of the variant events.
fn tupperware(example: &Value) -> TillProduct {
    let mut product = product(&fixture("dealpos", "product_created"));
    product.name = text(&example["Product"]);
    product.category = text(&example["Category"]);
    product.code = "TPW".into();
    product.variants.truncate(1);
    product.variants[0] = TillVariant {
        id: text(&example["ID"]),
        model: text(&example["Variant"]),
        code: text(&example["Code"]),
        unit_cost: 125_000,
        unit_price: 250_000,
        ..product.variants[0].clone()
    };
    product
}

#[test]
fn a_products_events_are_the_examples() {
    let sandbox = sandbox();
    let ear = Ear::answering(&[200]);
    sandbox.till().connect(&ear.url);
    let [created, updated, deleted] =
        ["product_created", "product_updated", "product_deleted"].map(|name| fixture("dealpos", name));
    sandbox.till().create(product(&created));
    let told = ear.next_sorted(4);
    assert_eq!((told[0].path.as_str(), &told[0].body), ("/hooks/product-created", &created));
    assert!(told[1..].iter().all(|call| call.path == "/hooks/variant-created"));
    assert!(sandbox.till().edit("8008", |kept| *kept = product(&updated)));
    let told = ear.next();
    assert_eq!((told.path.as_str(), &told.body), ("/hooks/product-updated", &updated));
    assert!(sandbox.till().edit("8008", |kept| *kept = product(&deleted)));
    ear.next();
    assert!(sandbox.till().delete("8008"));
    let told = ear.next();
    assert_eq!((told.path.as_str(), &told.body), ("/hooks/product-deleted", &deleted));
}

#[test]
fn a_variants_events_are_the_examples() {
    let sandbox = sandbox();
    let ear = Ear::answering(&[200]);
    sandbox.till().connect(&ear.url);
    let created = fixture("dealpos", "variant_created");
    sandbox.till().create(tupperware(&created));
    assert_eq!(ear.next_sorted(2)[1].body, created);
    let filled = fixture("dealpos", "synthetic/variant_updated.filled");
    sandbox.till().edit_variant("TPW-XL", |variant| {
        let part = Component { name: "Tupperware lid".into(), code: "TPW-LID".into(), quantity: 1 };
        variant.components = vec![part];
        variant.outlet_prices = vec![OutletPrice { outlet: "Outlet1".into(), price: 245_000 }];
    });
    let told = ear.next();
    assert_eq!((told.path.as_str(), &told.body), ("/hooks/variant-updated", &filled));
    sandbox.till().edit_variant("TPW-XL", |variant| {
        variant.components.clear();
        variant.outlet_prices.clear();
    });
    assert_eq!(ear.next().body, fixture("dealpos", "variant_updated"));
}

#[test]
fn a_change_is_told_by_every_event_that_it_changes_and_by_no_other() {
    let sandbox = sandbox();
    let till = sandbox.till();
    let product = till.products().remove(0);
    let sku = product.variants[0].code.clone();
    till.connect("http://127.0.0.1:9/hooks");
    till.hold();
    let told = |act: &dyn Fn() -> bool| {
        let before = till.calls().len();
        assert!(act());
        till.calls()[before..].iter().map(|call| call.event).collect::<Vec<_>>()
    };
    assert_eq!(told(&|| till.put_price(&sku, 199_000)), ["product_updated", "variant_updated"]);
    assert_eq!(told(&|| till.put_price(&sku, 199_000)), [""; 0]);
    assert_eq!(told(&|| till.put_discount(&sku, 20)), ["product_updated"]);
    assert_eq!(told(&|| till.put_outlet_price(&sku, "Toko Jakarta", 190_000)), ["variant_updated"]);
    assert_eq!(told(&|| till.remove_variant(&sku)), ["product_updated"]);
    assert_eq!(told(&|| till.save(&product.code)), ["product_updated"]);
    assert_eq!(told(&|| till.discontinue_product(&product.code, true)), ["product_updated"]);
    assert_eq!(told(&|| till.delete(&product.code)), ["product_deleted"]);
    assert!(!till.delete(&product.code) && !till.put_price(&sku, 1));
}
