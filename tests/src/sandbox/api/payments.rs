//! Payments of an order (scalev-v3 §3.4).

use axum::Json;
use axum::extract::{Extension, Path, State};
use serde_json::json;

use crate::sandbox::App;
use crate::sandbox::answer::{Answer, Refusal};
use crate::sandbox::fault::Commit;

/// `POST /v3/orders/{id}/payment`: the raw gateway payload, `{}` without a gateway.
pub(super) async fn create(
    State(app): State<App>,
    Extension(commit): Extension<Commit>,
    Path(id): Path<String>,
) -> Answer {
    let origin = app.origin.clone();
    app.world.change(|world| {
        let mut order = world.order(&id).ok_or(Refusal::NOT_FOUND)?.clone();
        let method = order.content.payment_method.as_deref().unwrap_or_default();
        if matches!(method, "" | "bank_transfer" | "cod" | "no_payment" | "marketplace" | "payment_link") {
            return Ok(Json(json!({})));
        }
        if commit.times > 0 {
            world.act(&id, |order| order.pay_with_gateway(&origin));
        }
        Ok(Json(order.pay_with_gateway(&origin)))
    })
}

/// `POST /v3/orders/{id}/check-payment`: the order, refreshed.
pub(super) async fn check(state: State<App>, path: Path<String>) -> Answer {
    super::orders::one(state, path).await
}

/// `POST /v3/orders/{id}/check-settlement`: what was paid is settled from now on.
pub(super) async fn check_settlement(State(app): State<App>, Path(id): Path<String>) -> Answer {
    app.world.change(|world| {
        if world.order(&id).is_some_and(|order| order.payment_status == "paid") {
            world.act(&id, |order| order.set_payment_status("settled"));
        }
    });
    super::orders::one(State(app), Path(id)).await
}
