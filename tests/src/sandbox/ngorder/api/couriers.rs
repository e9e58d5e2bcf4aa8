//! Couriers and what they ask.

use axum::Json;
use axum::extract::{Query, State};
use serde_json::{Value, json};

use crate::sandbox::App;
use crate::sandbox::ngorder::answer::{Answer, Refusal, data};
use crate::sandbox::ngorder::goods::{self, merged};
use crate::sandbox::ngorder::paging::{Pages, Query as Wanted};
use crate::sandbox::ngorder::place;
use crate::sandbox::ngorder::rates::{CASH_COURIERS, Group, LOGO, OWN_COURIERS, Parcel, RATES, Rate};
use crate::sandbox::region::District;

/// `GET /expedition`
pub(super) async fn all() -> Answer {
    Ok(data(RATES.iter().map(Rate::listed).collect::<Value>()))
}

/// `GET /expedition/active`
pub(super) async fn active(State(app): State<App>, Query(query): Query<Wanted>) -> Answer {
    let url = app.list_url("/expedition/active");
    let keyword = query.get("keyword").map(|text| text.to_lowercase()).unwrap_or_default();
    let found: Vec<&Rate> =
        RATES.iter().filter(|rate| rate.courier.to_lowercase().contains(&keyword)).collect();
    let logo = json!({ "logo_url": goods::picture(&app.origin, LOGO) });
    let pages = Pages { is_object: false, ..App::pages(&url, 10) };
    Ok(pages.page(&found, &query, |rate| merged(rate.listed(), logo.clone())))
}

/// `GET /expedition/cost`: weight is in kilograms; groups are never left out.
pub(super) async fn cost(State(app): State<App>, Query(query): Query<Wanted>) -> Answer {
    let number = |name: &str| query.get(name).and_then(|text| text.parse::<u64>().ok());
    let wrong =
        |name: &str| Refusal::about(name, &format!("The selected {} is invalid.", name.replace('_', " ")));
    let place = |name: &str| number(name).and_then(place::district).ok_or_else(|| wrong(name));
    let (from, to) = (place("origin_id")?, place("destination_id")?);
    let weight = number("weight").filter(|weight| *weight > 0).ok_or_else(|| wrong("weight"))?;
    let goods = query.get("price").and_then(|text| text.parse().ok()).unwrap_or_default();
    Ok(app.world.read(|world| {
        let parcel = Parcel { from, to, weight, goods, logistics: &world.logistics };
        Json(json!({
            "status": { "code": 1, "message": "Success" },
            "data": {
                "regular": parcel.group(Group::Regular, &app.origin),
                "express": parcel.group(Group::Express, &app.origin),
                "trucking": parcel.group(Group::Trucking, &app.origin),
            },
            "meta": {
                "origin": end(from),
                "destination": end(to),
                "weight": { "total": weight.to_string(), "type": "Kg" },
                "is_shipper_api": true,
                "use_cod": !world.logistics.no_cod,
            },
        }))
    }))
}

fn end(district: &District) -> Value {
    let id = place::district_id(district);
    json!({
        "area_id": (3_000 + id).to_string(),
        "district_id": id.to_string(),
        "desc": district.display(),
    })
}

/// `GET /setting/courier`: capital groups here.
pub(super) async fn storefront() -> Answer {
    let group = |group: Group| -> Value {
        let rates = RATES.iter().filter(|rate| rate.group == group);
        let row = |rate: &Rate| json!({ "id": rate.id, "logistic_name": rate.courier, "rate_name": rate.name, "is_active": true });
        rates.map(row).collect()
    };
    Ok(data(json!({
        "Regular": group(Group::Regular),
        "Express": group(Group::Express),
        "Trucking": group(Group::Trucking),
    })))
}

/// `GET /setting/courier/custom`
pub(super) async fn custom() -> Answer {
    let rows = OWN_COURIERS.map(|(id, name, fee)| json!({ "id": id, "name": name, "fee": fee }));
    Ok(data(rows.to_vec()))
}

/// `GET /shipping/cod-active`: lower case, and an aggregator among the couriers.
pub(super) async fn cash(State(app): State<App>) -> Answer {
    let logo = goods::picture(&app.origin, LOGO);
    Ok(data(CASH_COURIERS.map(|name| json!({ "expedition_name": name, "logo_url": logo })).to_vec()))
}
