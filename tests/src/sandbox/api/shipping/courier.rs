//! Which couriers carry it, and for how much (scalev-v3 §2.8).

use axum::body::Bytes;
use axum::extract::State;
use serde_json::{Value, json};

use super::asked::{district, store, warehouse};
use crate::sandbox::App;
use crate::sandbox::answer::{Answer, Refusal, object, whole};
use crate::sandbox::members::Members;
use crate::sandbox::shipping::{Courier, Quote, Service};

/// `POST /v3/shipping-costs/search-courier-service`: cheapest first. With `cod` only
/// what collects at the door, with `is_show_all` everything.
pub(in crate::sandbox::api) async fn search_courier_service(State(app): State<App>, body: Bytes) -> Answer {
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
pub(in crate::sandbox::api) async fn costs(State(app): State<App>, body: Bytes) -> Answer {
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
    Ok(whole(services.map(|(courier, service)| offered(&quote, (courier, service, None)))))
}
