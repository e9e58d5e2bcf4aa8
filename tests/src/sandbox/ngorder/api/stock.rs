//! What is left, and setting it.

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use serde_json::{Value, json};

use crate::sandbox::App;
use crate::sandbox::ngorder::answer::{Answer, Refusal, data, object, request_id, success};
use crate::sandbox::ngorder::goods::{self, Kind};
use crate::sandbox::ngorder::paging::Query as Wanted;
use crate::sandbox::ngorder::place::WAREHOUSES;

const UNKNOWN: Refusal = Refusal::Told("Variation not found");

/// `GET /product/check-stock`: of one warehouse, or of all.
pub(super) async fn check(State(app): State<App>, Query(query): Query<Wanted>) -> Answer {
    let number = |name: &str| query.get(name).and_then(|text| text.parse::<u64>().ok());
    let (product, variant) = number("variation_id").and_then(goods::variation).ok_or(UNKNOWN)?;
    let left = app.world.read(|world| match number("warehouse_id") {
        Some(warehouse) => world.ngorder.shelf.left(product, variant, warehouse),
        None => world.ngorder.shelf.total(product, variant),
    });
    let of = |class: &str| goods::price(product, variant, class, 1);
    Ok(success(json!({
        "stock": left,
        "price": of("N"),
        "price_dropship": of("D"),
        "price1": of("1"),
        "price2": of("2"),
        "price3": of("3"),
    })))
}

/// `GET /product/history/warehouse/{variation}`
pub(super) async fn per_warehouse(State(app): State<App>, Path(id): Path<u64>) -> Answer {
    let (product, variant) = goods::variation(id).ok_or(UNKNOWN)?;
    let rows: Vec<Value> = app.world.read(|world| {
        let left = |id| world.ngorder.shelf.left(product, variant, id);
        let row = |warehouse: &crate::sandbox::ngorder::place::Warehouse| {
            json!({ "warehouse_id": warehouse.id, "name": warehouse.name, "stock": left(warehouse.id) })
        };
        WAREHOUSES.iter().map(row).collect()
    });
    Ok(data(rows))
}

/// `PATCH /product/sync-stock`: sets the main warehouse; both numbers come back as strings.
pub(super) async fn sync(State(app): State<App>, body: Bytes) -> Answer {
    let body = object(&body)?;
    let amount = body["amount"].as_u64().and_then(|amount| u32::try_from(amount).ok());
    let amount = amount.ok_or_else(|| Refusal::about("amount", "The amount must be an integer."))?;
    let id = body["variation_id"].as_u64().unwrap_or_default();
    let (product, _) = goods::variation(id).ok_or(UNKNOWN)?;
    if goods::kind(product) == Kind::Own {
        app.world.change(|world| world.ngorder.shelf.put(id, 0, amount));
    }
    Ok(success(json!({
        "variation_id": id.to_string(),
        "amount": amount.to_string(),
        "request_id": request_id(),
    })))
}
