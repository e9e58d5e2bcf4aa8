//! Stores (scalev-v3 §2.1, §2.2).

use axum::extract::{Path, Query, State};

use super::numeric_store;
use crate::sandbox::App;
use crate::sandbox::answer::{Answer, whole};
use crate::sandbox::catalogue::{Catalogue, PaymentAccount, Store};
use crate::sandbox::paging;

/// `GET /v3/stores/simplified`: `search` is part of the name, `domain` the exact domain.
pub(super) async fn simplified(State(app): State<App>, Query(query): Query<paging::Query>) -> Answer {
    let search = query.get("search").map(|text| text.to_lowercase()).unwrap_or_default();
    let stores: Vec<&Store> = Catalogue::get()
        .stores
        .iter()
        .filter(|store| store.name.to_lowercase().contains(&search))
        .filter(|_| query.get("domain").is_none_or(|domain| is_domain(&app, domain)))
        .collect();
    app.shelf(|shelf| {
        let list = format!("stores {search}");
        paging::page(&stores, &list, &query, |store| store.id.to_string(), |store| shelf.store(store))
    })
}

/// With or without a scheme, in any case (scalev-v3 §9.2 leaves it open).
fn is_domain(app: &App, wanted: &str) -> bool {
    let bare = |url: &str| url.split("://").last().unwrap_or(url).trim_end_matches('/').to_lowercase();
    app.domain().is_some_and(|domain| bare(domain) == bare(wanted))
}

/// `GET /v3/stores/{store_id}/payment-methods`: plain strings, as v2 gave them.
pub(super) async fn payment_methods(Path(store): Path<String>) -> Answer {
    let store = numeric_store(&store)?;
    Ok(whole(store.payment_methods.iter().map(|code| (*code).into())))
}

/// `GET /v3/stores/{store_id}/payment-accounts`
pub(super) async fn payment_accounts(Path(store): Path<String>) -> Answer {
    let store = numeric_store(&store)?;
    Ok(whole(store.accounts.iter().map(PaymentAccount::json)))
}
