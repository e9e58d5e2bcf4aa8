//! The sandbox's front page: what this is, the keys, the shops, the last orders.

use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};

use super::frame::page;
use super::method::method_name;
use super::seller;
use crate::sandbox::App;
use crate::sandbox::catalogue::{Catalogue, Store};
use crate::sandbox::key;
use crate::sandbox::order::Order;

/// `GET /`
pub(super) async fn show(State(app): State<App>) -> Response {
    let recent: Vec<Order> = app.world.read(|world| world.orders.iter().rev().take(10).cloned().collect());
    page("Tumbas sandbox", "en", &body(&app.origin, &recent))
}

fn body(origin: &str, recent: &[Order]) -> Markup {
    html! {
        div.sandbox { "Sandbox: no real money, no real platform" }
        main.wide {
            h1 { "Tumbas sandbox" }
            p.label {
                "Plays Scalev v3 at " code { (origin) "/v3" }
                ". Point a client at it with the key below; nothing leaves this machine. The other platforms: "
                a href="/ngorder" { "Ngorder" } ", " a href="/till" { "the till" } ", " a href="/gercep" { "Gercep" } "."
            }
            div.grid style="margin-top:1rem" { (keys()) (control()) }
            h1 { "Shops" }
            div.grid { @for store in &Catalogue::get().stores { (shop(store)) } }
            section.card { h2 { "Latest orders" } (orders(recent)) }
        }
    }
}

fn keys() -> Markup {
    let keys = [
        (key::API_KEY, "secret key, every scope"),
        (key::CHECKOUT_KEY, "restricted to what a checkout needs"),
        (key::CATALOGUE_KEY, "restricted to the catalogue"),
        (key::EXPIRED_KEY, "expired"),
        (key::STOREFRONT_KEY, "publishable, for public routes"),
    ];
    html! {
        section.card {
            h2 { "Keys" }
            div.scroll { table { @for (key, words) in keys { tr { td { code { (key) } } td { (words) } } } } }
        }
    }
}

fn control() -> Markup {
    let links = ["/__sandbox", "/__sandbox/orders", "/__sandbox/requests", "/__sandbox/faults"];
    html! {
        section.card {
            h2 { "Control" }
            p style="margin:0" { @for link in links { a href=(link) { code { (link) } } " " } }
            p.label style="margin-top:.75rem" { "Make the next order be created and its answer get lost:" }
            pre { (FAULT_EXAMPLE) }
            p.label style="margin-top:.75rem" { "Make every courier dearer by Rp2.000 from now on, or undo it with {}:" }
            pre { "curl -X PUT …/__sandbox/logistics -d '{\"surcharge\": 2000}'" }
            p.label style="margin-top:.75rem" { "Start over:" }
            pre { "curl -X POST …/__sandbox/reset" }
        }
    }
}

const FAULT_EXAMPLE: &str = r#"curl -X POST …/__sandbox/faults -d '{
  "method": "POST", "path": "/v3/orders",
  "kind": "reset", "when": "after_commit"
}'"#;

fn shop(store: &Store) -> Markup {
    html! {
        section.card {
            div.shop style="margin:0" {
                img src={ "/images/" (store.key) "-logo.svg" } alt="" width="48" height="48";
                div { strong { (store.name) } span { (store.tagline) } }
            }
            div.thumbs {
                @for product in store.products.iter().take(5) {
                    img src={ "/images/" (product.picture) ".svg" } alt=(product.name) width="100" height="100" loading="lazy";
                }
            }
            p.label style="margin-top:.75rem" {
                "id " code { (store.id) } " · " code { (store.unique_id) } br;
                (store.products.len()) " products · " (store.bundles.len()) " bundles"
            }
        }
    }
}

fn orders(recent: &[Order]) -> Markup {
    if recent.is_empty() {
        return html! { p.label { "None yet. Orders appear here as soon as they are made." } };
    }
    html! {
        div.scroll { table {
            tr { th { "Order" } th { "Customer" } th { "Total" } th { "Method" } th { "Status" } th { "Seller" } }
            @for order in recent {
                tr {
                    td { a href={ "/o/" (order.secret_slug) } { code { (order.order_id) } } }
                    td { (order.content.customer.name) }
                    td { (order.content.amounts.gross().display()) }
                    td { (method_name(order.content.payment_method.as_deref().unwrap_or_default())) }
                    td { (order.status) ", " (order.payment_status) }
                    td { (seller::buttons(order)) }
                }
            }
        } }
    }
}
