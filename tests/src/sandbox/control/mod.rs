//! The control API under `/__sandbox`: the powers of [`super::Sandbox`] over HTTP,
//! for tests in other languages and for people.
//!
//! | route | does |
//! |---|---|
//! | `GET /__sandbox` | keys, limits, settings and counts |
//! | `POST /__sandbox/faults` | plans a [`Fault`], or an array of them |
//! | `GET`, `DELETE /__sandbox/faults` | the plan with counts; forgets it and lets held connections go |
//! | `GET /__sandbox/orders` | the ground truth; `at_least=1&timeout_ms=5000` waits for it |
//! | `PUT /__sandbox/orders/{order_id}/payment_status` | `{"payment_status": "paid"}` |
//! | `PUT /__sandbox/orders/{order_id}` | `{"payment_expiration_at": "2026-11-22T04:00:00Z"}`, or `null` |
//! | `PUT /__sandbox/orders/{order_id}/status` | `{"status": "shipped", "shipment_receipt": "JNE1"}` |
//! | `GET /__sandbox/requests` | the request log; `method`, `path`, `at_least`, `timeout_ms` |
//! | `PUT /__sandbox/limits` | `{"per_10_seconds": 100, "per_hour": 10000}` |
//! | `PUT /__sandbox/settings` | [`Settings`] |
//! | `PUT /__sandbox/stock/{variant_unique_id}` | `{"available_qty": 3}`, or `null` for uncounted |
//! | `PUT /__sandbox/logistics` | [`Logistics`]: `{"surcharge": 2000}`, `{"no_couriers": true}`, …; `{}` undoes it |
//! | `PUT`, `DELETE /__sandbox/webhooks` | who is told of orders: `{"url", "secret"}`; nobody |
//! | `GET /__sandbox/webhooks` | what was told and how it was taken; `at_least`, `timeout_ms` |
//! | `POST /__sandbox/webhooks/{hold,release,replay,forge}` | see `webhooks` |
//! | `/__sandbox/ngorder` | the same for Ngorder's orders and shelves: see [`ngorder`] |
//! | `/__sandbox/till`, `/__sandbox/gercep` | the till and the other channel: see [`dealpos`], [`gercep`] |
//! | `POST`, `DELETE /__sandbox/reset` | back to the start |

mod truth;
mod webhooks;

pub(super) use truth::{Wanted, wait};

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::App;
use super::catalogue::Catalogue;
use super::dealpos;
use super::fault::Fault;
use super::gercep;
use super::key;
use super::limit::{Limits, Meter};
use super::ngorder;
use super::settings::Settings;
use super::shipping::Logistics;

/// What a control route answers.
pub(super) type Reply = Result<Json<Value>, Mistake>;

/// A control request that makes no sense, in words.
pub(super) struct Mistake(pub(super) StatusCode, pub(super) String);

impl IntoResponse for Mistake {
    fn into_response(self) -> Response {
        (self.0, Json(json!({ "error": self.1 }))).into_response()
    }
}

/// The routes, relative to `/__sandbox`.
pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/", get(about))
        .route("/faults", get(faults).post(plan).delete(forget))
        .route("/orders", get(truth::orders))
        .route("/orders/{order_id}", put(truth::put_order))
        .route("/orders/{order_id}/payment_status", put(truth::put_payment_status))
        .route("/orders/{order_id}/status", put(truth::put_status))
        .route("/requests", get(truth::requests))
        .route("/limits", put(limits))
        .route("/settings", put(settings))
        .route("/stock/{variant_unique_id}", put(stock))
        .route("/logistics", put(logistics))
        .nest("/webhooks", webhooks::router())
        .nest("/ngorder", ngorder::control())
        .nest("/till", dealpos::control())
        .nest("/gercep", gercep::control())
        .route("/reset", post(reset).delete(reset))
}

async fn about(State(app): State<App>) -> Json<Value> {
    app.world.read(|world| {
        Json(json!({
            "api_key": key::API_KEY,
            "storefront_key": key::STOREFRONT_KEY,
            "limits": world.limits,
            "settings": world.settings,
            "logistics": world.logistics,
            "orders": world.orders.len(),
            "requests": world.requests.len(),
        }))
    })
}

async fn faults(State(app): State<App>) -> Json<Value> {
    Json(json!({ "data": app.world.read(|world| world.faults.clone()) }))
}

async fn plan(State(app): State<App>, body: Bytes) -> Reply {
    let value: Value = read(&body)?;
    let rows = match value {
        Value::Array(rows) => rows,
        row => vec![row],
    };
    let planned = rows.into_iter().map(serde_json::from_value).collect::<Result<Vec<Fault>, _>>();
    let planned = planned.map_err(|error| mistake(&format!("this is not a fault: {error}")))?;
    app.world.change(|world| planned.into_iter().for_each(|fault| world.faults.add(fault)));
    Ok(faults(State(app)).await)
}

async fn forget(State(app): State<App>) -> StatusCode {
    app.world.change(|world| world.faults.clear());
    app.world.release();
    StatusCode::NO_CONTENT
}

async fn limits(State(app): State<App>, body: Bytes) -> Reply {
    let limits: Limits = read(&body)?;
    app.world.change(|world| {
        world.limits = limits;
        world.meter = Meter::default();
    });
    Ok(Json(json!(limits)))
}

async fn settings(State(app): State<App>, body: Bytes) -> Reply {
    let settings: Settings = read(&body)?;
    app.world.change(|world| world.settings = settings.clone());
    Ok(Json(json!(settings)))
}

async fn logistics(State(app): State<App>, body: Bytes) -> Reply {
    let logistics: Logistics = read(&body)?;
    app.world.change(|world| world.logistics = logistics.clone());
    Ok(Json(json!(logistics)))
}

async fn stock(State(app): State<App>, Path(id): Path<String>, body: Bytes) -> Reply {
    let body: Value = read(&body)?;
    let left = match &body["available_qty"] {
        Value::Null => None,
        pieces => {
            let pieces = pieces.as_u64().and_then(|pieces| u32::try_from(pieces).ok());
            Some(pieces.ok_or_else(|| mistake("available_qty is a whole number or null"))?)
        }
    };
    let variant = Catalogue::get().variants().find(|variant| variant.unique_id == id);
    let variant = variant.ok_or_else(|| Mistake(StatusCode::NOT_FOUND, format!("no variant {id}")))?;
    app.world.change(|world| world.stock.put(variant, left));
    Ok(Json(json!({ "variant_unique_id": id, "available_qty": left })))
}

async fn reset(State(app): State<App>) -> StatusCode {
    app.world.reset();
    StatusCode::NO_CONTENT
}

pub(super) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Mistake> {
    serde_json::from_slice(body).map_err(|error| mistake(&format!("the body cannot be read: {error}")))
}

pub(super) fn mistake(words: &str) -> Mistake {
    Mistake(StatusCode::BAD_REQUEST, words.into())
}
