//! The store for people: order a product, pay, and see that it was told.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use maud::{Markup, html};
use serde_json::Number;

use super::product::UNCOUNTED;
use super::{GercepOrder, GercepProduct};
use crate::sandbox::App;
use crate::sandbox::money::Sen;
use crate::sandbox::page::{form, frame};
use crate::sandbox::webhook::Attempt;

/// The page and its two forms.
pub(in crate::sandbox) fn router() -> Router<App> {
    Router::new()
        .route("/gercep", get(show))
        .route("/gercep/order/{product}", post(order))
        .route("/gercep/pay/{order}", post(pay))
}

async fn show(State(app): State<App>) -> Response {
    let (products, orders, told) = app.world.read(|world| {
        let store = &world.gercep;
        let last = store.calls.all().last().map(|call| (call.url.clone(), call.attempts.last().cloned()));
        (store.products.clone(), store.orders.clone(), last)
    });
    let body = html! {
        div.sandbox { "Sandbox: no real money, no real platform" }
        main.wide {
            h1 { "Gercep, played: the store" }
            @if let Some((url, attempt)) = &told { p.label { "Last told: " code { (url) } ", " (outcome(attempt.as_ref())) } }
            section.card { h2 { "Orders" } (orders_table(&orders)) }
            section.card { h2 { "Products" } (products_table(&products)) }
        }
    };
    frame::page("Gercep sandbox", "en", &body)
}

fn outcome(attempt: Option<&Attempt>) -> String {
    match attempt {
        None => "under way".into(),
        Some(Attempt { status: Some(status), .. }) => format!("answered {status}"),
        Some(attempt) => attempt.error.clone().unwrap_or_default(),
    }
}

fn orders_table(orders: &[GercepOrder]) -> Markup {
    if orders.is_empty() {
        return html! { p.label { "None yet. Order a product below." } };
    }
    html! {
        div.scroll { table {
            @for order in orders.iter().rev().take(20) {
                tr {
                    td { code { "#" (order.id) } }
                    td { @for item in &order.items { (item.quantity) " × " (item.name) br; } }
                    td { (Sen::rupiah(order.total()).display()) }
                    td { form method="post" action={ "/gercep/pay/" (order.id) } {
                        button.copy type="submit" { @if order.is_paid { "Paid: call back again" } @else { "Pay" } }
                    } }
                }
            }
        } }
    }
}

fn products_table(products: &[GercepProduct]) -> Markup {
    if products.is_empty() {
        return html! { p.label { "None yet. They come through sync-products." } };
    }
    html! {
        div.scroll { table {
            @for product in products.iter().filter(|product| !product.is_archived) {
                tr {
                    td { (product.name) br; code { (product.external_id.as_deref().unwrap_or("not linked")) } }
                    td { (rupiah(&product.price)) }
                    td { @if product.stock == UNCOUNTED { "not counted" } @else { (product.stock) " left" } }
                    td { form method="post" action={ "/gercep/order/" (product.id) } {
                        input type="number" name="quantity" value="1" min="1" max="999" aria-label={ "How many of " (product.name) };
                        " " button.copy type="submit" { "Order" }
                    } }
                }
            }
        } }
    }
}

/// As people read it, though the vendor keeps a float.
fn rupiah(price: &Number) -> String {
    price.as_f64().and_then(Sen::from_rupiah).map_or_else(|| price.to_string(), Sen::display)
}

async fn order(State(app): State<App>, Path(product): Path<u64>, body: Bytes) -> Response {
    let quantity = form(&body).get("quantity").and_then(|text| text.parse().ok()).unwrap_or(1);
    answer(app.world.change(|world| world.gercep.order(&[(product, quantity)])).is_some())
}

async fn pay(State(app): State<App>, Path(order): Path<u64>) -> Response {
    answer(app.world.change(|world| world.gercep.pay(order)))
}

fn answer(done: bool) -> Response {
    if done { Redirect::to("/gercep").into_response() } else { StatusCode::NOT_FOUND.into_response() }
}
