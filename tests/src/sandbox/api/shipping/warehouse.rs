//! Who can send it (scalev-v3 §2.7).

use axum::body::Bytes;
use axum::extract::State;
use serde_json::{Value, json};

use super::asked::{district, number, pieces, store, variant};
use crate::sandbox::App;
use crate::sandbox::answer::{Answer, Refusal, object, whole};
use crate::sandbox::catalogue::{Product, Variant};
use crate::sandbox::members::Members;
use crate::sandbox::order::business_json;
use crate::sandbox::region::District;
use crate::sandbox::shipping::Warehouse;
use crate::sandbox::world::World;

/// What is wanted: each with its product and pieces.
type Wanted = Vec<(&'static Product, &'static Variant, u32)>;

/// `POST /v3/shipping-costs/search-warehouse`: nearest first. A warehouse is found
/// when it holds all of it, enough is left, and it sends there.
pub(in crate::sandbox::api) async fn search_warehouse(State(app): State<App>, body: Bytes) -> Answer {
    let body = object(&body)?;
    let mut members = Members::new(&body);
    let (store_id, destination) = (number(&mut members, "store_id"), number(&mut members, "destination_id"));
    let pieces = pieces(&mut members);
    members.finish(app.validation_status())?;
    let (store, destination) = (store(store_id)?, district(destination)?);
    let find = |(id, pieces)| variant(id, store).map(|(product, variant)| (product, variant, pieces));
    let wanted = pieces.into_iter().map(find).collect::<Result<Wanted, Refusal>>()?;
    let mut found: Vec<_> = app.world.read(|world| {
        let able = Warehouse::of(store).filter(|warehouse| can(world, warehouse, &wanted, destination));
        able.map(|warehouse| (warehouse.district().distance_km(destination), warehouse)).collect()
    });
    found.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    Ok(whole(found.into_iter().map(|(distance, warehouse)| row(warehouse, destination, distance))))
}

fn can(world: &World, warehouse: &Warehouse, wanted: &Wanted, destination: &District) -> bool {
    world.logistics.has_warehouse(warehouse.id)
        && warehouse.sends_to(destination)
        && wanted.iter().all(|(product, variant, _)| {
            let same = wanted.iter().filter(|(_, other, _)| other.id == variant.id);
            let pieces: u32 = same.map(|(_, _, pieces)| pieces).sum();
            warehouse.holds(product) && world.stock.left(variant).is_none_or(|left| left >= pieces)
        })
}

fn row(warehouse: &Warehouse, destination: &District, distance: f64) -> Value {
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
