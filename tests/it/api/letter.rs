//! Letters of the platform, and the requests that bring them.

use std::sync::Arc;

use anyhow::Result;
use jiff::Timestamp;
use serde_json::{Value, json};
use tumbas_tests::sandbox::{self, Fault, Order};
use tumbas_tests::stage::World;
use uuid::Uuid;

use super::ask::{Answer, Ask};
use super::cart::{digital, key, orders_of};
use super::places;

/// Where they are brought.
pub(super) const BOX: &str = "/webhooks/scalev";
const SIGNATURE: &str = "x-scalev-hmac-sha256";

/// A letter that nobody sent before.
pub(super) fn letter(event: &str, data: &Value) -> Value {
    let id = format!("event_{}", Uuid::now_v7().simple());
    json!({ "event": event, "unique_id": id, "timestamp": Timestamp::now().to_string(), "data": data })
}

/// Says that the money of this order moved.
pub(super) fn payment(order: &Order, status: &str) -> Value {
    letter(
        "payment.received",
        &json!({ "id": order.id, "order_id": order.order_id, "payment_status": status }),
    )
}

/// Says that this order was made.
pub(super) fn created(order: &Order) -> Value {
    let data = json!({ "id": order.id, "order_id": order.order_id, "status": "pending", "payment_status": "unpaid" });
    letter("order.created", &data)
}

/// A letter with the platform's signature.
pub(super) fn genuine(letter: &Value) -> Ask {
    signed(&letter.to_string(), sandbox::WEBHOOK_SECRET)
}

/// These bytes, signed with this secret.
pub(super) fn signed(body: &str, secret: &str) -> Ask {
    carried(body, &sandbox::sign(secret, body.as_bytes()))
}

/// These bytes under this signature.
pub(super) fn carried(body: &str, signature: &str) -> Ask {
    bare(body).header(SIGNATURE, signature)
}

/// These bytes and no signature.
pub(super) fn bare(body: &str) -> Ask {
    Ask::new("POST", BOX).header("content-type", "application/json").body(body)
}

/// Where letters arrive. Two secrets are known, as while one takes the other's place.
pub(super) fn office() -> Result<Arc<World>> {
    places::place("office", &[("SCALEV_WEBHOOK_SECRET", "whsec_sandbox_tumbas, whsec_second_tumbas")])
}

/// An order that stands, and its path.
pub(super) fn placed(world: &World) -> (Order, String) {
    let draft = digital();
    let state = Ask::order(&draft, &key()).of(world).good();
    let path = format!("/v3/orders/{}", state["token"].as_str().expect("a token"));
    (orders_of(world, &draft).remove(0), path)
}

/// From here on the platform cannot be asked about this order: what is known of it, was told.
pub(super) fn hide(world: &World, order: &Order) {
    world.sandbox.plan(Fault::on("GET", &format!("/v3/orders/{}", order.id)).status(503, "<html>").every());
}

/// One member of what the holder of the token is told.
pub(super) fn shown(world: &World, path: &str, member: &str) -> Value {
    Ask::get(path).of(world).good()[member].take()
}

/// Answered as what is written down.
pub(super) fn is_taken(answer: &Answer) {
    assert_eq!((answer.status, answer.json()), (200, json!({ "ok": true })), "{}", answer.text());
}
