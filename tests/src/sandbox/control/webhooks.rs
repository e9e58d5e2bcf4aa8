//! Who is told of orders, what was told, and every way to spoil the telling.
//!
//! | route | does |
//! |---|---|
//! | `PUT /` | `{"url", "secret", "events"?, "retry_ms"?}`: pings the address, saves only on 200 |
//! | `DELETE /` | nobody is told any more |
//! | `GET /` | who is told, and the journal of deliveries |
//! | `POST /hold` | nothing leaves |
//! | `POST /release` | `{"order": "told" / "reversed" / {"shuffled": 7}, "copies": 5}` |
//! | `POST /replay` | `{"number": 3, "copies": 5}`: again, all at one moment |
//! | `POST /forge` | `{"event", "order_id", "data"?, "secret"? / "signature"?}` |

use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;

use super::truth::{Wanted, wait};
use super::{Mistake, Reply, mistake, read};
use crate::sandbox::App;
use crate::sandbox::webhook::{Endpoint, Forgery, Release, Standing};
use crate::sandbox::world::World;

/// Routes relative to `/__sandbox/webhooks`.
pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/", get(journal).put(subscribe).delete(unsubscribe))
        .route("/hold", post(hold))
        .route("/release", post(release))
        .route("/replay", post(replay))
        .route("/forge", post(forge))
}

async fn journal(State(app): State<App>, Query(wanted): Query<Wanted>) -> Reply {
    let delivered = |world: &World| {
        world.deliveries().iter().filter(|delivery| delivery.standing == Standing::Delivered).count()
    };
    wait(&app, &wanted, delivered).await?;
    Ok(app.world.read(|world| {
        Json(json!({
            "endpoint": world.webhooks.endpoint(),
            "held": world.webhooks.is_held(),
            "data": world.deliveries(),
        }))
    }))
}

async fn subscribe(State(app): State<App>, body: Bytes) -> Reply {
    let endpoint: Endpoint = read(&body)?;
    let saved = json!(endpoint);
    app.subscribe(endpoint).await.map_err(|words| Mistake(StatusCode::UNPROCESSABLE_ENTITY, words))?;
    Ok(Json(saved))
}

async fn unsubscribe(State(app): State<App>) -> StatusCode {
    app.world.change(|world| world.webhooks.set_endpoint(None));
    StatusCode::NO_CONTENT
}

async fn hold(State(app): State<App>) -> StatusCode {
    app.world.change(|world| world.webhooks.hold());
    StatusCode::NO_CONTENT
}

async fn release(State(app): State<App>, body: Bytes) -> Result<StatusCode, Mistake> {
    let release: Release = if body.is_empty() { Release::default() } else { read(&body)? };
    app.world.change(|world| world.webhooks.release(&release));
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Replay {
    number: u64,
    #[serde(default)]
    copies: u32,
}

async fn replay(State(app): State<App>, body: Bytes) -> Reply {
    let Replay { number, copies } = read(&body)?;
    let attempts = app.replay(number, copies).await.map_err(|words| mistake(&words))?;
    Ok(Json(json!({ "data": attempts })))
}

async fn forge(State(app): State<App>, body: Bytes) -> Reply {
    let forgery: Forgery = read(&body)?;
    Ok(Json(json!(app.forge(&forgery).await.map_err(|words| mistake(&words))?)))
}
