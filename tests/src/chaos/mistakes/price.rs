//! A shopper who names a courier's service and a price of their own.

use std::time::Duration;

use serde_json::{Value, json};

use crate::chaos::http::send;
use crate::chaos::shopper::Shopper;
use crate::chaos::verdict::orders_of;
use crate::sandbox::Catalogue;
use crate::stage::World;

const PATIENCE: Duration = Duration::from_secs(20);
/// In rupiah.
const THEIRS: i64 = 1;

pub(super) fn of_their_own(world: &World, shopper: &Shopper) -> Vec<String> {
    let parcel = parcel(shopper);
    let mut question = parcel.clone();
    if let Some(members) = question.as_object_mut() {
        members.retain(|member, _| !member.starts_with("customer_") && member != "address");
    }
    let options = post(world, "/v3/shipping-options", shopper, &question);
    let Some(option) = options["data"].get(0) else { return vec![format!("no courier takes it: {options}")] };
    let mut draft = parcel;
    for member in ["warehouse_unique_id", "courier_service_id", "shipment_provider_code"] {
        draft[member] = option[member].clone();
    }
    draft["shipping_cost"] = json!(THEIRS);
    let answer = post(world, "/v3/orders", shopper, &draft);
    let mut broken = Vec::new();
    if answer["code"] != "price_changed" {
        broken.push(format!("a price of the shopper's own was answered {answer:.200}"));
    }
    if !orders_of(&world.sandbox, shopper).is_empty() {
        broken.push("I4 the platform has a parcel at the shopper's own price".into());
    }
    broken
}

fn post(world: &World, path: &str, shopper: &Shopper, body: &Value) -> Value {
    let (url, headers) = (format!("{}{path}", world.worker_url), [("idempotency-key", shopper.key.as_str())]);
    let answer = send("POST", &url, &headers, Some(&body.to_string()), PATIENCE);
    answer.map(|reply| reply.json()).unwrap_or_default()
}

fn parcel(shopper: &Shopper) -> Value {
    let store = Catalogue::get().store("batik").expect("a store of the sandbox");
    let variant = &store.product("kemeja-parang").expect("a product of the store").variants[0];
    json!({
        "store_unique_id": store.unique_id,
        "customer_name": shopper.name,
        "customer_phone": shopper.phone,
        "customer_email": "kenari@example.com",
        "ordervariants": [{ "quantity": 1, "variant_unique_id": variant.unique_id }],
        "payment_method": "invoice",
        "address": "Jalan Kenari 1",
        "location_id": 2201,
        "postal_code": "40132",
    })
}
