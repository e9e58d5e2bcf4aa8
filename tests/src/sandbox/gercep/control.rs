//! Gercep under `/__sandbox/gercep`.
//!
//! | route | does |
//! |---|---|
//! | `GET /products`, `GET /orders` | the ground truth, archived products and unpaid orders too |
//! | `POST /orders` | `{"items": [{"external_id", "quantity"}]}`: a shopper orders |
//! | `POST /orders/{id}/pay` | the money comes, or comes again |
//! | `POST /archive/{external_id}` | the merchant puts a product away |
//! | `PUT`, `DELETE /webhooks` | `{"url", "says_more"?}`: where `order.paid` is posted; nobody is told |
//! | `GET /webhooks` | what was told and how it was taken; `at_least`, `timeout_ms` |
//! | `PUT /breaks_after` | a number: the next upsert writes so many and answers 500 |

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::routing::{get, post, put};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::sandbox::App;
use crate::sandbox::control::{Mistake, Reply, Wanted, mistake, read, wait};

/// Routes relative to `/__sandbox/gercep`.
pub(in crate::sandbox) fn router() -> Router<App> {
    Router::new()
        .route("/products", get(products))
        .route("/orders", get(orders).post(order))
        .route("/orders/{id}/pay", post(pay))
        .route("/archive/{external_id}", post(archive))
        .route("/webhooks", get(calls).put(connect).delete(disconnect))
        .route("/breaks_after", put(break_after))
}

async fn products(State(app): State<App>) -> Json<Value> {
    Json(app.world.read(|world| json!({ "data": world.gercep.products, "batches": world.gercep.batches })))
}

async fn orders(State(app): State<App>) -> Json<Value> {
    Json(app.world.read(|world| json!({ "data": world.gercep.orders })))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    items: Vec<WishItem>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WishItem {
    external_id: String,
    quantity: u32,
}

async fn order(State(app): State<App>, body: Bytes) -> Reply {
    let Wish { items } = read(&body)?;
    app.world.change(|world| {
        let store = &mut world.gercep;
        let found = items.iter().map(|item| Some((store.product(&item.external_id)?.id, item.quantity)));
        let found = found.collect::<Option<Vec<_>>>();
        let id = found.and_then(|items| store.order(&items));
        id.map(|id| Json(json!({ "id": id }))).ok_or_else(|| mistake("one of these is not for sale"))
    })
}

async fn pay(State(app): State<App>, Path(id): Path<u64>) -> Result<StatusCode, Mistake> {
    let done = app.world.change(|world| world.gercep.pay(id));
    done.then_some(StatusCode::NO_CONTENT)
        .ok_or_else(|| Mistake(StatusCode::NOT_FOUND, format!("no order {id}")))
}

async fn archive(State(app): State<App>, Path(key): Path<String>) -> Result<StatusCode, Mistake> {
    let done = app.world.change(|world| {
        let id = world.gercep.product(&key).map(|product| product.id);
        id.and_then(|id| world.gercep.product_mut(id)).map(|product| product.is_archived = true)
    });
    done.map(|()| StatusCode::NO_CONTENT)
        .ok_or_else(|| Mistake(StatusCode::NOT_FOUND, format!("no product {key}")))
}

async fn calls(State(app): State<App>, Query(wanted): Query<Wanted>) -> Reply {
    wait(&app, &wanted, |world| {
        world.gercep.calls.all().iter().filter(|call| !call.attempts.is_empty()).count()
    })
    .await?;
    Ok(Json(
        app.world.read(|world| json!({ "url": world.gercep.endpoint, "data": world.gercep.calls.all() })),
    ))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Address {
    url: String,
    #[serde(default)]
    says_more: bool,
}

async fn connect(State(app): State<App>, body: Bytes) -> Reply {
    let Address { url, says_more } = read(&body)?;
    app.world.change(|world| {
        world.gercep.endpoint = Some(url.clone());
        world.gercep.says_more = says_more;
    });
    Ok(Json(json!({ "url": url, "says_more": says_more })))
}

async fn disconnect(State(app): State<App>) -> StatusCode {
    app.world.change(|world| world.gercep.endpoint = None);
    StatusCode::NO_CONTENT
}

async fn break_after(State(app): State<App>, body: Bytes) -> Reply {
    let products: usize = read(&body)?;
    app.world.change(|world| world.gercep.breaks_after = Some(products));
    Ok(Json(json!(products)))
}
