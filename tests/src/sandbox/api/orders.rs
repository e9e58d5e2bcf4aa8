//! Orders (scalev-v3 §3.1, §3.2, §3.4).

use std::time::Duration;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Extension, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};

use crate::sandbox::App;
use crate::sandbox::answer::{Answer, Refusal, object};
use crate::sandbox::fault::Commit;
use crate::sandbox::gate::Number;
use crate::sandbox::order::{Content, Filter, Order, PATCH_MEMBERS};
use crate::sandbox::paging;
use crate::sandbox::world::World;

/// `POST /v3/orders`. No idempotency: a second identical post makes a second order.
pub(super) async fn create(
    State(app): State<App>,
    Extension(Number(number)): Extension<Number>,
    Extension(commit): Extension<Commit>,
    body: Bytes,
) -> Result<Response, Refusal> {
    let request = object(&body)?;
    let make = |world: &World| Ok::<_, Refusal>(Order::new(read(world, &request)?, request.clone(), number));
    let order = app.world.read(make)?;
    let answer = Json(order.json(&app.view()));
    match commit {
        Commit::Never => {}
        Commit::Once => app.world.change(|world| world.commit(order)),
        Commit::Twice => {
            let twin = app.world.read(make)?;
            app.world.change(|world| {
                world.commit(order);
                world.commit(twin);
            });
        }
        Commit::Late { after, readable } => late(&app, order, after, readable).await,
    }
    let status = app.world.read(|world| world.settings.create_status);
    Ok((StatusCode::from_u16(status).unwrap_or(StatusCode::OK), answer).into_response())
}

/// Commits on a task of its own: the client may leave, the order still comes.
async fn late(app: &App, mut order: Order, after: Duration, readable: Duration) {
    let app = app.clone();
    let commit = tokio::spawn(async move {
        tokio::time::sleep(after).await;
        order.readable_at = jiff::Timestamp::now() + readable;
        app.world.change(|world| world.commit(order));
    });
    let _ = commit.await;
}

fn read(world: &World, request: &Map<String, Value>) -> Result<Content, Refusal> {
    let left = |variant, at_start| world.left(variant, at_start);
    Content::read(request, left, world.settings.validation_status)
}

/// `GET /v3/orders/{id}`
pub(super) async fn one(State(app): State<App>, Path(id): Path<String>) -> Answer {
    let order = app.world.change(|world| world.order(&id).cloned()).ok_or(Refusal::NOT_FOUND)?;
    Ok(Json(order.json(&app.view())))
}

/// `GET /v3/orders`: newest first.
pub(super) async fn list(State(app): State<App>, Query(query): Query<paging::Query>) -> Answer {
    let filter = Filter::read(&query)?;
    let view = app.view();
    let found: Vec<Order> = app.world.read(|world| {
        let readable = world.orders.iter().rev().filter(|order| order.is_readable());
        readable.filter(|order| filter.takes(order, &view)).cloned().collect()
    });
    paging::page(&found, "orders", &query, |order| order.id.clone(), |order| filter.row(order, &view))
}

/// `PATCH /v3/orders/{id}`: the create members but four; the rest of the body is ignored.
pub(super) async fn change(
    State(app): State<App>,
    Extension(commit): Extension<Commit>,
    Path(id): Path<String>,
    body: Bytes,
) -> Answer {
    let body = object(&body)?;
    let mut order = app.world.change(|world| world.order(&id).cloned()).ok_or(Refusal::NOT_FOUND)?;
    let mut request = order.request.clone();
    request.extend(body.into_iter().filter(|(name, _)| PATCH_MEMBERS.contains(&name.as_str())));
    let content = app.world.read(|world| {
        // What this order holds already is not missing from the shelf.
        let held = |variant| order.pieces_of(variant);
        let left = |variant, at_start| world.left(variant, at_start).map(|left| left + held(variant));
        Content::read(&request, left, world.settings.validation_status)
    })?;
    order.change(content, request);
    let answer = order.json(&app.view());
    if commit != Commit::Never {
        app.world.change(|world| world.order(&id).map(|kept| *kept = order));
    }
    Ok(Json(answer))
}
