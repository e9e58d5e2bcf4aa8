//! Districts and postal codes (scalev-v3 §2.5, §2.6).

use axum::extract::{Path, Query};
use serde_json::json;

use super::number;
use crate::sandbox::answer::{Answer, Refusal, whole};
use crate::sandbox::paging;
use crate::sandbox::region::{District, search};

/// `GET /v3/locations`
pub(super) async fn list(Query(query): Query<paging::Query>) -> Answer {
    let text = query.get("search").map(String::as_str).unwrap_or_default();
    let found = search(text);
    let list = format!("locations {text}");
    paging::page(&found, &list, &query, |district| district.id.to_string(), |district| district.json())
}

/// `GET /v3/locations/{location_id}/postal-codes`
pub(super) async fn postal_codes(Path(location): Path<String>) -> Answer {
    let district = District::by_id(number(&location, "location_id")?).ok_or(Refusal::NOT_FOUND)?;
    let codes = district.postal_codes.iter();
    Ok(whole(codes.map(|code| json!({ "postal_code": code }))))
}
