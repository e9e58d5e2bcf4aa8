//! What the platform tells by itself, as a merchant's endpoint gets it.

use std::time::Duration;

use serde_json::{Value, json};

use super::client::{ebook_order, post, sandbox, send};
use super::receiver::{Receiver, SECRET};
use crate::sandbox::{Forgery, Release, STOREFRONT_KEY, Sandbox, Standing, sign};

const PATIENCE: Duration = Duration::from_secs(10);

/// A sandbox that tells this receiver, which has seen the ping already.
fn told(receiver: &Receiver) -> Sandbox {
    let sandbox = sandbox();
    sandbox.subscribe(receiver.endpoint()).expect("a good endpoint");
    assert_eq!(receiver.next().event(), "business.test_event");
    sandbox
}

fn order(sandbox: &Sandbox) -> Value {
    post(sandbox, "/v3/orders", &ebook_order()).json()
}

#[test]
fn the_ping_must_be_answered_with_exactly_200() {
    let sandbox = sandbox();
    let refusing = Receiver::answering(&[204]);
    let refused = sandbox.subscribe(refusing.endpoint()).unwrap_err();
    assert!(refused.ends_with("answered 204 to business.test_event; only 200 is good"), "{refused}");
    let ping = refusing.next();
    assert_eq!((ping.json().get("unique_id"), &ping.json()["data"]), (None, &json!({})));
    assert_eq!(ping.signature, sign(SECRET, ping.body.as_bytes()));
    order(&sandbox);
    assert!(sandbox.deliveries().is_empty(), "nobody is told");
}

#[test]
fn an_order_is_told_signed_with_the_webhooks_own_form() {
    let receiver = Receiver::answering(&[200]);
    let sandbox = told(&receiver);
    let order = order(&sandbox);
    let told = receiver.next();
    let (notice, data) = (told.json(), told.json()["data"].clone());
    assert_eq!((notice["event"].as_str(), &data["id"]), (Some("order.created"), &order["id"]));
    assert!(notice["unique_id"].as_str().is_some_and(|id| id.starts_with("event_") && id.len() == 30));
    assert_eq!(told.signature, sign(SECRET, told.body.as_bytes()));
    assert_eq!(data["orderlines"][0]["product_price"], "49000.00", "money is text in a webhook's lines");
    assert!(
        data["total_weight"].is_u64() && data.get("metadata").is_none() && data.get("customer").is_some()
    );
}

#[test]
fn money_and_parcel_are_told_in_the_forms_of_their_events() {
    let receiver = Receiver::answering(&[200]);
    let sandbox = told(&receiver);
    let mut request = ebook_order();
    request["payment_method"] = "qris".into();
    let order = post(&sandbox, "/v3/orders", &request).json();
    let id = order["id"].as_str().expect("an id");
    post(&sandbox, &format!("/v3/orders/{id}/payment"), &json!({}));
    assert_eq!(receiver.events(2), ["order.created", "order.epayment_created"]);
    post(&sandbox, &format!("/v3/orders/{id}/payment"), &json!({}));
    assert!(sandbox.put_payment_status(id, "paid") && sandbox.put_payment_status(id, "settled"));
    let paid = receiver.next().json();
    assert_eq!(paid["event"], "order.payment_status_changed", "the same payment is not told twice");
    assert_eq!((&paid["data"]["payment_status"], paid["data"].get("secret_slug")), (&json!("paid"), None));
    assert_eq!(paid["data"]["payment_status_history"][1]["status"], "paid");
    let rest = ["payment.received", "order.payment_status_changed", "payment.received"];
    assert_eq!(receiver.events(3), rest);
    assert!(sandbox.put_status(id, "confirmed") && sandbox.put_status(id, "shipped"));
    assert!(!sandbox.put_status(id, "lost") && !sandbox.put_status("none", "ready"));
    receiver.next();
    let shipped = receiver.next().json();
    assert_eq!(
        (&shipped["event"], &shipped["data"]["status"]),
        (&json!("order.status_changed"), &json!("shipped"))
    );
    assert!(shipped["data"]["confirmed_time"].is_string() && shipped["data"]["ready_time"].is_null());
    let path = format!(
        "/v3/stores/{}/public/orders/{}",
        super::client::kreator().unique_id,
        order["secret_slug"].as_str().expect("a slug")
    );
    let public = send(&sandbox, "GET", &path, STOREFRONT_KEY, None).json();
    assert!(public["redirect_url"].as_str().is_some_and(|url| url.ends_with("/next")));
    assert!(public["payment_expiration_at"].is_null(), "it is paid");
    assert!(public["shipment_receipt"].as_str().is_some_and(|receipt| receipt.starts_with("TMBS")));
}

