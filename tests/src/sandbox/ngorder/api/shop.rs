//! The shop, where it sends from, and the districts of the country.

use axum::extract::{Path, Query, State};
use serde_json::{Value, json};

use crate::sandbox::App;
use crate::sandbox::ngorder::answer::{Answer, Refusal, data, success};
use crate::sandbox::ngorder::paging::Query as Wanted;
use crate::sandbox::ngorder::place::{PHONE, SUPPLIERS, Supplier, WAREHOUSES, Warehouse, region};
use crate::sandbox::region::search;

/// `GET /shop`: one shop a key, in an array; its admins and their addresses too.
pub(super) async fn shop() -> Answer {
    Ok(data(json!([{
        "id": crate::sandbox::ngorder::goods::SHOP,
        "username": "tokosekar",
        "shop_name": "Sekar Batik Grosir",
        "status": "ACTIVE",
        "class": "PLATINUM",
        "join_date": "2021-01-25",
        "expired_date": "2027-05-01",
        "phone": PHONE,
        "courier": "JNE,LION,JNT,SICEPAT,SAP",
        "address": "Pekalongan",
        "shipper_status": "ACTIVE",
        "note": null,
        "store_front": true,
        "warehouse": true,
        "users": [{ "id": 5, "email": "juragan@sekarbatik.example", "name": "Juragan" }],
        "active_supplier": active_supplier(&SUPPLIERS[0]),
    }])))
}

fn active_supplier(supplier: &Supplier) -> Value {
    json!({
        "id": supplier.id,
        "name": supplier.name,
        "location": supplier.location(),
        "phone": PHONE,
        "address": supplier.address,
        "note": "",
    })
}

/// `GET /supplier`
pub(super) async fn suppliers() -> Answer {
    Ok(data(SUPPLIERS.iter().map(Supplier::json).collect::<Value>()))
}

/// `GET /warehouse`: without the main one, unless it is asked for.
pub(super) async fn warehouses(Query(query): Query<Wanted>) -> Answer {
    let with_main =
        query.get("with_main_warehouse").is_some_and(|word| matches!(word.as_str(), "true" | "1"));
    let wanted = WAREHOUSES.iter().filter(|warehouse| with_main || warehouse.id != 0);
    Ok(data(wanted.map(Warehouse::json).collect::<Value>()))
}

/// `GET /warehouse/{id}`
pub(super) async fn warehouse(Path(id): Path<u64>) -> Answer {
    let found = Warehouse::by_id(id).ok_or(Refusal::Told("Warehouse not found"))?;
    Ok(success(found.json()))
}

/// `GET /region`: one row a page, unless more are asked for.
pub(super) async fn regions(State(app): State<App>, Query(query): Query<Wanted>) -> Answer {
    let url = app.list_url("/region");
    let keyword = query.get("keyword").map(String::as_str).unwrap_or_default();
    Ok(App::pages(&url, 1).page(&search(keyword), &query, |district| region(district)))
}
