//! Money: what came, and saying that some did.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Query, State};
use serde_json::{Map, Value, json};

use super::banks;
use crate::sandbox::App;
use crate::sandbox::ngorder::answer::{Answer, Refusal, object, request_id, small_success};
use crate::sandbox::ngorder::mark;
use crate::sandbox::ngorder::order::{Order, Payment};
use crate::sandbox::ngorder::paging::Query as Wanted;

/// `GET /order/payment-history`
pub(super) async fn history(State(app): State<App>, Query(query): Query<Wanted>) -> Answer {
    let id = query.get("id").and_then(|id| id.parse().ok()).unwrap_or_default();
    app.world.read(|world| {
        let order = world.ngorder.order(id).filter(|order| order.is_readable());
        let order = order.ok_or_else(|| Refusal::about("id", "The selected id is invalid."))?;
        Ok(small_success(order.payments.iter().map(row).collect::<Value>()))
    })
}

/// The bank is a string here, and the amount is written for people.
fn row(payment: &Payment) -> Value {
    let (bank, number) = banks::bank(payment.bank_id);
    json!({
        "payment_id": payment.id,
        "bank_id": payment.bank_id.to_string(),
        "bank_name": bank,
        "account_number": number,
        "paid_at": payment.paid_at,
        "created_at": mark::clock(payment.created_at),
        "nominal": mark::rupiah(payment.amount),
        "status": if payment.is_last { "PAID" } else { "INSTALLMENT" },
    })
}

/// `PATCH /order/quick-payment`
pub(super) async fn pay(State(app): State<App>, body: Bytes) -> Answer {
    let body = object(&body)?;
    let id = body["id"].as_u64().unwrap_or_default();
    app.world.change(|world| {
        let order = world.ngorder.order_mut(id);
        let order = order.ok_or_else(|| Refusal::about("id", "The selected id is invalid."))?;
        let payment = &body["payment"];
        let is_last = payment["status"] == "PAID";
        let amount = payment["amount"].as_i64().unwrap_or_default();
        complaints(order, payment, is_last, amount)?;
        let bank = payment["bank_id"].as_u64().unwrap_or_default();
        order.pay(bank, payment["date"].as_str().unwrap_or_default(), amount, is_last);
        Ok(Json(json!({
            "request_id": request_id(),
            "response": "success",
            "message": ["Payment Updated"],
            "data": {
                "order_id": order.order_id,
                "po_number": order.po_number,
                // `C` is the vendor's own for a part. What it says for the whole it does not show.
                "payment_status": if is_last { "PAID" } else { "C" },
            },
        })))
    })
}

fn complaints(order: &Order, payment: &Value, is_last: bool, amount: i64) -> Result<(), Refusal> {
    let mut errors = Map::new();
    let remaining = order.remaining();
    if remaining == 0 {
        errors.insert("id".into(), json!(["Order has been paid"]));
    }
    if !is_last && payment["status"] != "INSTALLMENT" {
        errors.insert("payment.status".into(), json!(["The selected payment.status is invalid."]));
    }
    if payment["date"].as_str().is_none() {
        errors.insert("payment.date".into(), json!(["The payment.date field is required."]));
    }
    if !payment["bank_id"].as_u64().is_some_and(banks::is_known) {
        errors.insert("payment.bank_id".into(), json!(["The selected payment.bank id is invalid."]));
    }
    if !is_last && (amount <= 0 || amount > remaining) {
        let sentence = "Amount is more than amount remaining of this order";
        errors.insert("amount".into(), json!([sentence]));
        errors.insert("maximum amount".into(), json!([remaining]));
    }
    if errors.is_empty() { Ok(()) } else { Err(Refusal::Failed(errors)) }
}
