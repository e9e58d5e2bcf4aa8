//! Shipping searches (scalev-v3 §2.7, §2.8). They take numeric ids only.

use axum::body::Bytes;
use axum::extract::State;
use serde_json::{Value, json};

use crate::sandbox::App;
use crate::sandbox::answer::{Answer, Refusal, object, whole};
use crate::sandbox::catalogue::{Catalogue, Store};
use crate::sandbox::members::Members;
use crate::sandbox::order::business_json;
use crate::sandbox::region::District;
use crate::sandbox::shipping::{Courier, Quote, Service, Warehouse};

/// `POST /v3/shipping-costs/search-warehouse`: nearest first. Every warehouse of the
/// store holds every variant; nobody can serve what is sold out.
pub(super) async fn search_warehouse(State(app): State<App>, body: Bytes) -> Answer {
    let body = object(&body)?;
    let mut members = Members::new(&body);
    let store = store(&mut members);
    let destination = district(&mut members, "destination_id");
    let wanted = variants(&mut members, store);
    members.finish(app.validation_status())?;
    let (Some(store), Some(destination)) = (store, destination) else { return Err(Refusal::NOT_FOUND) };
    if !app.world.read(|world| {
        wanted.iter().all(|(id, start, pieces)| world.left(*id, *start).is_none_or(|left| left >= *pieces))
    }) {
        return Ok(whole(Vec::new()));
    }
    let mut warehouses: Vec<_> = Warehouse::of(store)
        .map(|warehouse| (warehouse.district().distance_km(destination), warehouse))
        .collect();
    warehouses.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let rows = warehouses.into_iter().map(|(distance, warehouse)| found(warehouse, destination, distance));
    Ok(whole(rows.collect()))
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

/// `POST /v3/shipping-costs/search-courier-service`: cheapest first. With `cod` only
/// what collects at the door, with `is_show_all` everything.
pub(super) async fn search_courier_service(State(app): State<App>, body: Bytes) -> Answer {
    let body = object(&body)?;
    let mut members = Members::new(&body);
    let store = store(&mut members);
    let destination = district(&mut members, "location_id");
    let warehouse = store.and_then(|store| warehouse(&mut members, Some(store)));
    let weight = members.id("weight");
    let weight = members.required("weight", weight);
    let method = members.text("payment_method");
    let method = members.required("payment_method", method);
    let show_all = members.flag("is_show_all").unwrap_or_default();
    members.text("postal_code");
    members.finish(app.validation_status())?;
    let (Some(destination), Some(warehouse), Some(weight)) = (destination, warehouse, weight) else {
        return Err(Refusal::NOT_FOUND);
    };
    let quote = Quote { warehouse, destination, weight };
    let needs_cod = method.as_deref() == Some("cod");
    let offers = Service::all()
        .filter(|(_, service)| show_all || (quote.reaches(service) && (service.is_cod || !needs_cod)))
        .flat_map(|(courier, service)| {
            service.providers.iter().map(move |provider| (courier, service, *provider))
        });
    let mut rows: Vec<Value> = offers.map(|offer| offered(&quote, offer)).collect();
    rows.sort_by(|one, other| cost(one).total_cmp(&cost(other)));
    Ok(whole(rows))
}

fn cost(row: &Value) -> f64 {
    row["cost"].as_f64().unwrap_or_default()
}

fn offered(quote: &Quote<'_>, (courier, service, provider): (&Courier, &Service, Option<&str>)) -> Value {
    let place = quote.warehouse.district();
    json!({
        "cost": quote.cost(service, provider),
        "cost_source": provider.unwrap_or("manual"),
        "etd": quote.etd(service),
        "weight": quote.weight,
        "is_cod": service.is_cod,
        "is_pickup": provider.is_some(),
        "shipment_provider_code": provider,
        "courier_service": courier.service_json(service),
        "warehouse": {
            "id": quote.warehouse.id,
            "unique_id": quote.warehouse.unique_id(),
            "name": quote.warehouse.name,
            "address": quote.warehouse.address,
            "subdistrict_name": place.subdistrict,
            "city_name": place.city,
            "province_name": place.province,
        },
    })
}

/// `POST /v3/shipping-costs`: prices of named couriers, without store or payment.
pub(super) async fn costs(State(app): State<App>, body: Bytes) -> Answer {
    let body = object(&body)?;
    let mut members = Members::new(&body);
    let codes: Vec<&str> = match members.value("courier_codes") {
        Some(Value::Array(codes)) => codes.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    members.required("courier_codes", codes.first());
    let destination = district(&mut members, "location_id");
    let warehouse = warehouse(&mut members, None);
    let weight = members.id("weight");
    let weight = members.required("weight", weight);
    members.finish(app.validation_status())?;
    let (Some(destination), Some(warehouse), Some(weight)) = (destination, warehouse, weight) else {
        return Err(Refusal::NOT_FOUND);
    };
    let quote = Quote { warehouse, destination, weight };
    let services =
        Service::all().filter(|(courier, service)| codes.contains(&courier.code) && quote.reaches(service));
    Ok(whole(services.map(|(courier, service)| offered(&quote, (courier, service, None))).collect()))
}

fn store(members: &mut Members<'_>) -> Option<&'static Store> {
    let id = members.id("store_id");
    let store = Catalogue::get().store_by_id(members.required("store_id", id)?);
    if store.is_none() {
        members.complain("store_id", "does not exist");
    }
    store
}

fn district(members: &mut Members<'_>, member: &str) -> Option<&'static District> {
    let id = members.id(member);
    let district = District::by_id(members.required(member, id)?);
    if district.is_none() {
        members.complain(member, "does not exist");
    }
    district
}

fn warehouse(members: &mut Members<'_>, store: Option<&Store>) -> Option<&'static Warehouse> {
    let id = members.id("warehouse_id");
    let id = members.required("warehouse_id", id)?;
    let stores = Catalogue::get().stores.iter().filter(|of| store.is_none_or(|store| store.id == of.id));
    let warehouse = stores.flat_map(Warehouse::of).find(|warehouse| warehouse.id == id);
    if warehouse.is_none() {
        members.complain("warehouse_id", "does not exist");
    }
    warehouse
}

/// Id, stock at the start and wanted pieces of each variant.
fn variants(members: &mut Members<'_>, store: Option<&Store>) -> Vec<(u64, Option<u32>, u32)> {
    let rows = members.rows("variants");
    members.required("variants", rows.first());
    let read = |row: &&serde_json::Map<String, Value>| {
        let id = row.get("variant_id")?.as_u64()?;
        let pieces = u32::try_from(row.get("qty")?.as_u64()?).ok()?;
        let (_, variant) = store?.variant_by_id(id)?;
        Some((id, variant.stock, pieces))
    };
    let wanted: Vec<_> = rows.iter().filter_map(read).collect();
    if wanted.len() < rows.len() {
        members.complain("variants", "is invalid");
    }
    wanted
}

impl App {
    /// Status of a validation error.
    pub(super) fn validation_status(&self) -> u16 {
        self.world.read(|world| world.settings.validation_status)
    }
}
