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
    let is_late = commit.after > Duration::ZERO;
    // Checked and committed in one go, so that parallel posts cannot oversell.
    let order = app.world.change(|world| {
        let order = make(world)?;
        for nth in 0..if is_late { 0 } else { commit.times } {
            let order = if nth == 0 { order.clone() } else { make(world)? };
            world.commit(order.readable_after(commit.readable));
        }
        Ok::<_, Refusal>(order)
    })?;
    let answer = Json(order.json(&app.view()));
    if is_late {
        late(&app, order, commit).await;
    }
    let status = app.world.read(|world| world.settings.create_status);
    Ok((StatusCode::from_u16(status).unwrap_or(StatusCode::OK), answer).into_response())
}

/// Commits on a task of its own: the client may leave, the order still comes.
async fn late(app: &App, order: Order, commit: Commit) {
    let app = app.clone();
    let made = tokio::spawn(async move {
        tokio::time::sleep(commit.after).await;
        app.world.change(|world| world.commit(order.readable_after(commit.readable)));
    });
    let _ = made.await;
}

/// `GET /v3/orders/{id}`
pub(super) async fn one(State(app): State<App>, Path(id): Path<String>) -> Answer {
    let order = app.world.read(|world| world.order(&id).cloned()).ok_or(Refusal::NOT_FOUND)?;
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
        if commit.times > 0 {
            order.pieces().for_each(|(variant, pieces)| stock.take(variant, pieces));
            world.stock = stock;
            world.act(&id, |kept| *kept = order);
        }
        Ok(Json(answer))
    })
}
