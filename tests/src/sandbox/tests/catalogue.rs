//! What the tables promise to whoever writes a test or a page against them.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::client::{get, kreator, sandbox};
use crate::sandbox::{Catalogue, ItemType, Variant};

fn count(of: impl Fn(&Variant) -> bool) -> usize {
    Catalogue::get().variants().filter(|variant| of(variant)).count()
}

#[test]
fn ids_are_the_same_at_every_start() {
    let unique: Vec<_> = Catalogue::get().stores.iter().map(|store| store.unique_id.as_str()).collect();
    assert_eq!(
        unique,
        [
            "store_K0njrU0SOKK287kAWaXJuCOu",
            "store_YIZqohWX1Pi0NmNMPPqmYwNH",
            "store_aYWxjasmUe1szqaA5LRRiVSz"
        ]
    );
}

#[test]
fn no_two_things_share_an_id_or_a_sku() {
    let all = count(|_| true);
    let distinct = |name: fn(&Variant) -> Option<String>| {
        Catalogue::get().variants().filter_map(name).collect::<BTreeSet<_>>().len()
    };
    assert_eq!(distinct(|variant| Some(variant.unique_id.clone())), all);
    assert_eq!(distinct(|variant| Some(variant.id.to_string())), all);
    assert_eq!(distinct(|variant| variant.sku.clone()), count(|variant| variant.sku.is_some()));
}

#[test]
fn every_situation_a_shop_knows_is_on_the_shelves() {
    let catalogue = Catalogue::get();
    let products: Vec<_> = catalogue.stores.iter().flat_map(|store| &store.products).collect();
    assert!(products.len() >= 45, "{}", products.len());
    assert!(catalogue.stores.iter().any(|store| store.products.len() > 25), "paging is real");
    for kind in
        [ItemType::Physical, ItemType::Digital, ItemType::Course, ItemType::License, ItemType::Subscription]
    {
        assert!(products.iter().any(|product| product.item_type == kind), "{kind:?}");
    }
    assert!(count(|variant| variant.stock == Some(0)) > 5 && count(|variant| variant.stock.is_none()) > 5);
    assert!(
        count(|variant| matches!(variant.stock, Some(1..=5))) > 5 && count(|variant| !variant.is_checked) > 0
    );
    assert!(products.iter().any(|product| !product.is_visible));
    let both = |store: &&crate::sandbox::Store| {
        ["invoice", "payment_link"].iter().all(|code| store.payment_methods.contains(code))
    };
    assert!(catalogue.stores.iter().any(|store| both(&store)));
}

#[test]
fn bundles_are_whole_and_of_every_kind() {
    let stores = &Catalogue::get().stores;
    let kinds = |lines: &[crate::sandbox::BundleLine], store: &crate::sandbox::Store| -> BTreeSet<bool> {
        let kind = |id| store.variant_by_id(id).map(|(product, _)| product.item_type == ItemType::Physical);
        lines.iter().filter_map(|line| kind(line.variant_id)).collect()
    };
    let bundles: Vec<_> =
        stores.iter().flat_map(|store| store.bundles.iter().map(move |bundle| (store, bundle))).collect();
    assert!(bundles.len() >= 6 && bundles.iter().all(|(_, bundle)| bundle.lines.len() >= 2));
    for wanted in [BTreeSet::from([false]), BTreeSet::from([true]), BTreeSet::from([false, true])] {
        assert!(bundles.iter().any(|(store, bundle)| kinds(&bundle.lines, store) == wanted), "{wanted:?}");
    }
    assert!(
        stores.iter().flat_map(crate::sandbox::Store::price_options).any(|(_, option)| !option.is_visible)
    );
}

#[test]
fn an_old_store_keeps_its_banks_apart() {
    let sandbox = sandbox();
    let store = get(&sandbox, "/v3/stores/simplified?search=lereng").json()["data"][0].clone();
    assert_eq!(store["sub_payment_methods"], json!(["BCA", "BRI", "MANDIRI"]));
    assert!(store["payment_methods"].as_array().is_some_and(|codes| codes.contains(&json!("va"))));
    let current = get(&sandbox, "/v3/stores/simplified?search=kreasi").json()["data"][0].clone();
    assert_eq!(current.get("sub_payment_methods"), None);
    let codes = get(&sandbox, "/v3/stores/4103/payment-methods").json();
    assert_eq!((&codes["data"][0], &codes["is_paginated"]), (&json!("payment_link"), &json!(false)));
}

#[test]
fn catalogue_money_is_a_number_and_the_full_variant_has_no_stock() {
    let sandbox = sandbox();
    let product = get(&sandbox, "/v3/stores/4103/products").json()["data"][1].clone();
    let summary = &product["variants"][0];
    assert_eq!(
        (&summary["price"], &summary["available_qty"], &summary["sku"]),
        (&json!(49000), &Value::Null, &Value::Null)
    );
    for id in [&summary["id"].to_string(), summary["unique_id"].as_str().unwrap_or_default()] {
        let full = get(&sandbox, &format!("/v3/stores/4103/variants/{id}")).json();
        assert_eq!((&full["price"], full.get("available_qty")), (&json!(49000), None));
        assert_eq!(full["product"]["name"], product["name"]);
    }
}

#[test]
fn a_bundle_and_its_price_option_can_be_read_alone() {
    let sandbox = sandbox();
    let bundle = get(&sandbox, "/v3/stores/4103/bundles").json()["data"][0].clone();
    assert_eq!(get(&sandbox, &format!("/v3/stores/4103/bundles/{}", bundle["id"])).json(), bundle);
    let option = &bundle["bundle_price_options"][0];
    let read = get(
        &sandbox,
        &format!("/v3/stores/4103/bundle-price-options/{}", option["unique_id"].as_str().unwrap_or_default()),
    );
    assert_eq!(read.json()["price"], option["price"]);
    assert_eq!(bundle["bundlelines"][0]["subtotal"], "79000.00");
    assert_eq!(get(&sandbox, "/v3/stores/4101/bundles/501").status, 404, "of another store");
    assert_eq!(kreator().bundles[0].id, 501);
}
