//! The till for people: find a product, change it, save.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::{Markup, html};

use super::control::{ProductChange, VariantChange};
use super::{TillProduct, TillVariant};
use crate::sandbox::App;
use crate::sandbox::catalogue::Catalogue;
use crate::sandbox::money::Sen;
use crate::sandbox::page::{form, frame};

/// The pages and the pictures.
pub(in crate::sandbox) fn router() -> Router<App> {
    Router::new()
        .route("/till", get(list))
        .route("/till/{code}", get(one).post(change))
        .route("/media/{id}/", get(picture))
}

/// `GET /media/{id}/`: what `ImageURL` names.
async fn picture(State(app): State<App>, Path(id): Path<String>) -> Response {
    let name = app.world.read(|world| {
        let product = world.till.products.iter().find(|product| product.id == id);
        product.map(|product| product.picture.clone())
    });
    match name.and_then(|name| Catalogue::get().picture(&name)) {
        Some(picture) => ([(header::CONTENT_TYPE, "image/svg+xml")], picture.svg()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn list(State(app): State<App>) -> Response {
    let (products, endpoint) =
        app.world.read(|world| (world.till.products.clone(), world.till.endpoint.clone()));
    let body = html! {
        div.sandbox { "Sandbox: no real money, no real platform" }
        main.wide {
            h1 { "DealPOS, played: the till" }
            p.label {
                @match endpoint {
                    Some(url) => { "Every change is told below " code { (url) } "." }
                    None => { "Nobody is told of changes. " code { "PUT /__sandbox/till/webhooks" } " says whom to tell." }
                }
            }
            section.card { div.scroll { table {
                tr { th { "Product" } th { "Category" } th { "Variants" } th { "From" } th { "" } }
                @for product in &products { (row(product)) }
            } } }
        }
    };
    frame::page("DealPOS sandbox", "en", &body)
}

fn row(product: &TillProduct) -> Markup {
    let cheapest = product.variants.iter().map(|variant| variant.unit_price).min().unwrap_or_default();
    html! {
        tr {
            td { a href={ "/till/" (product.code) } { (product.name) } " " code { (product.code) } }
            td { (product.category) }
            td { (product.variants.len()) }
            td { (Sen::rupiah(cheapest).display()) }
            td { @if product.discontinued { span.badge.wait { "discontinued" } } }
        }
    }
}

async fn one(State(app): State<App>, Path(code): Path<String>) -> Response {
    let product = app.world.read(|world| world.till.product(&code).cloned());
    let Some(product) = product else { return StatusCode::NOT_FOUND.into_response() };
    let body = html! {
        div.sandbox { "Sandbox: no real money, no real platform" }
        main.wide {
            p { a href="/till" { "← the till" } }
            h1 { (product.name) }
            form method="post" action={ "/till/" (product.code) } {
                section.card { (head(&product)) }
                section.card { div.scroll { table {
                    tr { th { "SKU" } th { "Model" } th { "Price" } th { "Discount %" } th { "Discontinued" } }
                    @for variant in &product.variants { (variant_row(variant)) }
                } } }
                button.pay type="submit" name="do" value="save" { "Save" }
                p { button.copy type="submit" name="do" value="delete" { "Delete this product" } }
            }
        }
    };
    frame::page(&product.name, "en", &body)
}

fn head(product: &TillProduct) -> Markup {
    html! {
        p { label { "Name " input name="name" value=(product.name) size="40"; } }
        p { label { "Category " input name="category" value=(product.category) size="40"; } }
        p { label { input type="checkbox" name="discontinued" checked[product.discontinued]; " Discontinued" } }
    }
}

fn variant_row(variant: &TillVariant) -> Markup {
    let member = |name: &str| format!("{name}:{}", variant.code);
    html! {
        tr {
            td { code { (variant.code) } }
            td { (variant.model) }
            td { input type="number" min="0" name=(member("price")) value=(variant.unit_price) aria-label={ "Price of " (variant.code) }; }
            td { input type="number" min="0" max="100" name=(member("discount")) value=(variant.discount) aria-label={ "Discount of " (variant.code) }; }
            td { input type="checkbox" name=(member("discontinued")) checked[variant.discontinued] aria-label={ "Discontinue " (variant.code) }; }
        }
    }
}

async fn change(State(app): State<App>, Path(code): Path<String>, body: Bytes) -> Response {
    let form = form(&body);
    let done = app.world.change(|world| match form.get("do").map(String::as_str) {
        Some("delete") => world.till.delete(&code).then(|| "/till".to_owned()),
        _ => world.till.edit(&code, |product| fill_in(product, &form)).then(|| format!("/till/{code}")),
    });
    match done {
        Some(next) => Redirect::to(&next).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// A box without a tick is missing from the form.
fn fill_in(product: &mut TillProduct, form: &BTreeMap<String, String>) {
    let change = ProductChange {
        name: form.get("name").cloned(),
        category: form.get("category").cloned(),
        discontinued: Some(form.contains_key("discontinued")),
    };
    change.apply(product);
    for variant in &mut product.variants {
        let member = |name: &str| form.get(&format!("{name}:{}", variant.code));
        let change = VariantChange {
            price: member("price").and_then(|text| text.parse().ok()),
            discount: member("discount").and_then(|text| text.parse().ok()),
            discontinued: Some(member("discontinued").is_some()),
            outlet_price: None,
        };
        change.apply(variant);
    }
}
