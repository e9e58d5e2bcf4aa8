//! Orders: made, listed, called off, sent.

use std::time::Duration;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Extension, Query, State};
use jiff::{Timestamp, ToSpan};
use serde_json::{Value, json};

use crate::sandbox::App;
use crate::sandbox::fault::Commit;
use crate::sandbox::identity::jakarta;
use crate::sandbox::ngorder::answer::{Answer, Refusal, object, request_id};
use crate::sandbox::ngorder::order::{Order, Reading};
use crate::sandbox::ngorder::paging::{Pages, Query as Wanted};
use crate::sandbox::ngorder::{Ngorder, mark};
use crate::sandbox::world::World;

/// `POST /order`. No idempotency: a second identical post makes a second order.
pub(super) async fn create(
    State(app): State<App>,
    Extension(commit): Extension<Commit>,
    body: Bytes,
) -> Answer {
    let body = object(&body)?;
    let is_late = commit.after > Duration::ZERO;
    let read = |world: &World| Reading::order(&world.ngorder, &body);
    // Checked and committed in one go, so that parallel posts cannot oversell.
    let (order, first) = app.world.change(|world| {
        let order = read(world)?;
        let mut first = None;
        for nth in 0..if is_late { 0 } else { commit.times } {
            let order = if nth == 0 { order.clone() } else { read(world)? };
            let numbers = world.ngorder.commit(order.readable_after(commit.readable));
            first = first.or(Some(numbers));
        }
        Ok::<_, Refusal>((order, first))
    })?;
    let numbers = match first {
        Some(numbers) => numbers,
        None if is_late => late(&app, order, commit).await,
        None => (39_384_700, 12_000),
    };
    Ok(created(numbers))
}

/// Commits on a task of its own: the client may leave, the order still comes.
async fn late(app: &App, order: Order, commit: Commit) -> (u64, u64) {
    let app = app.clone();
    let made = tokio::spawn(async move {
        tokio::time::sleep(commit.after).await;
        app.world.change(|world| world.ngorder.commit(order.readable_after(commit.readable)))
    });
    made.await.unwrap_or_default()
}

fn created((order_id, po_number): (u64, u64)) -> Json<Value> {
    Json(json!({
        "request_id": request_id(),
        "response": "Success",
        "message": "Order created",
        "data": { "order_id": order_id, "po_number": po_number },
    }))
}

/// `GET /order`: newest first, the last thirty days unless told. What was called off stays in it.
pub(super) async fn list(State(app): State<App>, Query(query): Query<Wanted>) -> Answer {
    let url = app.list_url("/order");
    let pages = Pages { is_object: false, ..App::pages(&url, 10) };
    Ok(app.world.read(|world| {
        let found: Vec<&Order> = newest(&world.ngorder)
            .filter(|order| order.is_within(&query) && order.is_wanted(&query))
            .collect();
        pages.page(&found, &query, |order| order.row())
    }))
}

/// `GET /order/details`: whole documents, without a filter by id.
pub(super) async fn documents(State(app): State<App>, Query(query): Query<Wanted>) -> Answer {
    let url = app.list_url("/order/details");
    let pages = Pages { is_object: false, ..App::pages(&url, 10) };
    Ok(app.world.read(|world| {
        let found: Vec<&Order> = newest(&world.ngorder).filter(|order| order.is_in_state(&query)).collect();
        pages.page(&found, &query, |order| order.document())
    }))
}

/// `GET /order-cancel`
pub(super) async fn cancelled(State(app): State<App>, Query(query): Query<Wanted>) -> Answer {
    let url = app.list_url("/order-cancel");
    let pages = Pages { is_object: false, ..App::pages(&url, 10) };
    Ok(app.world.read(|world| {
        let found: Vec<&Order> =
            newest(&world.ngorder).filter(|order| order.is_cancelled() && order.is_wanted(&query)).collect();
        pages.page(&found, &query, |order| order.cancelled_row())
    }))
}

fn newest(shop: &Ngorder) -> impl Iterator<Item = &Order> {
    shop.readable().rev()
}

impl Order {
    /// Made between the days that are asked for.
    fn is_within(&self, query: &Wanted) -> bool {
        let now = Timestamp::now();
        let month_ago = mark::day(now.checked_sub((30 * 24).hours()).unwrap_or(now));
        let today = jakarta(now).strftime("%Y-%m-%d").to_string();
        let made = mark::day(self.created_at);
        let from = query.get("start_date").unwrap_or(&month_ago);
        let to = query.get("end_date").unwrap_or(&today);
        (from.as_str()..=to.as_str()).contains(&made.as_str())
    }

    fn is_wanted(&self, query: &Wanted) -> bool {
        self.is_found(query) && self.is_in_state(query)
    }

    fn is_in_state(&self, query: &Wanted) -> bool {
        let is =
            |name: &str, word: &str| query.get(name).is_none_or(|wanted| wanted.is_empty() || wanted == word);
        is("payment_status", self.payment_status()) && is("order_progress_status", self.progress())
    }

    fn is_found(&self, query: &Wanted) -> bool {
        let keyword = query.get("keyword").map(|text| text.to_lowercase()).unwrap_or_default();
        let holds = |text: &str| text.to_lowercase().contains(&keyword);
        match query.get("type").map_or("", String::as_str) {
            _ if keyword.is_empty() => true,
            "ORDER_ID" => keyword == self.order_id.to_string() || keyword == self.po_number.to_string(),
            "CUSTOMER_PHONE" => holds(&self.receiver.phone) || holds(&self.receiver.local_phone()),
            "AWB_NUMBER" => self.awb_number.as_deref().is_some_and(holds),
            _ => holds(&self.receiver.name) || holds(&self.sender.name),
        }
    }
}

/// The order that a call names, in its body or in its query.
fn named(body: &Value, query: &Wanted) -> u64 {
    let text = query.get("id").map(String::as_str).or(body["id"].as_str());
    text.and_then(|text| text.parse().ok()).or(body["id"].as_u64()).unwrap_or_default()
}

/// `POST /order/cancel`
pub(super) async fn cancel(State(app): State<App>, body: Bytes) -> Answer {
    let id = named(&object(&body)?, &Wanted::new());
    app.world.change(|world| {
        let order =
            world.ngorder.order(id).ok_or_else(|| Refusal::about("id", "The selected id is invalid."))?;
        let po_number = order.po_number;
        if !world.ngorder.cancel(id) {
            return Err(Refusal::about("id", "Order has been canceled"));
        }
        Ok(Json(json!({
            "response": "success",
            "message": "Order has been Canceled",
            "data": { "order_id": id, "po_number": po_number },
        })))
    })
}

/// `POST /order/awb-number/add`: its members are in the query.
pub(super) async fn add_waybill(State(app): State<App>, Query(query): Query<Wanted>) -> Answer {
    let number = query.get("awb_number").filter(|number| !number.is_empty());
    let number =
        number.cloned().ok_or_else(|| Refusal::about("awb_number", "The awb number field is required."))?;
    app.world.change(|world| {
        let order = world.ngorder.order_mut(named(&Value::Null, &query));
        let order = order.ok_or_else(|| Refusal::about("id", "The selected id is invalid."))?;
        order.ship(Some(number));
        Ok(Json(json!({
            "request_id": request_id(),
            "response": "Success",
            "message": "Awb number has been updated",
            "data": {
                "order_id": order.order_id,
                "po_number": order.po_number,
                "notification": {
                    "id": 1,
                    "title": "Notification successfully sent",
                    "content": "Your receipt credit notification currently has 968350 remaining",
                },
            },
        })))
    })
}
