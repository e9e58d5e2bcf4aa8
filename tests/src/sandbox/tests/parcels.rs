//! Orders that are shipped.

use serde_json::{Value, json};

use super::client::{get, post, sandbox};
use crate::sandbox::{Catalogue, Sandbox, Warehouse};

/// An order of two bags of coffee, paid like this, for Coblong.
fn coffee(method: &str) -> Value {
    let store = Catalogue::get().store("kopi").expect("a store");
    let beans = &store.product("arabika-gayo").expect("coffee").variants[0];
    json!({
        "store_unique_id": store.unique_id,
        "customer_name": "Sari Dewi",
        "customer_phone": "6281200000001",
        "ordervariants": [{ "quantity": 2, "variant_unique_id": beans.unique_id }],
        "payment_method": method,
        "address": "Jl. Dago No. 5 RT 02",
        "location_id": 2201,
        "postal_code": "40132",
        "warehouse_unique_id": Warehouse::of(store).next().expect("a warehouse").unique_id(),
        "courier_service_id": 27,
        "shipping_cost": 19_000,
        "shipment_provider_code": "mengantar",
    })
}

fn place(sandbox: &Sandbox, order: &Value) -> Value {
    let reply = post(sandbox, "/v3/orders", order);
    assert_eq!(reply.status, 200, "{}", reply.text);
    reply.json()
}

#[test]
fn a_complete_parcel_is_pending_and_says_where_it_goes() {
    let sandbox = sandbox();
    let order = place(&sandbox, &coffee("qris"));
    assert_eq!((&order["status"], &order["shipping_cost"]), (&json!("pending"), &json!("19000.00")));
    assert_eq!(order["gross_revenue"], "215000.00");
    let to = &order["destination_address"];
    assert_eq!(to["address"], "Jl. Dago No. 5 RT 02");
    assert_eq!(
        (&to["subdistrict"], &to["city"], &to["province"], &to["postal_code"], &to["location"]),
        (&json!("Coblong"), &json!("Kota Bandung"), &json!("Jawa Barat"), &json!("40132"), &json!(2201))
    );
    assert_eq!(order["courier_service"]["courier"]["name"], "J&T Express");
    assert_eq!((&order["warehouse"]["name"], &order["courier"]), (&json!("Roastery Ngaglik"), &json!(3)));
    assert_eq!(order["origin_address"]["subdistrict"], "Ngaglik");
    assert_eq!(
        (&order["shipment_provider_code"], &order["total_weight"]),
        (&json!("mengantar"), &json!("440"))
    );
}

#[test]
fn any_shipping_cost_is_taken_as_sent() {
    let sandbox = sandbox();
    for (sent, kept) in [(json!(0), "0.00"), (json!(1), "1.00"), (json!(18_999.5), "18999.50")] {
        let mut order = coffee("qris");
        order["shipping_cost"] = sent;
        assert_eq!(place(&sandbox, &order)["shipping_cost"], kept);
    }
}

#[test]
fn a_parcel_that_lacks_anything_is_a_draft() {
    let sandbox = sandbox();
    for member in ["address", "location_id", "warehouse_unique_id", "courier_service_id", "shipping_cost"] {
        let mut order = coffee("qris");
        order.as_object_mut().expect("members").remove(member);
        assert_eq!(place(&sandbox, &order)["status"], "draft", "{member}");
    }
    for member in ["postal_code", "shipment_provider_code"] {
        let mut order = coffee("qris");
        order.as_object_mut().expect("members").remove(member);
        assert_eq!(place(&sandbox, &order)["status"], "pending", "{member}");
    }
}

#[test]
fn what_does_not_exist_is_complained_about() {
    let sandbox = sandbox();
    let other = Warehouse::of(Catalogue::get().store("batik").expect("a store")).next().expect("a warehouse");
    for (member, value, reason) in [
        ("location_id", json!(1), "does not exist"),
        ("warehouse_unique_id", json!(other.unique_id()), "does not exist"),
        ("warehouse_unique_id", json!(620), "is invalid"),
        ("courier_service_id", json!(1), "does not exist"),
        ("shipment_provider_code", json!("kiriminaja"), "is invalid"),
        ("shipping_cost", json!(-1), "is invalid"),
    ] {
        let mut order = coffee("qris");
        order[member] = value;
        let reply = post(&sandbox, "/v3/orders", &order);
        assert_eq!((reply.status, &reply.json()["errors"][member]), (400, &json!([reason])), "{member}");
    }
}

#[test]
fn a_store_may_take_a_unique_code_off_a_transfer() {
    let sandbox = sandbox();
    let order = place(&sandbox, &coffee("bank_transfer"));
    let code: f64 =
        order["unique_code_discount"].as_str().and_then(|text| text.parse().ok()).expect("a code");
    let gross: f64 = order["gross_revenue"].as_str().and_then(|text| text.parse().ok()).expect("a total");
    assert!((1.0..=500.0).contains(&code) && (gross + code - 215_000.0).abs() < 0.001, "{gross} {code}");
    let id = order["id"].as_str().unwrap_or_default();
    assert_eq!(get(&sandbox, &format!("/v3/orders/{id}")).json()["gross_revenue"], order["gross_revenue"]);
    assert_eq!(order["store"]["is_unique_code"], true);
    assert_eq!(place(&sandbox, &coffee("qris"))["unique_code_discount"], "0.00");
}

#[test]
fn a_store_may_add_a_fee_for_cash() {
    let sandbox = sandbox();
    let order = place(&sandbox, &coffee("cod"));
    assert_eq!(
        (&order["other_income"], &order["other_income_name"], &order["gross_revenue"]),
        (&json!("4000.00"), &json!("Biaya COD"), &json!("219000.00"))
    );
    let mut named = coffee("cod");
    named["other_income"] = json!(1_000);
    named["other_income_name"] = json!("Asuransi");
    let order = place(&sandbox, &named);
    assert_eq!(
        (&order["other_income"], &order["other_income_name"]),
        (&json!("1000.00"), &json!("Asuransi"))
    );
}

#[test]
fn the_payment_page_shows_the_parcel_and_what_it_costs() {
    let sandbox = sandbox();
    let order = place(&sandbox, &coffee("bank_transfer"));
    let page = get(&sandbox, &format!("/o/{}", order["secret_slug"].as_str().unwrap_or_default())).text;
    for words in [
        "Ongkos kirim · J&amp;T Express Reguler",
        "Rp19.000",
        "Kode unik",
        "Dikirim ke",
        "Jl. Dago No. 5 RT 02",
        "Coblong, Kota Bandung, Jawa Barat 40132",
        "Dari Roastery Ngaglik",
    ] {
        assert!(page.contains(words), "{words} is missing");
    }
}

#[test]
fn the_ground_truth_names_the_parcel_and_the_amounts() {
    let sandbox = sandbox();
    place(&sandbox, &coffee("cod"));
    let truth = sandbox.orders()[0].truth();
    assert_eq!(
        truth["parcel"],
        json!({
            "address": "Jl. Dago No. 5 RT 02",
            "district": "Coblong, Kota Bandung, Jawa Barat",
            "location_id": 2201,
            "postal_code": "40132",
            "warehouse": "Roastery Ngaglik",
            "courier": "J&T Express",
            "courier_service_id": 27,
            "shipment_provider_code": "mengantar",
        })
    );
    assert_eq!(
        (&truth["amounts"]["shipping_cost"], &truth["amounts"]["other_income"]),
        (&json!(19_000), &json!(4_000))
    );
}
