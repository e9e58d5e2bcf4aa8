//! The ground truth: orders and requests, as they are or as they soon will be.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Mistake, Reply, mistake, read};
use crate::sandbox::App;
use crate::sandbox::journal::Arrival;
use crate::sandbox::order::{Order, PAYMENT_STATUSES, STATUSES};
use crate::sandbox::world::World;

pub(in crate::sandbox) type Wanted = BTreeMap<String, String>;

/// `GET /__sandbox/orders`
pub(super) async fn orders(State(app): State<App>, Query(wanted): Query<Wanted>) -> Reply {
    wait(&app, &wanted, |world| world.orders.len()).await?;
    let rows: Vec<Value> = app.world.read(|world| world.orders.iter().map(Order::truth).collect());
    Ok(Json(json!({ "data": rows })))
}

/// `GET /__sandbox/requests`
pub(super) async fn requests(State(app): State<App>, Query(wanted): Query<Wanted>) -> Reply {
    let is_wanted = |arrival: &&Arrival| {
        wanted.get("method").is_none_or(|method| *method == arrival.method)
            && wanted.get("path").is_none_or(|path| *path == arrival.path)
    };
    wait(&app, &wanted, |world| world.requests.iter().filter(is_wanted).count()).await?;
    let rows: Vec<Arrival> =
        app.world.read(|world| world.requests.iter().filter(is_wanted).cloned().collect());
    Ok(Json(json!({ "data": rows })))
}

/// Waits until `at_least` are there, when asked to.
pub(in crate::sandbox) async fn wait(
    app: &App,
    wanted: &Wanted,
    count: impl Fn(&World) -> usize,
) -> Result<(), Mistake> {
    let number = |name: &str| -> Result<Option<u64>, Mistake> {
        let text = wanted.get(name);
        text.map(|text| text.parse().map_err(|_| mistake(&format!("{name} is a whole number")))).transpose()
    };
    let Some(at_least) = number("at_least")? else { return Ok(()) };
    let timeout = Duration::from_millis(number("timeout_ms")?.unwrap_or(5_000));
    let came = app.world.watch(timeout, |world| count(world) as u64 >= at_least).await;
    let words = || format!("only {} came in {timeout:?}", app.world.read(&count));
    came.then_some(()).ok_or_else(|| Mistake(StatusCode::REQUEST_TIMEOUT, words()))
}

/// `PUT /__sandbox/orders/{order_id}/payment_status`: the key or the number of the order.
pub(super) async fn put_payment_status(State(app): State<App>, Path(id): Path<String>, body: Bytes) -> Reply {
    let body: Value = read(&body)?;
    let status = one_of(&body, "payment_status", &PAYMENT_STATUSES)?;
    act(&app, &id, |order| order.set_payment_status(status))
}

/// `PUT /__sandbox/orders/{order_id}/status`: what the seller does with the order.
pub(super) async fn put_status(State(app): State<App>, Path(id): Path<String>, body: Bytes) -> Reply {
    let body: Value = read(&body)?;
    let status = one_of(&body, "status", &STATUSES)?;
    let receipt = body["shipment_receipt"].as_str().map(str::to_owned);
    act(&app, &id, |order| match status {
        "shipped" => order.ship(receipt),
        _ => order.set_status(status),
    })
}

/// `PUT /__sandbox/orders/{order_id}`: until when it can be paid.
pub(super) async fn put_order(State(app): State<App>, Path(id): Path<String>, body: Bytes) -> Reply {
    let body: Value = read(&body)?;
    let expires_at = match &body["payment_expiration_at"] {
        Value::Null => None,
        text => {
            let time = text.as_str().and_then(|text| text.parse().ok());
            Some(time.ok_or_else(|| mistake("payment_expiration_at is a moment or null"))?)
        }
    };
    act(&app, &id, |order| order.expires_at = expires_at)
}

fn one_of(body: &Value, member: &str, known: &[&'static str]) -> Result<&'static str, Mistake> {
    let found = known.iter().find(|word| body[member] == **word).copied();
    found.ok_or_else(|| mistake(&format!("{member} is one of {}", known.join(", "))))
}

fn act(app: &App, id: &str, act: impl FnOnce(&mut Order)) -> Reply {
    app.world.change(|world| {
        let none = || Mistake(StatusCode::NOT_FOUND, format!("no order {id}"));
        let key = world.any_order(id).ok_or_else(none)?.id.clone();
        world
            .act(&key, |order| {
                act(order);
                Json(order.truth())
            })
            .ok_or_else(none)
    })
}
