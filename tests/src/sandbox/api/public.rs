//! The few storefront routes a business client meets (scalev-v3 §3.4, §5.3).

use axum::Json;
use axum::extract::{Path, State};
use serde_json::{Value, json};

use crate::sandbox::App;
use crate::sandbox::answer::{Answer, Refusal, whole};
use crate::sandbox::catalogue::{Catalogue, Store};
use crate::sandbox::page::method_name;

const NO_STORE: Refusal = Refusal::NotFound("Store not found");

fn store(unique_id: &str) -> Result<&'static Store, Refusal> {
    Catalogue::get().store_by_unique_id(unique_id).ok_or(NO_STORE)
}

/// `GET /v3/stores/{store_unique_id}/public/orders/{secret_slug}`
pub(super) async fn one(State(app): State<App>, Path((unique_id, slug)): Path<(String, String)>) -> Answer {
    let store = store(&unique_id)?;
    let order = app.world.read(|world| world.order_by_slug(&slug).cloned());
    let order = order.filter(|order| order.content.store_key == store.key).ok_or(Refusal::NOT_FOUND)?;
    Ok(Json(order.public_json(&app.view())))
}

/// `POST …/public/orders/{secret_slug}/payment`: makes the payment once, then answers the order.
pub(super) async fn payment(state: State<App>, path: Path<(String, String)>) -> Answer {
    let origin = state.origin.clone();
    state.world.change(|world| {
        if let Some(id) = world.order_by_slug(&path.1).map(|order| order.id.clone()) {
            world.act(&id, |order| order.pay_with_gateway(&origin));
        }
    });
    one(state, path).await
}

/// `GET …/public/payment-methods`: typed, with labels.
pub(super) async fn payment_methods(Path(unique_id): Path<String>) -> Answer {
    let method = |code: String| -> Value {
        let label = method_name(&code);
        let redirects =
            matches!(code.as_str(), "payment_link" | "invoice" | "card" | "dana" | "shopeepay" | "gopay");
        json!({ "code": code, "label": label, "enabled": true, "requires_redirect": redirects })
    };
    Ok(whole(store(&unique_id)?.accepted_methods().into_iter().map(method)))
}

/// `GET …/public/variants/{variant_id}/availability`
pub(super) async fn availability(
    State(app): State<App>,
    Path((unique_id, variant)): Path<(String, u64)>,
) -> Answer {
    const LOW: u32 = 5;
    let (_, variant) = store(&unique_id)?.variant_by_id(variant).ok_or(Refusal::NOT_FOUND)?;
    let left = app.world.read(|world| world.stock.left(variant));
    let status = match left {
        Some(0) => "out_of_stock",
        Some(1..=LOW) => "low_stock",
        _ => "in_stock",
    };
    Ok(Json(json!({
        "variant_id": variant.id,
        "available": left != Some(0),
        "available_qty": left,
        "stock_status": status,
    })))
}
