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
use crate::sandbox::order::Order;
use crate::sandbox::world::World;

type Wanted = BTreeMap<String, String>;

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
async fn wait(app: &App, wanted: &Wanted, count: impl Fn(&World) -> usize) -> Result<(), Mistake> {
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
    let known = ["unpaid", "paid", "settled", "conflict"];
    let status = known.into_iter().find(|status| body["payment_status"] == *status);
    let status = status.ok_or_else(|| mistake("payment_status is unpaid, paid, settled or conflict"))?;
    app.world.change(|world| {
        let order = world.orders.iter_mut().find(|order| order.id == id || order.order_id == id);
        let order = order.ok_or_else(|| Mistake(StatusCode::NOT_FOUND, format!("no order {id}")))?;
        order.set_payment_status(status);
        Ok(Json(order.truth()))
    })
}
