//! A platform whose listings hold what no shopper may see: only members we name get through.

use std::sync::Arc;

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::{Value, json};
use tumbas_tests::sandbox::{Fault, Limits};
use tumbas_tests::stage::World;

use super::ask::Ask;
use super::cart::store;
use super::catalogue::path;
use crate::trial::trials;
use crate::worlds;

/// Stands where secrets, costs and other people's data could.
const CANARY: &str = "KENARI";

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::strange":
        members_we_do_not_name_never_pass,
        what_cannot_be_ordered_is_not_shown,
        ways_to_pay_that_are_none_are_not_offered,
        an_address_no_browser_should_open_is_left_out,
        a_closed_store_is_not_there,
        names_stay_as_the_seller_wrote_them,
    ]
}

/// A world in which the batik store's listings are these.
fn strange() -> Result<Arc<World>> {
    worlds::shared_with("strange", &[], |world| {
        world.sandbox.put_limits(Limits::NONE);
        let id = store("batik").id;
        let bend = |path: String, data: Value| {
            let members = json!({ "data": data, "has_next": false, "next_cursor": null, "secret": CANARY });
            world.sandbox.plan(Fault::on("GET", &path).members(&members).every());
        };
        bend("/v3/stores/simplified".into(), stores());
        bend(format!("/v3/stores/{id}/payment-methods"), methods());
        bend(format!("/v3/stores/{id}/products"), products());
        bend(format!("/v3/stores/{id}/bundles"), bundles());
    })
}

fn stores() -> Value {
    let batik = store("batik");
    json!([
        {
            "id": batik.id, "unique_id": batik.unique_id, "name": "<b>Batik</b> & Rekan", "logo": "javascript:alert(1)",
            "custom_domain": { "full_url": "https://batik.example", "token": CANARY }, "is_active": true,
            "payment_methods": ["qris", "no_payment", "marketplace"], "api_key": CANARY, "business": { "email": CANARY },
        },
        { "id": 9, "unique_id": "store_closed", "name": "Tutup", "is_active": false, "payment_methods": [] },
    ])
}

fn methods() -> Value {
    json!([
        "qris", "no_payment", "marketplace", "va", "dompet_baru",
        { "code": "gopay", "enabled": true, "secret": CANARY },
        { "code": "ovo", "enabled": false },
    ])
}

fn products() -> Value {
    let good = json!({
        "id": 1, "unique_id": "variant_good", "fullname": "Baik", "price": "49000.00", "is_checked": true, "cogs": CANARY,
        "reseller_price": CANARY, "images": ["https://cdn.example/a.png", "data:image/svg+xml,x", "http://cdn.example/b.png"],
        "metadata": { "note": CANARY },
    });
    json!([
        {
            "id": 1, "name": CANARY, "public_name": "Kain </script><img src=x onerror=alert(1)>", "is_visible": true,
            "item_type": "digital", "description": CANARY, "images": ["javascript:alert(1)", "https://a@b.example/x.png"],
            "margin": CANARY, "supplier": { "phone": CANARY },
            "variants": [
                good,
                { "id": 2, "unique_id": "variant_unchecked", "price": 1000, "is_checked": false },
                { "id": 3, "unique_id": null, "fullname": "Tanpa nama", "price": 1000 },
                { "id": 4, "unique_id": "variant_priceless", "fullname": "Tanpa harga" },
                { "id": 5, "unique_id": "variant_negative", "fullname": "Minus", "price": -1 },
            ],
        },
        { "id": 2, "name": "Tanpa varian", "is_visible": true, "variants": [] },
        { "id": 3, "name": "Semua tanpa nama", "variants": [{ "id": 6, "price": 1000 }] },
        { "id": 4, "name": "Tersembunyi", "is_visible": false, "variants": [{ "id": 7, "unique_id": "variant_hidden", "price": 1 }] },
    ])
}

