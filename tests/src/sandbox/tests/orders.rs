//! Making and changing orders.

use serde_json::{Value, json};

use super::client::{ebook_order, get, kreator, post, sandbox, send, variant};
use crate::sandbox::{API_KEY, Catalogue, Sandbox, Settings};

fn with(changes: &Value) -> Value {
    let mut order = ebook_order();
    for (name, value) in changes.as_object().expect("changes") {
        order[name] = value.clone();
    }
    order
}

fn complaint(sandbox: &Sandbox, changes: &Value, member: &str) -> String {
    let reply = post(sandbox, "/v3/orders", &with(changes));
    assert_eq!(reply.status, 400, "{}", reply.text);
    reply.json()["errors"][member][0].as_str().unwrap_or_default().to_owned()
}

fn batik(slug: &str, nth: usize) -> &'static str {
    let store = Catalogue::get().store("batik").expect("a store");
    &store.product(slug).expect("a product").variants[nth].unique_id
}

fn shirt_order() -> Value {
    let store = Catalogue::get().store("batik").expect("a store");
    with(&json!({
        "store_unique_id": store.unique_id,
        "ordervariants": [{ "quantity": 2, "variant_unique_id": batik("kemeja-parang", 1) }],
        "payment_method": "va_bca",
    }))
}

#[test]
fn an_order_has_the_platforms_formats() {
    let sandbox = sandbox();
    let order = post(&sandbox, "/v3/orders", &ebook_order()).json();
    let text = |member: &str| order[member].as_str().unwrap_or_default().to_owned();
    assert_eq!(text("id").chars().nth(14), Some('7'), "a UUIDv7: {}", text("id"));
    let number = text("order_id");
    let (date, letters) = number.split_at(6);
    assert!(date.bytes().all(|byte| byte.is_ascii_digit()), "{date}");
    assert!(letters.len() == 6 && letters.bytes().all(|byte| byte.is_ascii_uppercase()), "{letters}");
    assert_eq!(text("secret_slug").len(), 40);
    let url = format!("{}/o/{}", sandbox.base_url(), text("secret_slug"));
    assert_eq!((text("public_order_url"), text("payment_url")), (url.clone(), format!("{url}/success")));
    assert_eq!((text("status"), text("payment_status")), ("pending".into(), "unpaid".into()));
    assert_eq!(get(&sandbox, &format!("/v3/orders/{}", text("id"))).json(), order);
}

#[test]
fn money_is_a_decimal_string_on_the_order_and_a_number_on_its_lines() {
    let sandbox = sandbox();
    let changes = json!({
        "ordervariants": [{ "quantity": 3, "variant_unique_id": variant(kreator(), "ebook-caption").unique_id }],
        "product_discount": 7000,
        "shipping_cost": 19000.5,
        "shipping_discount": 4000,
        "other_income": 2500,
    });
    let order = post(&sandbox, "/v3/orders", &with(&changes)).json();
    let amounts = [
        "product_price",
        "product_discount",
        "shipping_cost",
        "shipping_discount",
        "other_income",
        "gross_revenue",
        "net_revenue",
    ];
    let amounts: Vec<_> = amounts.iter().map(|name| order[name].as_str().unwrap_or_default()).collect();
    assert_eq!(amounts, ["147000.00", "7000.00", "19000.50", "4000.00", "2500.00", "157500.50", "138500.00"]);
    let line = &order["orderlines"][0];
    assert_eq!((&line["variant_price"], &line["product_price"]), (&json!(49000), &json!(147_000)));
}

#[test]
fn a_bundles_price_is_spread_over_its_lines_to_the_rupiah() {
    let sandbox = sandbox();
    let (_, option) = kreator().price_options().next().expect("a price option");
    let changes = json!({
        "ordervariants": [],
        "orderbundles": [{ "quantity": 2, "bundle_price_option_unique_id": option.unique_id }],
    });
    let order = post(&sandbox, "/v3/orders", &with(&changes)).json();
    let lines = order["orderlines"].as_array().expect("lines");
    let spread: i64 = lines.iter().filter_map(|line| line["product_price"].as_i64()).sum();
    assert_eq!((lines.len(), spread), (3, option.price * 2));
    assert_eq!(order["gross_revenue"], format!("{}.00", option.price * 2));
}

#[test]
fn a_physical_order_without_shipping_is_a_draft_until_it_is_patched() {
    let sandbox = sandbox();
    let order = post(&sandbox, "/v3/orders", &shirt_order()).json();
    assert_eq!((&order["status"], &order["pending_time"]), (&json!("draft"), &Value::Null));
    let warehouse = crate::sandbox::Warehouse::of(Catalogue::get().store("batik").expect("a store")).next();
    let shipping = json!({
        "address": "Jl. Dago No. 5", "location_id": 2201, "postal_code": "40132", "courier_service_id": 27,
        "warehouse_unique_id": warehouse.expect("a warehouse").unique_id(), "shipping_cost": 19000,
        "metadata": { "ignored": true },
    });
    let path = format!("/v3/orders/{}", order["id"].as_str().unwrap_or_default());
    let changed = send(&sandbox, "PATCH", &path, API_KEY, Some(&shipping)).json();
    assert_eq!((&changed["status"], &changed["shipping_cost"]), (&json!("pending"), &json!("19000.00")));
    assert_eq!(changed["destination_address"]["city"], "Kota Bandung");
    assert_eq!(changed["metadata"], json!({}), "metadata cannot be patched");
}

