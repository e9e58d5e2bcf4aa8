//! Orders (scalev-v3 §3.1, §3.2, §3.4).

use std::time::Duration;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Extension, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

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
    let make = |world: &World| {
        let content = Content::read(&request, &world.stock, world.settings.validation_status)?;
        Ok::<_, Refusal>(Order::new(content, request.clone(), number))
    };
    // Checked and committed in one go, so that parallel posts cannot oversell.
    let order = app.world.change(|world| {
        let order = make(world)?;
        if matches!(commit, Commit::Once | Commit::Twice) {
            world.commit(order.clone());
        }
        if commit == Commit::Twice {
            let twin = make(world)?;
            world.commit(twin);
        }
        Ok::<_, Refusal>(order)
    })?;
    let answer = Json(order.json(&app.view()));
    if let Commit::Late { after, readable } = commit {
        late(&app, order, after, readable).await;
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
    let view = app.view();
    app.world.change(|world| {
        let mut order = world.order(&id).ok_or(Refusal::NOT_FOUND)?.clone();
        let mut request = order.request.clone();
        request.extend(body.into_iter().filter(|(name, _)| PATCH_MEMBERS.contains(&name.as_str())));
        let mut stock = world.stock.with(order.pieces());
        let content = Content::read(&request, &stock, world.settings.validation_status)?;
        order.change(content, request);
        let answer = order.json(&view);
        if commit != Commit::Never {
            order.pieces().for_each(|(variant, pieces)| stock.take(variant, pieces));
            world.stock = stock;
            if let Some(kept) = world.order(&id) {
                *kept = order;
            }
        }
        Ok(Json(answer))
    })
}
