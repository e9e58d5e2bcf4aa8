//! What can be asked of DealPOS: a token, and products and variants by their code, fifty times in
//! three minutes (platforms §1, §4.1).

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::TillProduct;
use crate::sandbox::App;
use crate::sandbox::gate::Number;

/// What the merchant's integration is called.
pub const CLIENT_ID: &str = "tumbas-till";
/// Its secret.
pub const CLIENT_SECRET: &str = "till_secret_of_the_sandbox";
/// A token for the address that the events are posted to.
pub const HOOK_TOKEN: &str = "dealpos7hook5token3of2the1sandbox0tumbas";

const ACCESS_TOKEN: &str = "till_access_token_of_the_sandbox";
/// Seconds that a token and a window of calls last.
const TOKEN_SECONDS: u64 = 3600;
const WINDOW_SECONDS: i64 = 180;
/// Calls in a window.
pub(super) const CALLS: u32 = 50;

/// Calls so far in the present window.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Meter {
    start: i64,
    used: u32,
}

impl Meter {
    /// Counts a call and gives what is left of `limit`; nothing when it is one too many.
    fn count(&mut self, limit: u32, now: Timestamp) -> Option<u32> {
        let start = now.as_second() - now.as_second() % WINDOW_SECONDS;
        if self.start != start {
            *self = Self { start, used: 0 };
        }
        let left = limit.checked_sub(self.used + 1)?;
        self.used += 1;
        Some(left)
    }
}

/// The routes, relative to `/dealpos/api/v3`.
pub(in crate::sandbox) fn router(app: App) -> Router<App> {
    let asked = Router::new()
        .route("/Product", get(products))
        .route("/Variant", get(variants))
        .layer(middleware::from_fn_with_state(app, door));
    Router::new().route("/Token/OAuth2", post(token)).merge(asked)
}

/// An error: a status and its sentence.
fn refusal(status: StatusCode, sentence: &str) -> Response {
    (status, Json(json!({ "Message": sentence }))).into_response()
}

async fn token(body: Bytes) -> Response {
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    if body["client_id"] != CLIENT_ID || body["client_secret"] != CLIENT_SECRET {
        return refusal(StatusCode::BAD_REQUEST, "Client authentication failed.");
    }
    let token = json!({ "access_token": ACCESS_TOKEN, "token_type": "Bearer", "expires_in": TOKEN_SECONDS });
    Json(token).into_response()
}

/// The token, then the budget, which is spent by refused calls too.
async fn door(State(app): State<App>, request: Request, next: Next) -> Response {
    let is_known = bears_token(request.headers());
    let number = request.extensions().get().copied();
    let (limit, left) = app.world.change(|world| {
        if let Some(arrival) = number.and_then(|Number(number)| world.arrival(number)) {
            arrival.authorised = Some(is_known);
        }
        let till = &mut world.till;
        (till.calls_allowed, till.meter.count(till.calls_allowed, Timestamp::now()))
    });
    let mut answer = match left {
        None => refusal(StatusCode::TOO_MANY_REQUESTS, "Too many requests."),
        Some(_) if !is_known => {
            refusal(StatusCode::UNAUTHORIZED, "Authorization has been denied for this request.")
        }
        Some(_) => next.run(request).await,
    };
    let headers = answer.headers_mut();
    headers.insert("ratelimit-limit", limit.into());
    headers.insert("ratelimit-remaining", left.unwrap_or_default().into());
    if let Ok(policy) = format!("{limit};w={WINDOW_SECONDS}").parse() {
        headers.insert("ratelimit-policy", policy);
    }
    answer
}

fn bears_token(headers: &HeaderMap) -> bool {
    let sent = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    sent.and_then(|value| value.strip_prefix("Bearer ")) == Some(ACCESS_TOKEN)
}

type Wanted = BTreeMap<String, String>;

/// `GET /Product?Code=`: every product without a code.
async fn products(State(app): State<App>, Query(query): Query<Wanted>) -> Json<Value> {
    app.world.read(|world| {
        let wants = |product: &&TillProduct| query.get("Code").is_none_or(|code| *code == product.code);
        Json(world.till.products.iter().filter(wants).map(TillProduct::json).collect())
    })
}

/// `GET /Variant?Code=`
async fn variants(State(app): State<App>, Query(query): Query<Wanted>) -> Json<Value> {
    app.world.read(|world| {
        let all = world
            .till
            .products
            .iter()
            .flat_map(|product| product.variants.iter().map(move |variant| (product, variant)));
        let wanted = all.filter(|(_, variant)| query.get("Code").is_none_or(|code| *code == variant.code));
        Json(wanted.map(|(product, variant)| product.variant_json(variant)).collect())
    })
}