#[test]
fn a_refused_delivery_comes_again_with_the_same_body_and_signature() {
    let receiver = Receiver::answering(&[200, 500, 404, 302, 204]);
    let sandbox = told(&receiver);
    order(&sandbox);
    let first = receiver.next();
    assert_eq!([receiver.next(), receiver.next(), receiver.next()], [first.clone(), first.clone(), first]);
    assert!(sandbox.wait_for(PATIENCE, |world| world.deliveries()[0].standing == Standing::Delivered));
    let attempts = sandbox.deliveries()[0].attempts.clone();
    let statuses: Vec<_> = attempts.iter().filter_map(|attempt| attempt.status).collect();
    assert_eq!(statuses, [500, 404, 302, 204]);
}

#[test]
fn what_is_held_leaves_when_it_is_released_reordered_and_repeated() {
    let receiver = Receiver::answering(&[200]);
    let sandbox = told(&receiver);
    sandbox.hold_webhooks();
    let order = order(&sandbox);
    sandbox.pay(order["order_id"].as_str().expect("a number"));
    assert!(sandbox.deliveries().iter().all(|delivery| delivery.attempts.is_empty()));
    sandbox.release_webhooks(&Release::reversed().copies(2));
    let (paid, changed, created) = ("payment.received", "order.payment_status_changed", "order.created");
    assert_eq!(receiver.events(6), [paid, paid, changed, changed, created, created]);
    let delivered = |world: &crate::sandbox::World| {
        world.deliveries().iter().filter(|told| told.standing == Standing::Delivered).count()
    };
    assert!(sandbox.wait_for(PATIENCE, |world| delivered(world) == 6));
}

#[test]
fn deliveries_can_be_repeated_at_once_and_forged() {
    let receiver = Receiver::answering(&[200]);
    let sandbox = told(&receiver);
    let order = order(&sandbox);
    let first = receiver.next();
    let number = sandbox.deliveries()[0].number;
    assert!(sandbox.replay_webhook(number, 5).is_ok_and(|attempts| attempts.len() == 5));
    assert!((0..5).all(|_| receiver.next() == first));
    assert!(sandbox.replay_webhook(number + 1, 1).is_err());
    let lie = Forgery {
        event: "payment.received".into(),
        order_id: order["order_id"].as_str().unwrap_or_default().into(),
        data: [("payment_status".to_owned(), json!("settled"))].into_iter().collect(),
        ..Forgery::default()
    };
    assert!(sandbox.forge_webhook(&lie).is_ok_and(|attempt| attempt.is_good()));
    let forged = receiver.next();
    assert_eq!(forged.json()["data"]["payment_status"], "settled");
    assert_ne!(forged.signature, sign(SECRET, forged.body.as_bytes()));
}

#[test]
fn the_control_api_has_the_same_powers() {
    let receiver = Receiver::answering(&[200]);
    let sandbox = sandbox();
    let control = |method: &str, path: &str, body: &Value| {
        let reply = send(&sandbox, method, &format!("/__sandbox{path}"), "", Some(body));
        (reply.status, serde_json::from_str::<Value>(&reply.text).unwrap_or_default())
    };
    let gone = json!({ "url": "http://127.0.0.1:1/", "secret": "s" });
    assert_eq!(control("PUT", "/webhooks", &gone).0, 422);
    let endpoint =
        json!({ "url": receiver.endpoint().url, "secret": SECRET, "events": ["order.status_changed"] });
    let (status, saved) = control("PUT", "/webhooks", &endpoint);
    assert!(status == 200 && saved.get("secret").is_none(), "{saved}");
    receiver.next();
    let order = order(&sandbox);
    let path = format!("/orders/{}/status", order["order_id"].as_str().expect("a number"));
    let (status, truth) = control("PUT", &path, &json!({ "status": "shipped", "shipment_receipt": "JNE7" }));
    assert_eq!((status, &truth["shipment_receipt"]), (200, &json!("JNE7")));
    assert_eq!(control("PUT", &path, &json!({ "status": "lost" })).0, 400);
    assert_eq!(receiver.next().event(), "order.status_changed", "only what was asked for");
    let (_, journal) = control("GET", "/webhooks?at_least=1", &Value::Null);
    assert_eq!(journal["data"][0]["attempts"][0]["status"], 200);
    assert_eq!(control("POST", "/webhooks/hold", &Value::Null).0, 204);
    assert_eq!(control("POST", "/webhooks/release", &json!({ "order": { "shuffled": 7 } })).0, 204);
    assert_eq!(control("DELETE", "/webhooks", &Value::Null).0, 204);
}
