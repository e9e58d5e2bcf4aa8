//! Ngorder: it is paid on our own page, tells nothing by itself, and says no with 200.

use std::sync::Mutex;

use serde_json::{Value, json};
use tumbas_tests::stage::World;

use super::Shop;
use crate::api::sweep::minute;

pub(in crate::api) static NGORDER: Shop = Shop {
    name: "ngorder",
    store: "Sekar Batik Grosir",
    method: "bank_transfer",
    has_providers: false,
    orders: "/api/open/order",
    refusals: |order| {
        let failed = |message: Value| json!({ "response": "Failed", "message": message, "data": null });
        let about_nobody = failed(json!({ "payment.date": ["The date is invalid."] }));
        let about_shopper = failed(json!({ "products.0.qty": ["Not enough stock."] }));
        vec![
            (order.clone().status(200, about_nobody), 422, "order_refused"),
            (order.clone().status(422, about_shopper), 422, "validation_failed"),
            (order.status(200, failed(json!("Your API key has expired"))), 503, "seller_configuration"),
        ]
    },
    way_to_pay: "Konfirmasi via WhatsApp",
    secrets: &["price_buy", "price_reseller", "xendit", "xnd_", "@"],
    listen: |world| assert_eq!(minute(world), 200),
    pay: |world, state| assert!(world.sandbox.ngorder().pay(id(world, state))),
    ship: |world, state, tracking| assert!(world.sandbox.ngorder().ship(id(world, state), tracking)),
    cancel: |world, state| assert!(world.sandbox.ngorder().cancel(id(world, state))),
    turn: Mutex::new(()),
};

/// The platform's own number; people are told another.
pub(in crate::api) fn id(world: &World, state: &Value) -> u64 {
    let told = state["order_id"].as_str().expect("a number");
    let orders = world.sandbox.ngorder().orders();
    orders.iter().find(|order| order.po_number.to_string() == told).expect("an order").order_id
}
