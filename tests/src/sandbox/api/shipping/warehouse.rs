//! Who can send it (scalev-v3 §2.7).

use axum::body::Bytes;
use axum::extract::State;
use serde_json::{Value, json};

use super::asked::{district, store, variants};
use crate::sandbox::App;
use crate::sandbox::answer::{Answer, Refusal, object, whole};
use crate::sandbox::members::Members;
use crate::sandbox::order::business_json;
use crate::sandbox::region::District;
use crate::sandbox::shipping::Warehouse;

/// `POST /v3/shipping-costs/search-warehouse`: nearest first. Every warehouse of the
/// store holds every variant; nobody can serve what is sold out.
pub(in crate::sandbox::api) async fn search_warehouse(State(app): State<App>, body: Bytes) -> Answer {
    let body = object(&body)?;
    let mut members = Members::new(&body);
    let store = store(&mut members);
    let destination = district(&mut members, "destination_id");
    let wanted = variants(&mut members, store);
    members.finish(app.validation_status())?;
    let (Some(store), Some(destination)) = (store, destination) else { return Err(Refusal::NOT_FOUND) };
    let stock = app.world.read(|world| world.stock.clone());
    if wanted.iter().any(|(variant, pieces)| stock.left(variant).is_some_and(|left| left < *pieces)) {
        return Ok(whole(Vec::new()));
    }
    let mut warehouses: Vec<_> = Warehouse::of(store)
        .map(|warehouse| (warehouse.district().distance_km(destination), warehouse))
        .collect();
    warehouses.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let rows = warehouses.into_iter().map(|(distance, warehouse)| found(warehouse, destination, distance));
    Ok(whole(rows))
}

fn found(warehouse: &Warehouse, destination: &District, distance: f64) -> Value {
    json!({
        "destination": destination.json(),
        "distance_km": (distance * 10.0).round() / 10.0,
        "warehouse": {
            "id": warehouse.id,
            "unique_id": warehouse.unique_id(),
            "name": warehouse.name,
            "lincah_origin_id": null,
            "mengantar_origin_id": warehouse.origin_id(),
            "business": business_json(),
            "warehouse_address": warehouse.address_json(),
        },
        "warehouse_partner": warehouse.is_partner.then(|| json!({
            "id": warehouse.id * 10,
            "partner_id": 88,
            "ka_origin_id": null,
            "lincah_origin_id": null,
            "mengantar_origin_id": warehouse.origin_id(),
        })),
    })
}
