//! Warehouse and courier searches.

use serde_json::{Value, json};

use super::client::{post, sandbox};
use crate::sandbox::{Catalogue, Sandbox, Variant};

fn shirt() -> &'static Variant {
    &Catalogue::get()
        .store("batik")
        .and_then(|store| store.product("kemeja-parang"))
        .expect("a shirt")
        .variants[1]
}

fn warehouses(sandbox: &Sandbox, destination: u64) -> Vec<Value> {
    let body = json!({
        "store_id": 4101, "destination_id": destination, "variants": [{ "variant_id": shirt().id, "qty": 2 }],
    });
    let reply = post(sandbox, "/v3/shipping-costs/search-warehouse", &body).json();
    reply["data"].as_array().unwrap_or_else(|| panic!("{reply}")).clone()
}

fn couriers(sandbox: &Sandbox, changes: &Value) -> Vec<Value> {
    let mut body = json!({
        "store_id": 4101, "warehouse_id": 610, "location_id": 2201, "payment_method": "qris", "weight": 640,
    });
    for (name, value) in changes.as_object().expect("changes") {
        body[name] = value.clone();
    }
    let reply = post(sandbox, "/v3/shipping-costs/search-courier-service", &body).json();
    reply["data"].as_array().unwrap_or_else(|| panic!("{reply}")).clone()
}

fn dearest(rows: &[Value]) -> f64 {
    rows.iter().filter_map(|row| row["cost"].as_f64()).fold(0.0, f64::max)
}

#[test]
fn the_nearest_warehouse_comes_first() {
    let sandbox = sandbox();
    let first = |destination| warehouses(&sandbox, destination)[0]["warehouse"]["name"].clone();
    assert_eq!((first(2003), first(2501)), (json!("Gudang Jakarta"), json!("Mitra Surabaya")));
    let partner = &warehouses(&sandbox, 2501)[0];
    assert!(partner["warehouse_partner"].is_object(), "another business's warehouse says so");
}

#[test]
fn nobody_serves_what_is_sold_out() {
    let sandbox = sandbox();
    sandbox.put_stock(shirt(), Some(1));
    assert_eq!(warehouses(&sandbox, 2003), [] as [Value; 0]);
}

#[test]
fn cod_shows_only_couriers_that_collect() {
    let sandbox = sandbox();
    let all = couriers(&sandbox, &json!({}));
    let cod = couriers(&sandbox, &json!({ "payment_method": "cod" }));
    assert!(!cod.is_empty() && cod.len() < all.len());
    assert!(cod.iter().all(|row| row["is_cod"] == true));
    assert!(couriers(&sandbox, &json!({ "payment_method": "cod", "is_show_all": true })).len() > all.len());
}

#[test]
fn distance_and_weight_cost_more() {
    let sandbox = sandbox();
    let near = dearest(&couriers(&sandbox, &json!({})));
    let far = dearest(&couriers(&sandbox, &json!({ "location_id": 7001 })));
    let heavy = dearest(&couriers(&sandbox, &json!({ "weight": 5400 })));
    assert!(near < far && near < heavy, "{near} {far} {heavy}");
}

#[test]
fn one_service_may_come_from_two_providers_and_cost_a_fraction() {
    let sandbox = sandbox();
    let rows = couriers(&sandbox, &json!({}));
    let regular: Vec<_> = rows.iter().filter(|row| row["courier_service"]["id"] == 11).collect();
    assert_eq!(regular.len(), 2);
    assert!(rows.iter().any(|row| row["cost"].as_f64().is_some_and(|cost| cost.fract() != 0.0)));
    assert!(rows.iter().any(|row| row["etd"].is_null()), "some do not say when");
}

#[test]
fn prices_can_be_asked_without_a_store() {
    let sandbox = sandbox();
    let body = json!({ "courier_codes": ["jne"], "weight": 900, "warehouse_id": 620, "location_id": 2402 });
    let rows = post(&sandbox, "/v3/shipping-costs", &body).json()["data"].clone();
    let rows = rows.as_array().expect("rows");
    assert!(!rows.is_empty() && rows.iter().all(|row| row["courier_service"]["courier"]["code"] == "jne"));
}
