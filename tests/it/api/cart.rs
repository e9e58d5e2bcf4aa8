//! Orders to send: the guide's payloads with real ids in them, each for a shopper of its own, and
//! what the platform then knows of that shopper.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use serde_json::{Value, json};
use tumbas_tests::sandbox::{self, Arrival, Catalogue, District, Order, Store, Variant};
use tumbas_tests::stage::World;

const DIGITAL: &str = include_str!("../../fixtures/scalev/order_digital.request.json");
const BUNDLE: &str = include_str!("../../fixtures/scalev/order_bundle.request.json");
const PHYSICAL: &str = include_str!("../../fixtures/scalev/order_physical.request.json");

/// A store of the sandbox.
pub(super) fn store(key: &str) -> &'static Store {
    Catalogue::get().store(key).expect("a store of the sandbox")
}

/// The nth variant of a product.
pub(super) fn variant(key: &str, product: &str, nth: usize) -> &'static Variant {
    &store(key).product(product).expect("a product of the store").variants[nth]
}

/// The price option of a bundle that shoppers see.
pub(super) fn price_option(key: &str, bundle: &str) -> &'static str {
    let bundle = store(key).bundle(bundle).expect("a bundle of the store");
    &bundle.price_options.iter().find(|option| option.is_visible).expect("a visible price").unique_id
}

/// The guide's digital order, word for word but for its ids.
pub(super) fn guide_digital() -> Value {
    let draft = read(DIGITAL);
    let line = variant("kreator", "ebook-freelance", 0);
    with(&draft, "/ordervariants/0/variant_unique_id", json!(line.unique_id))
}

/// The guide's bundle order, word for word but for its ids.
pub(super) fn guide_bundle() -> Value {
    let draft = read(BUNDLE);
    with(
        &draft,
        "/orderbundles/0/bundle_price_option_unique_id",
        json!(price_option("kreator", "paket-perintis")),
    )
}

/// The guide's physical order, word for word but for the ids of store, thing and district, and the
/// district's postal code. Those of warehouse and courier are still the guide's.
pub(super) fn guide_physical() -> Value {
    let id = json!(variant("batik", "kemeja-parang", 0).unique_id);
    [
        ("/store_unique_id", json!(store("batik").unique_id)),
        ("/ordervariants/0/variant_unique_id", id),
        ("/location_id", json!(2201)),
        ("/postal_code", json!("40132")),
    ]
    .into_iter()
    .fold(read(PHYSICAL), |draft, (at, value)| with(&draft, at, value))
}

fn read(fixture: &str) -> Value {
    let draft: Value = serde_json::from_str(fixture).expect("a fixture in JSON");
    with(&draft, "/store_unique_id", json!(store("kreator").unique_id))
}

/// A digital order of a shopper nobody else is.
pub(super) fn digital() -> Value {
    of_somebody(guide_digital())
}

/// A bundle order of a shopper nobody else is.
pub(super) fn bundle() -> Value {
    of_somebody(guide_bundle())
}

/// A parcel of a shopper nobody else is, to Coblong in Kota Bandung, without a courier.
pub(super) fn parcel() -> Value {
    let named = ["warehouse_unique_id", "courier_service_id", "shipping_cost", "shipment_provider_code"];
    let draft = named.into_iter().fold(guide_physical(), |draft, member| without(&draft, member));
    of_somebody(with(&draft, "/payment_method", json!("qris")))
}

/// The same parcel to another district.
pub(super) fn sent_to(draft: &Value, district: &District) -> Value {
    let draft = with(draft, "/location_id", json!(district.id));
    with(&draft, "/postal_code", json!(district.postal_codes.first().unwrap_or(&"")))
}

/// The same order of somebody else.
pub(super) fn of_somebody(draft: Value) -> Value {
    static COUNT: AtomicU32 = AtomicU32::new(1);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    [
        ("/customer_name", format!("Wulandari Uji {number}")),
        ("/customer_phone", format!("62813{number:08}")),
        ("/customer_email", format!("wulan{number}@contoh.example")),
    ]
    .into_iter()
    .fold(draft, |draft, (at, text)| with(&draft, at, json!(text)))
}

/// The same with another value at a JSON pointer, whose last member may be new.
pub(super) fn with(draft: &Value, pointer: &str, value: Value) -> Value {
    let mut changed = draft.clone();
    let (parent, member) = pointer.rsplit_once('/').expect("a pointer");
    match changed.pointer_mut(parent).expect("a place in the draft") {
        Value::Array(items) => items[member.parse::<usize>().expect("a place in the list")] = value,
        place => place[member] = value,
    }
    changed
}

/// The same without a member.
pub(super) fn without(draft: &Value, member: &str) -> Value {
    let mut changed = draft.clone();
    changed.as_object_mut().expect("an object").remove(member);
    changed
}

/// A key nobody else uses.
pub(super) fn key() -> String {
    uuid::Uuid::now_v7().to_string()
}

/// The orders that the platform made for the shopper of this draft.
pub(super) fn orders_of(world: &World, draft: &Value) -> Vec<Order> {
    let name = draft["customer_name"].as_str().expect("a name");
    world.sandbox.orders().into_iter().filter(|order| order.content.customer.name == name).collect()
}

/// What was posted to the platform for the shopper of this draft.
pub(super) fn posts_of(world: &World, draft: &Value) -> Vec<Arrival> {
    let is_theirs = |arrival: &&Arrival| is_for(arrival, draft);
    world.sandbox.look(|world| world.requests_to("POST", "/v3/orders").filter(is_theirs).cloned().collect())
}

/// Waits until the order of this draft has reached the platform.
pub(super) fn wait_for_post(world: &World, draft: &Value) {
    let is_there = |world: &sandbox::World| {
        world.requests_to("POST", "/v3/orders").any(|arrival| is_for(arrival, draft))
    };
    assert!(
        world.sandbox.wait_for(Duration::from_secs(10), is_there),
        "the order never reached the platform"
    );
}

fn is_for(arrival: &Arrival, draft: &Value) -> bool {
    arrival.body.as_ref().is_some_and(|body| body["customer_name"] == draft["customer_name"])
}
