//! `order.paid`: told once, whatever is answered.

use std::time::Duration;

use serde_json::{Value, json};

use super::sync::rice;
use crate::sandbox::Sandbox;
use crate::sandbox::dealpos::tests::ear::Ear;
use crate::sandbox::ngorder::tests::fixture::{breaches, fixture};
use crate::sandbox::tests::client::{sandbox, send};

/// A store with an order of two portions that the example also has.
fn ordered(ear: &Ear) -> (Sandbox, u64) {
    let sandbox = sandbox();
    sandbox.gercep().connect(&ear.url);
    rice(&sandbox);
    let order = sandbox.gercep().order(&[("POS-123", 2)]).expect("an order");
    (sandbox, order)
}

fn example(name: &str) -> Value {
    let mut example = fixture("gercep", name);
    example["data"]["storeSlug"] = "sekar-batik".into();
    example
}

#[test]
fn a_paid_order_is_told_as_the_example_says_and_takes_from_the_stock() {
    let ear = Ear::answering(&[200]);
    let (sandbox, order) = ordered(&ear);
    assert!(sandbox.gercep().pay(order));
    let told = ear.next();
    assert_eq!(told.body, example("webhook_order_paid.request"));
    assert!(told.headers.contains(&("x-gercep-event".into(), "order.paid".into())));
    assert_eq!(sandbox.gercep().products()[0].stock, 98);
}

#[test]
fn a_failure_is_never_told_again() {
    let ear = Ear::answering(&[500]);
    let (sandbox, order) = ordered(&ear);
    assert!(sandbox.gercep().pay(order));
    ear.next();
    assert!(sandbox.wait_for(Duration::from_secs(10), |world| {
        world.gercep.calls.all().iter().all(|call| call.standing == crate::sandbox::Standing::GivenUp)
    }));
    assert_eq!(sandbox.gercep().calls()[0].attempts.len(), 1);
}

#[test]
fn a_gateway_that_calls_back_twice_is_told_of_twice_and_sells_once() {
    let ear = Ear::answering(&[200]);
    let (sandbox, order) = ordered(&ear);
    assert!(sandbox.gercep().pay(order) && sandbox.gercep().pay(order));
    assert_eq!(ear.next().body, ear.next().body);
    assert_eq!(sandbox.gercep().products()[0].stock, 98);
    assert!(!sandbox.gercep().pay(1));
}

#[test]
fn the_source_says_more_than_the_page_and_sums_more_than_the_lines() {
    let ear = Ear::answering(&[200]);
    let (sandbox, order) = ordered(&ear);
    sandbox.gercep().say_more(true);
    assert!(sandbox.gercep().edit(order, |order| order.fees = 3_000));
    assert!(sandbox.gercep().pay(order));
    let told = ear.next().body;
    let wrong = breaches(&example("synthetic/webhook_order_paid.observed"), &told, "");
    assert!(wrong.is_empty(), "{wrong:?}");
    assert_eq!(told["data"]["totalAmount"], 53_000);
}

#[test]
fn a_merchants_invoice_has_no_items() {
    let ear = Ear::answering(&[200]);
    let (sandbox, order) = ordered(&ear);
    sandbox.gercep().say_more(true);
    assert!(sandbox.gercep().edit(order, |order| {
        order.items.clear();
        order.fees = 50_000;
        order.payment_method = None;
        order.order_type = "DINE_IN";
    }));
    assert!(sandbox.gercep().pay(order));
    let (mut told, example) = (ear.next().body, example("synthetic/webhook_order_paid.no_items"));
    told["data"]["createdAt"] = example["data"]["createdAt"].clone();
    assert_eq!(told, example);
}

#[test]
fn a_person_orders_and_pays_on_the_page() {
    let ear = Ear::answering(&[200]);
    let (sandbox, _) = ordered(&ear);
    let agent: ureq::Agent = ureq::Agent::config_builder().max_redirects(0).build().into();
    let press = |path: &str, fields: &[(&str, &str)]| {
        let url = format!("{}{path}", sandbox.base_url());
        agent.post(url).send_form(fields.iter().copied()).expect("an answer").status().as_u16()
    };
    assert!(send(&sandbox, "GET", "/gercep", "", None).text.contains("Rp25.000"));
    assert_eq!(press("/gercep/order/123", &[("quantity", "3")]), 303);
    assert_eq!(press("/gercep/pay/457", &[]), 303);
    assert_eq!(ear.next().body["data"]["items"][0]["quantity"], 3);
    assert!(send(&sandbox, "GET", "/gercep", "", None).text.contains("call back again"));
}

#[test]
fn the_control_api_orders_pays_and_says_what_was_told() {
    let ear = Ear::answering(&[200]);
    let sandbox = sandbox();
    rice(&sandbox);
    let control = |method: &str, path: &str, body: &Value| {
        send(&sandbox, method, &format!("/__sandbox/gercep{path}"), "", Some(body))
    };
    assert_eq!(control("PUT", "/webhooks", &json!({ "url": ear.url })).status, 200);
    let wish = json!({ "items": [{ "external_id": "POS-123", "quantity": 1 }] });
    assert_eq!(control("POST", "/orders", &wish).json(), json!({ "id": 456 }));
    assert_eq!(control("POST", "/orders/456/pay", &json!({})).status, 204);
    assert_eq!(control("POST", "/orders/7/pay", &json!({})).status, 404);
    let told = control("GET", "/webhooks?at_least=1", &json!({})).json();
    assert_eq!(told["data"][0]["attempts"][0]["status"], 200);
    assert_eq!(control("POST", "/archive/POS-123", &json!({})).status, 204);
    assert_eq!(control("POST", "/orders", &wish).status, 400);
}
