//! Products and variants (scalev-v3 §2.3).

use axum::Json;
use axum::extract::{Path, Query, State};

use super::{any_store, numeric_store};
use crate::sandbox::App;
use crate::sandbox::answer::{Answer, Refusal};
use crate::sandbox::catalogue::Product;
use crate::sandbox::paging;

/// `GET /v3/stores/{store_id}/products`: the one route that takes either store id.
/// `search` and `item_type` are v2's and still work.
pub(super) async fn list(
    State(app): State<App>,
    Path(store): Path<String>,
    Query(query): Query<paging::Query>,
) -> Answer {
    let store = any_store(&store)?;
    let search = query.get("search").map(|text| text.to_lowercase()).unwrap_or_default();
    let kind = query.get("item_type").map(|kind| format!("\"{kind}\""));
    let is_wanted = |product: &&Product| {
        product.name.to_lowercase().contains(&search)
            && kind
                .as_ref()
                .is_none_or(|kind| serde_json::to_string(&product.item_type).is_ok_and(|of| of == *kind))
    };
    let products: Vec<&Product> = store.products.iter().filter(is_wanted).collect();
    let list = format!("products {} {search} {kind:?}", store.id);
    app.shelf(|shelf| {
        paging::page(
            &products,
            &list,
            &query,
            |product| product.id.to_string(),
            |product| shelf.product(product),
        )
    })
}

/// `GET /v3/stores/{store_id}/variants/{variant_id}`: either id of the variant.
pub(super) async fn variant(
    State(app): State<App>,
    Path((store, variant)): Path<(String, String)>,
) -> Answer {
    let store = numeric_store(&store)?;
    let found = store.variant_by_unique_id(&variant).or_else(|| store.variant_by_id(variant.parse().ok()?));
    let (product, variant) = found.ok_or(Refusal::NOT_FOUND)?;
    Ok(Json(app.shelf(|shelf| shelf.variant(product, variant))))
}
