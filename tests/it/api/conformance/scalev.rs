//! Scalev: it has a page to pay on, and tells by webhooks.

use std::sync::Mutex;

use serde_json::{Value, json};
use tumbas_tests::stage::World;

use super::Shop;

pub(in crate::api) static SCALEV: Shop = Shop {
    name: "scalev",
    store: "Sekar Batik Nusantara",
    method: "qris",
    has_providers: true,
    orders: "/v3/orders",
    refusals: |order| {
        vec![
            (order.clone().status(422, json!({ "error": "Invalid order" })), 422, "order_refused"),
            (order.status(401, json!({ "error": "Unauthorized" })), 503, "seller_configuration"),
        ]
    },
    way_to_pay: "Bayar sekarang",
    secrets: &["cogs", "net_revenue", "@"],
    listen: |_| (),
    pay: |world, state| assert!(world.sandbox.pay(number(state))),
    ship: |world, state, tracking| {
        put(world, state, &json!({ "status": "shipped", "shipment_receipt": tracking }));
    },
    cancel: |world, state| put(world, state, &json!({ "status": "canceled" })),
    turn: Mutex::new(()),
};

fn number(state: &Value) -> &str {
    state["order_id"].as_str().expect("a number")
}

fn put(world: &World, state: &Value, status: &Value) {
    let (answer, told) =
        world.sandbox.ask("PUT", &format!("/__sandbox/orders/{}/status", number(state)), status);
    assert_eq!(answer, 200, "{told}");
}
