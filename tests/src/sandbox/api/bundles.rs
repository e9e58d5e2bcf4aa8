//! Bundles and their price options (scalev-v3 §2.4).

use axum::Json;
use axum::extract::{Path, Query, State};

use super::{number, numeric_store};
use crate::sandbox::App;
use crate::sandbox::answer::{Answer, Refusal};
use crate::sandbox::catalogue::Bundle;
use crate::sandbox::paging;

/// `GET /v3/stores/{store_id}/bundles`; `search` is v2's and still works.
pub(super) async fn list(
    State(app): State<App>,
    Path(store): Path<String>,
    Query(query): Query<paging::Query>,
) -> Answer {
    let store = numeric_store(&store)?;
    let search = query.get("search").map(|text| text.to_lowercase()).unwrap_or_default();
    let is_wanted = |bundle: &&Bundle| bundle.name.to_lowercase().contains(&search);
    let bundles: Vec<&Bundle> = store.bundles.iter().filter(is_wanted).collect();
    let list = format!("bundles {} {search}", store.id);
    app.shelf(|shelf| {
        paging::page(
            &bundles,
            &list,
            &query,
            |bundle| bundle.id.to_string(),
            |bundle| shelf.bundle(store, bundle),
        )
    })
}

/// `GET /v3/stores/{store_id}/bundles/{bundle_id}`
pub(super) async fn one(State(app): State<App>, Path((store, bundle)): Path<(String, String)>) -> Answer {
    let store = numeric_store(&store)?;
    let id = number(&bundle, "bundle_id")?;
    let bundle = store.bundles.iter().find(|bundle| bundle.id == id).ok_or(Refusal::NOT_FOUND)?;
    Ok(Json(app.shelf(|shelf| shelf.bundle(store, bundle))))
}

/// `GET /v3/stores/{store_id}/bundle-price-options/{id}`: either id of the option.
pub(super) async fn price_option(Path((store, id)): Path<(String, String)>) -> Answer {
    let store = numeric_store(&store)?;
    let found =
        store.price_options().find(|(_, option)| option.unique_id == id || option.id.to_string() == id);
    let (bundle, option) = found.ok_or(Refusal::NOT_FOUND)?;
    let mut json = option.json();
    json["bundle"] = serde_json::json!({ "id": bundle.id, "name": bundle.name });
    Ok(Json(json))
}
