//! `/api/partner/sync-products`: one path, two methods, three acts (platforms §3.1).

use axum::body::Bytes;
use axum::extract::{Extension, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::Gercep;
use super::product::GercepProduct;
use crate::sandbox::App;
use crate::sandbox::fault::Commit;
use crate::sandbox::gate::Number;

/// The merchant's key.
pub const KEY: &str = "gercep_sandbox_tumbas";
/// A key of a plan that may not use it.
pub const SMALL_PLAN_KEY: &str = "gercep_sandbox_small_plan";

/// A token for the address that `order.paid` is posted to.
pub const HOOK_TOKEN: &str = "gercep4hook9token8of7the6sandbox5tumbas";

type Answer = Result<Json<Value>, Refusal>;

/// An error: a status and a sentence.
#[derive(Debug)]
struct Refusal(StatusCode, &'static str);

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.0, Json(json!({ "error": self.1 }))).into_response()
    }
}

/// The route, relative to `/api/partner`.
pub(in crate::sandbox) fn router(app: App) -> Router<App> {
    let door = middleware::from_fn_with_state(app, door);
    Router::new().route("/sync-products", get(fetch).post(sync)).layer(door)
}

async fn door(State(app): State<App>, request: Request, next: Next) -> Response {
    let admitted = admit(request.headers());
    if let Some(Number(number)) = request.extensions().get().copied() {
        app.world.change(|world| {
            if let Some(arrival) = world.arrival(number) {
                arrival.authorised = Some(admitted.is_ok());
            }
        });
    }
    match admitted {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    }
}

fn admit(headers: &HeaderMap) -> Result<(), Refusal> {
    match headers.get("x-api-key").map(|key| key.to_str().unwrap_or_default()) {
        Some(KEY) => Ok(()),
        Some(SMALL_PLAN_KEY) => Err(Refusal(
            StatusCode::FORBIDDEN,
            "API access is only available for Sovereign and Corporate plans.",
        )),
        Some(_) => Err(Refusal(StatusCode::FORBIDDEN, "Invalid API Key")),
        None => Err(Refusal(StatusCode::UNAUTHORIZED, "Missing API Key")),
    }
}

/// `GET`: the whole store, without what is archived.
async fn fetch(State(app): State<App>) -> Json<Value> {
    app.world.read(|world| {
        let shown = world.gercep.products.iter().filter(|product| !product.is_archived);
        let products: Vec<_> = shown.map(GercepProduct::json).collect();
        Json(json!({ "success": true, "store": "Sekar Batik Nusantara", "products": products }))
    })
}

/// `POST`: an unknown action succeeds and does nothing.
async fn sync(State(app): State<App>, Extension(commit): Extension<Commit>, body: Bytes) -> Answer {
    const WRONG: Refusal = Refusal(StatusCode::BAD_REQUEST, "Missing action or products array");
    let body: Value = serde_json::from_slice(&body).map_err(|_| WRONG)?;
    let (action, products) =
        (body["action"].as_str().ok_or(WRONG)?, body["products"].as_array().ok_or(WRONG)?);
    if commit.times == 0 {
        return Ok(Json(json!({ "success": true, "results": [] })));
    }
    app.world.change(|world| {
        let store = &mut world.gercep;
        store.batches.push(products.len());
        let results = match action {
            "upsert" => store.upsert_all(products)?,
            "delete" => products.iter().map(|item| store.remove(item)).collect(),
            _ => Vec::new(),
        };
        Ok(Json(json!({ "success": true, "results": results })))
    })
}

impl Gercep {
    /// One after another, without a transaction: what was written before it broke stays.
    fn upsert_all(&mut self, products: &[Value]) -> Result<Vec<Value>, Refusal> {
        let until = self.breaks_after.take();
        let results =
            products.iter().take(until.unwrap_or(usize::MAX)).map(|item| self.upsert(item)).collect();
        match until {
            None => Ok(results),
            Some(_) => Err(Refusal(StatusCode::INTERNAL_SERVER_ERROR, "Can't reach database server")),
        }
    }
}
