//! Ngorder under `/__sandbox/ngorder`.
//!
//! | route | does |
//! |---|---|
//! | `GET /orders` | the ground truth; `at_least=1&timeout_ms=5000` waits for it |
//! | `POST /orders/{order_id}/{pay,ship,deliver,cancel}` | what the seller does; `{"awb_number": "JP1"}` with `ship` |
//! | `PUT /stock/{variation}/{warehouse}` | `{"stock": 3}` |

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::routing::{get, post, put};
use axum::{Json, Router};
use serde_json::{Value, json};

use super::Order;
use super::seller::Step;
use crate::sandbox::App;
use crate::sandbox::control::{Mistake, Reply, Wanted, mistake, read, wait};

/// Routes relative to `/__sandbox/ngorder`.
pub(in crate::sandbox) fn router() -> Router<App> {
    Router::new()
        .route("/orders", get(orders))
        .route("/orders/{order_id}/{step}", post(act))
        .route("/stock/{variation}/{warehouse}", put(stock))
}

async fn orders(State(app): State<App>, Query(wanted): Query<Wanted>) -> Reply {
    wait(&app, &wanted, |world| world.ngorder.orders.len()).await?;
    let rows: Vec<Value> = app.world.read(|world| world.ngorder.orders.iter().map(Order::truth).collect());
    Ok(Json(json!({ "data": rows })))
}

async fn act(State(app): State<App>, Path((id, word)): Path<(u64, String)>, body: Bytes) -> Reply {
    let step = Step::named(&word).ok_or_else(|| mistake("a step is pay, ship, deliver or cancel"))?;
    let body: Value = if body.is_empty() { Value::Null } else { read(&body)? };
    let awb_number = body["awb_number"].as_str().map(str::to_owned);
    app.world.change(|world| {
        if !world.ngorder.act(id, step, awb_number) {
            let words = format!("no order {id}, or nothing to {word} about it");
            return Err(Mistake(StatusCode::CONFLICT, words));
        }
        Ok(Json(world.ngorder.order(id).map(Order::truth).unwrap_or_default()))
    })
}

async fn stock(State(app): State<App>, Path((variation, warehouse)): Path<(u64, u64)>, body: Bytes) -> Reply {
    let body: Value = read(&body)?;
    let pieces = body["stock"].as_u64().and_then(|pieces| u32::try_from(pieces).ok());
    let pieces = pieces.ok_or_else(|| mistake("stock is a whole number"))?;
    app.world.change(|world| world.ngorder.shelf.put(variation, warehouse, pieces));
    Ok(Json(json!({ "variation_id": variation, "warehouse_id": warehouse, "stock": pieces })))
}