#[test]
fn what_cannot_be_ordered_is_refused_with_the_member_named() {
    let sandbox = sandbox();
    let one = |id: &str| json!({ "ordervariants": [{ "quantity": 1, "variant_unique_id": id }] });
    let sold_out = &kreator().product("kelas-iklan").expect("a course").variants[0];
    for (changes, member, reason) in [
        (json!({ "store_unique_id": "store_none" }), "store_unique_id", "does not exist"),
        (json!({ "customer_name": "" }), "customer_name", "can't be blank"),
        (json!({ "customer_email": "sari" }), "customer_email", "has invalid format"),
        (json!({ "payment_method": "cash" }), "payment_method", "is invalid"),
        (json!({ "payment_method": "cod" }), "payment_method", "is not enabled for this store"),
        (json!({ "shipping_cost": "19000" }), "shipping_cost", "is invalid"),
        (json!({ "location_id": 1 }), "location_id", "does not exist"),
        (json!({ "shipment_provider_code": "jne" }), "shipment_provider_code", "is invalid"),
        (one("variant_none"), "ordervariants", "variant_unique_id does not exist"),
        (one(batik("kemeja-parang", 0)), "ordervariants", "variant_unique_id does not exist"),
        (one(&sold_out.unique_id), "ordervariants", "Kelas Iklan Media Sosial - Januari is out of stock"),
        (
            json!({ "ordervariants": [{ "quantity": 0, "variant_unique_id": "variant_none" }] }),
            "ordervariants",
            "quantity must be greater than 0",
        ),
    ] {
        assert_eq!(complaint(&sandbox, &changes, member), reason, "{changes}");
    }
    assert!(sandbox.orders().is_empty());
    for body in [json!([1]), json!("text")] {
        assert_eq!(post(&sandbox, "/v3/orders", &body).status, 400);
    }
}

#[test]
fn a_variant_taken_off_sale_is_refused() {
    let sandbox = sandbox();
    let store = Catalogue::get().store("batik").expect("a store");
    let changes = json!({
        "store_unique_id": store.unique_id,
        "ordervariants": [{ "quantity": 1, "variant_unique_id": batik("kain-cap", 2) }],
    });
    let reason = complaint(&sandbox, &changes, "ordervariants");
    assert_eq!(reason, "Kain Batik Cap per Potong - Sekar Jagad is not for sale");
}

#[test]
fn an_order_takes_its_pieces_off_the_shelf() {
    let sandbox = sandbox();
    let variant = variant(kreator(), "lisensi-kasir");
    let order = |pieces: u32| {
        with(&json!({ "ordervariants": [{ "quantity": pieces, "variant_unique_id": variant.unique_id }] }))
    };
    assert_eq!(post(&sandbox, "/v3/orders", &order(4)).status, 200);
    assert_eq!(post(&sandbox, "/v3/orders", &order(2)).status, 400);
    sandbox.put_stock(variant, Some(2));
    assert_eq!(post(&sandbox, "/v3/orders", &order(2)).status, 200);
}

#[test]
fn a_changed_order_gives_back_what_it_no_longer_holds() {
    let sandbox = sandbox();
    let variant = variant(kreator(), "lisensi-kasir");
    let lines = |pieces: u32| json!([{ "quantity": pieces, "variant_unique_id": variant.unique_id }]);
    let order = post(&sandbox, "/v3/orders", &with(&json!({ "ordervariants": lines(5) }))).json();
    let path = format!("/v3/orders/{}", order["id"].as_str().unwrap_or_default());
    let changed = send(&sandbox, "PATCH", &path, API_KEY, Some(&json!({ "ordervariants": lines(2) })));
    assert_eq!(changed.json()["total_quantity"], 2);
    let reply = post(&sandbox, "/v3/orders", &with(&json!({ "ordervariants": lines(4) })));
    assert_eq!(reply.status, 400, "three are left");
    assert_eq!(post(&sandbox, "/v3/orders", &with(&json!({ "ordervariants": lines(3) }))).status, 200);
}

#[test]
fn parallel_posts_do_not_oversell() {
    let sandbox = sandbox();
    let variant = variant(kreator(), "lisensi-kasir");
    let order =
        with(&json!({ "ordervariants": [{ "quantity": 1, "variant_unique_id": variant.unique_id }] }));
    let place = || post(&sandbox, "/v3/orders", &order).status;
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let calls: Vec<_> = (0..12).map(|_| scope.spawn(place)).collect();
        calls.into_iter().map(|call| call.join().expect("an answer")).collect()
    });
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 5, "{statuses:?}");
}

#[test]
fn the_same_post_twice_makes_two_orders() {
    let sandbox = sandbox();
    let ids = [(); 2].map(|()| post(&sandbox, "/v3/orders", &ebook_order()).json()["id"].clone());
    assert_ne!(ids[0], ids[1]);
    assert_eq!(sandbox.orders().len(), 2);
}

#[test]
fn the_public_url_comes_from_metadata_then_the_store_then_nowhere() {
    let sandbox = sandbox();
    let url = |order: &Value| post(&sandbox, "/v3/orders", order).json()["public_order_url"].clone();
    let named = with(&json!({ "metadata": { "custom_domain_full_url": "https://melati.example/" } }));
    assert!(url(&named).as_str().is_some_and(|url| url.starts_with("https://melati.example/o/")));
    sandbox.put_settings(Settings { store_domains: false, ..Settings::default() });
    assert_eq!(url(&ebook_order()), Value::Null);
}

#[test]
fn silent_points_of_the_contract_have_switches() {
    let sandbox = sandbox();
    sandbox.put_settings(Settings { validation_status: 422, create_status: 201, ..Settings::default() });
    assert_eq!(post(&sandbox, "/v3/orders", &ebook_order()).status, 201);
    assert_eq!(post(&sandbox, "/v3/orders", &json!({})).status, 422);
}