fn bundles() -> Value {
    let lines = json!([{ "id": 1, "quantity": 1, "subtotal": CANARY, "variant": { "id": 1, "unique_id": "variant_good", "name": "Baik" } }]);
    let option = |unique_id: Value, is_visible: bool| json!({ "id": 1, "unique_id": unique_id, "name": "Harga", "price": 1000, "is_visible": is_visible, "cost": CANARY });
    json!([
        { "id": 1, "public_name": "Paket", "name": CANARY, "bundlelines": lines,
          "bundle_price_options": [option(json!("bpo_seen"), true), option(json!("bpo_hidden"), false), option(json!(null), true)] },
        { "id": 2, "name": "Paket rahasia", "bundlelines": lines, "bundle_price_options": [option(json!("bpo_secret"), false)] },
    ])
}

/// The answer of every route that tells of the store.
fn everything(world: &World) -> String {
    let batik = store("batik");
    let routes = ["payment-methods", "products", "bundles", "checkout"].map(|what| path(batik, what));
    let all = routes.iter().map(String::as_str).chain(["/v3/stores/simplified"]);
    all.map(|route| Ask::get(route).of(world).good().to_string()).collect()
}

fn members_we_do_not_name_never_pass() -> Result<()> {
    let all = everything(&*strange()?);
    assert!(all.contains("variant_good"), "{all}");
    assert!(!all.contains(CANARY), "{all}");
    Ok(())
}

fn what_cannot_be_ordered_is_not_shown() -> Result<()> {
    let world = strange()?;
    let products = Ask::get(path(store("batik"), "products")).of(&world).good();
    let variants = products["data"][0]["variants"].as_array().unwrap();
    assert_eq!(variants.iter().map(|variant| &variant["unique_id"]).collect::<Vec<_>>(), ["variant_good"]);
    assert_eq!(products["data"].as_array().unwrap().len(), 1, "{products}");
    assert_eq!(variants[0]["price"], 49_000);
    let bundles = Ask::get(path(store("batik"), "bundles")).of(&world).good();
    assert_eq!(bundles["data"].as_array().unwrap().len(), 1, "{bundles}");
    let options = bundles["data"][0]["price_options"].as_array().unwrap();
    assert_eq!(options.iter().map(|option| &option["unique_id"]).collect::<Vec<_>>(), ["bpo_seen"]);
    Ok(())
}

fn ways_to_pay_that_are_none_are_not_offered() -> Result<()> {
    let world = strange()?;
    let methods = Ask::get(path(store("batik"), "payment-methods")).of(&world).good();
    let codes: Vec<&Value> =
        methods["data"].as_array().unwrap().iter().map(|method| &method["code"]).collect();
    assert_eq!(codes, ["qris", "dompet_baru", "gopay"]);
    let stores = Ask::get("/v3/stores/simplified").of(&world).good();
    assert_eq!(stores["data"][0]["payment_methods"], json!(["qris"]));
    Ok(())
}

fn an_address_no_browser_should_open_is_left_out() -> Result<()> {
    let world = strange()?;
    let product = &Ask::get(path(store("batik"), "products")).of(&world).good()["data"][0];
    assert_eq!(product["images"], json!([]));
    assert_eq!(product["variants"][0]["images"], json!(["https://cdn.example/a.png"]));
    assert_eq!(Ask::get("/v3/stores/simplified").of(&world).good()["data"][0]["logo"], Value::Null);
    Ok(())
}

fn a_closed_store_is_not_there() -> Result<()> {
    let world = strange()?;
    assert_eq!(Ask::get("/v3/stores/simplified").of(&world).good()["data"].as_array().unwrap().len(), 1);
    Ask::get("/v3/stores/store_closed/checkout").of(&world).refused(404, "store_not_found");
    Ok(())
}

/// They are text; whoever shows them has to treat them as text.
fn names_stay_as_the_seller_wrote_them() -> Result<()> {
    let world = strange()?;
    let checkout = Ask::get(path(store("batik"), "checkout")).of(&world).good();
    assert_eq!(checkout["store"]["name"], "<b>Batik</b> & Rekan");
    assert_eq!(checkout["products"]["data"][0]["name"], "Kain </script><img src=x onerror=alert(1)>");
    Ok(())
}
