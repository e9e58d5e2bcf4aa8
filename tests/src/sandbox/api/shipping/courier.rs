//! Which couriers carry it, and for how much (scalev-v3 §2.8).

use axum::body::Bytes;
use axum::extract::State;
use serde_json::{Value, json};

use super::asked::{any_warehouse, district, number, store, warehouse};
use crate::sandbox::App;
use crate::sandbox::answer::{Answer, object, whole};
use crate::sandbox::members::Members;
use crate::sandbox::order::METHODS;
use crate::sandbox::shipping::{Courier, Quote, Service};

/// `POST /v3/shipping-costs/search-courier-service`: cheapest first. With `cod` only
/// what collects at the door, with `is_show_all` everything.
pub(in crate::sandbox::api) async fn search_courier_service(State(app): State<App>, body: Bytes) -> Answer {
    let body = object(&body)?;
    let mut members = Members::new(&body);
    let (store_id, warehouse_id) = (number(&mut members, "store_id"), number(&mut members, "warehouse_id"));
    let (location_id, weight) = (number(&mut members, "location_id"), number(&mut members, "weight"));
    let is_cod = method(&mut members).as_deref() == Some("cod");
    let show_all = members.flag("is_show_all").unwrap_or_default();
    check_postal_code(&mut members);
    members.finish(app.validation_status())?;
    let (store, destination) = (store(store_id)?, district(location_id)?);
    let warehouse = warehouse(warehouse_id, store)?;
    let logistics = app.world.read(|world| world.logistics.clone());
    let quote = Quote { warehouse, destination, weight, is_cod, logistics: &logistics };
    let is_offered =
        |courier, service| quote.is_carried_by(courier, service) && (!is_cod || quote.takes_cash(service));
    let offers =
        Service::all().filter(|(courier, service)| show_all || is_offered(courier, service)).flat_map(
            |(courier, service)| service.providers.iter().map(move |provider| (courier, service, *provider)),
        );
    let mut rows: Vec<Value> = offers.map(|offer| offered(&quote, offer)).collect();
    rows.sort_by(|one, other| cost(one).total_cmp(&cost(other)));
    Ok(whole(rows))
}

fn method(members: &mut Members<'_>) -> Option<String> {
    let method = members.text("payment_method");
    let method = members.required("payment_method", method)?;
    if !METHODS.contains(&method.as_str()) {
        members.complain("payment_method", "is invalid");
    }
    Some(method)
}

/// The contract says a string. Five digits or none; which district's is not asked.
fn check_postal_code(members: &mut Members<'_>) {
    let code = members.text("postal_code");
    if code.is_some_and(|code| code.len() != 5 || !code.bytes().all(|byte| byte.is_ascii_digit())) {
        members.complain("postal_code", "is invalid");
    }
}

fn cost(row: &Value) -> f64 {
    row["cost"].as_f64().unwrap_or_default()
}

fn offered(quote: &Quote<'_>, (courier, service, provider): (&Courier, &Service, Option<&str>)) -> Value {
    let place = quote.warehouse.district();
    json!({
        "cost": quote.cost(courier, service, provider),
        "cost_source": provider.unwrap_or("manual"),
        "etd": quote.etd(service),
        "weight": quote.weight,
        "is_cod": quote.says_cash(service),
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
pub(in crate::sandbox::api) async fn costs(State(app): State<App>, body: Bytes) -> Answer {
    let body = object(&body)?;
    let mut members = Members::new(&body);
    let codes: Vec<&str> = match members.value("courier_codes") {
        Some(Value::Array(codes)) => codes.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    members.required("courier_codes", codes.first());
    let (location_id, warehouse_id) =
        (number(&mut members, "location_id"), number(&mut members, "warehouse_id"));
    let weight = number(&mut members, "weight");
    members.finish(app.validation_status())?;
    let (destination, warehouse) = (district(location_id)?, any_warehouse(warehouse_id)?);
    let logistics = app.world.read(|world| world.logistics.clone());
    let quote = Quote { warehouse, destination, weight, is_cod: false, logistics: &logistics };
    let services = Service::all()
        .filter(|(courier, service)| codes.contains(&courier.code) && quote.is_carried_by(courier, service));
    Ok(whole(services.map(|(courier, service)| offered(&quote, (courier, service, None)))))
}
