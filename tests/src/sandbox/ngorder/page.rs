//! The seller's desk: the latest orders with what comes next as buttons.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use maud::{Markup, html};

use super::seller::Step;
use super::{KEY, Order, mark};
use crate::sandbox::App;
use crate::sandbox::page::frame;

/// The page and its form.
pub(in crate::sandbox) fn router() -> Router<App> {
    Router::new().route("/ngorder", get(show)).route("/ngorder/{order_id}", post(act))
}

async fn show(State(app): State<App>) -> Response {
    let orders: Vec<Order> =
        app.world.read(|world| world.ngorder.orders.iter().rev().take(20).cloned().collect());
    let body = html! {
        div.sandbox { "Sandbox: no real money, no real platform" }
        main.wide {
            h1 { "Ngorder, played" }
            p.label { "At " code { (app.origin) "/api/open" } " under the key " code { (KEY) } "." }
            section.card { h2 { "Latest orders" } (table(&orders)) }
        }
    };
    frame::page("Ngorder sandbox", "en", &body)
}

fn table(orders: &[Order]) -> Markup {
    if orders.is_empty() {
        return html! { p.label { "None yet. Orders appear here as soon as they are made." } };
    }
    html! {
        div.scroll { table {
            tr { th { "Order" } th { "Customer" } th { "Total" } th { "State" } th { "Seller" } }
            @for order in orders {
                tr {
                    td { code { "PO #" (order.po_number) } }
                    td { (order.receiver.name) }
                    td { (mark::rupiah(order.total())) }
                    td { (order.payment_status()) ", " (order.progress()) ", " (order.status()) }
                    td { (buttons(order)) }
                }
            }
        } }
    }
}

fn buttons(order: &Order) -> Markup {
    html! {
        form method="post" action={ "/ngorder/" (order.order_id) } {
            @for (_, word, label) in Step::ALL.iter().filter(|(step, ..)| step.suits(order)) {
                button.copy type="submit" name="do" value=(word) { (label) } " "
            }
        }
    }
}

async fn act(State(app): State<App>, Path(id): Path<u64>, form: Bytes) -> Response {
    let form = String::from_utf8_lossy(&form).into_owned();
    let step = form.strip_prefix("do=").and_then(Step::named);
    let done = step.is_some_and(|step| app.world.change(|world| world.ngorder.act(id, step, None)));
    if done { Redirect::to("/ngorder").into_response() } else { StatusCode::CONFLICT.into_response() }
}
