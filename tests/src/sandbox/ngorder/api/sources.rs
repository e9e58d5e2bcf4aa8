//! Where orders come from, and presets of discounts and costs.

use axum::body::Bytes;
use axum::extract::State;
use serde_json::{Value, json};

use crate::sandbox::App;
use crate::sandbox::ngorder::answer::{Answer, Refusal, data, object, success};
use crate::sandbox::ngorder::place::mongo_id;
use crate::sandbox::ngorder::source::MARKETPLACES;

/// `GET /marketplace`
pub(super) async fn marketplaces() -> Answer {
    let row = |(id, name): (u64, &str)| json!({ "marketplace_id": id, "marketplace_name": name });
    Ok(data((1..).zip(MARKETPLACES).map(row).collect::<Value>()))
}

/// `GET /order-source`, a path that the vendor's documents lost.
pub(super) async fn list(State(app): State<App>) -> Answer {
    Ok(data(app.world.read(|world| world.ngorder.sources.json())))
}

/// `POST /order-source/create`
pub(super) async fn create(State(app): State<App>, body: Bytes) -> Answer {
    let body = object(&body)?;
    let marketplace = body["marketplace_id"].as_u64().filter(|id| (1..=8).contains(id));
    let marketplace = marketplace
        .ok_or_else(|| Refusal::about("marketplace_id", "The selected marketplace id is invalid."))?;
    let note = body["note"].as_str().unwrap_or_default();
    let id = app.world.change(|world| world.ngorder.sources.add(marketplace, note));
    Ok(success(json!({ "order_source_id": id, "note": note })))
}

/// `GET /order-cost`: templates; an order repeats their content.
pub(super) async fn costs() -> Answer {
    let row = |title: &str, category: &str, kind: &str, name: &str, percentage: i64, nominal: i64| {
        json!({
            "order_cost_id": mongo_id(name),
            "title": title,
            "category": category,
            "type": kind,
            "name": name,
            "percentage": percentage,
            "nominal": nominal,
        })
    };
    Ok(data(vec![
        row("Biaya", "OTHER COST", "NOMINAL", "Bungkus kado", 0, 5_000),
        row("Diskon", "DISCOUNT", "NOMINAL", "Diskon teman", 0, 10_000),
    ]))
}
