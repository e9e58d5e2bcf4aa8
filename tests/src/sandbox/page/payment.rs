//! The hosted payment page: `<origin>/o/<slug>`, where a shopper can "pay".

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, PreEscaped, html};

use super::frame::page;
use super::instructions::instructions;
use super::method::{choices, method_name};
use crate::sandbox::App;
use crate::sandbox::money::Sen;
use crate::sandbox::order::Order;

/// `GET /o/{slug}` and `/o/{slug}/success`: how to pay, or that it is paid.
pub(super) async fn show(State(app): State<App>, Path(slug): Path<String>) -> Response {
    let origin = app.origin.clone();
    let order = app.world.change(|world| {
        let id = world.order_by_slug(&slug)?.id.clone();
        world.act(&id, |order| order.pay_with_gateway(&origin));
        world.order(&id).cloned()
    });
    match order {
        Some(order) => page(&format!("Pesanan {}", order.order_id), "id", &body(&order)),
        None => (StatusCode::NOT_FOUND, page("Pesanan tidak ditemukan", "id", &missing())).into_response(),
    }
}

/// `POST /o/{slug}/pay`: the order is paid. Behind a link the chosen method becomes
/// the order's own (scalev-v3 §6).
pub(super) async fn pay(State(app): State<App>, Path(slug): Path<String>, form: Bytes) -> Response {
    let form = String::from_utf8_lossy(&form).into_owned();
    let fields: BTreeMap<&str, &str> = form.split('&').filter_map(|pair| pair.split_once('=')).collect();
    let paid = app.world.change(|world| {
        let id = world.order_by_slug(&slug)?.id.clone();
        world.act(&id, |order| {
            if let Some(method) = fields.get("method").filter(|code| is_choice(order, code)) {
                order.content.payment_method = Some((*method).to_owned());
            }
            order.set_payment_status("paid");
        })
    });
    match paid {
        Some(()) => Redirect::to(&format!("/o/{slug}/success")).into_response(),
        None => (StatusCode::NOT_FOUND, page("Pesanan tidak ditemukan", "id", &missing())).into_response(),
    }
}

fn is_choice(order: &Order, code: &str) -> bool {
    is_hosted(order) && choices(order.content.store().accepted_methods()).iter().any(|known| known == code)
}

fn is_hosted(order: &Order) -> bool {
    matches!(order.content.payment_method.as_deref(), Some("payment_link" | "invoice"))
}

fn body(order: &Order) -> Markup {
    let store = order.content.store();
    let is_paid = matches!(order.payment_status, "paid" | "settled");
    html! {
        div.sandbox { "Sandbox: tidak ada uang sungguhan yang berpindah" }
        main {
            div.shop {
                img src={ "/images/" (store.key) "-logo.svg" } alt="" width="48" height="48";
                div { strong { (store.name) } span { "Pesanan " (order.order_id) } }
            }
            @if is_paid { (paid(order)) } @else { (unpaid(order)) }
            (summary(order))
            (parcel(order))
        }
    }
}

fn paid(order: &Order) -> Markup {
    html! {
        section.card.done {
            (tick())
            h1 { "Pembayaran diterima" }
            p.label { "Terima kasih, " (order.content.customer.name) ". " (next_step(order)) }
            p { span.badge.paid { "Lunas" } }
        }
    }
}

fn next_step(order: &Order) -> &'static str {
    if order.content.lines.iter().any(crate::sandbox::order::Line::is_physical) {
        "Pesananmu sedang disiapkan; nomor resi menyusul lewat WhatsApp."
    } else {
        "Tautan unduhan sudah dikirim ke surelmu."
    }
}

fn unpaid(order: &Order) -> Markup {
    let method = order.content.payment_method.as_deref().unwrap_or_default();
    html! {
        section.card {
            p.label { "Total yang harus dibayar" }
            p.amount { (order.content.amounts.gross().display()) }
            span.badge.wait { @if method == "cod" { "Bayar saat diterima" } @else { "Menunggu pembayaran" } }
        }
        @if !is_hosted(order) {
            section.card {
                h2 { (method_name(method)) }
                (instructions(order))
            }
        }
        @if method != "cod" {
            form method="post" action={ "/o/" (order.secret_slug) "/pay" } {
                @if is_hosted(order) { (picker(order)) }
                button.pay type="submit" { (button_words(method)) }
            }
            p.label style="text-align:center;margin-top:.75rem" { "Tombol ini menandai pesanan sebagai lunas." }
        }
    }
}

fn button_words(method: &str) -> &'static str {
    if method == "bank_transfer" { "Saya sudah transfer" } else { "Bayar sekarang" }
}

fn picker(order: &Order) -> Markup {
    let choices = choices(order.content.store().accepted_methods());
    html! {
        section.card {
            h2 #choices { "Pilih cara bayar" }
            div role="radiogroup" aria-labelledby="choices" {
                @for (place, code) in choices.iter().enumerate() {
                    label.choice {
                        input type="radio" name="method" value=(code) checked[place == 0] required;
                        (method_name(code))
                    }
                }
            }
        }
    }
}

fn summary(order: &Order) -> Markup {
    let amounts = &order.content.amounts;
    let discount = amounts.product_discount + amounts.shipping_discount;
    let is_shipped = order.content.parcel.district.is_some();
    html! {
        section.card style="margin-top:1rem" {
            h2 { "Rincian pesanan" }
            @for line in &order.content.lines {
                div.row {
                    span { (line.quantity) " × " (line.variant.fullname) }
                    span { (line.product_price.display()) }
                }
            }
            @if is_shipped { (row(&shipping_name(order), amounts.shipping_cost)) }
            @if amounts.other_income != Sen::default() {
                (row(order.other_income_name().unwrap_or("Biaya lain"), amounts.other_income))
            }
            @if discount != Sen::default() { (row("Potongan", Sen::default() - discount)) }
            @if amounts.unique_code_discount != Sen::default() {
                (row("Kode unik", Sen::default() - amounts.unique_code_discount))
            }
            div.row.total { span { "Total" } span { (amounts.gross().display()) } }
        }
    }
}

/// `Ongkos kirim · JNE Reguler`
fn shipping_name(order: &Order) -> String {
    let carried = order.content.parcel.service;
    let by = carried.map(|(courier, service)| format!(" · {} {}", courier.name, service.name));
    format!("Ongkos kirim{}", by.unwrap_or_default())
}

/// Where the parcel goes, and from where.
fn parcel(order: &Order) -> Markup {
    let parcel = &order.content.parcel;
    let Some(district) = parcel.district else { return html! {} };
    html! {
        section.card style="margin-top:1rem" {
            h2 { "Dikirim ke" }
            p style="margin:0" {
                (order.content.customer.name) @if let Some(phone) = &order.content.customer.phone { " · " (phone) } br;
                (parcel.address.as_deref().unwrap_or_default()) br;
                (district.display()) " " (parcel.postal_code.as_deref().unwrap_or_default())
            }
            @if let Some(warehouse) = parcel.warehouse { p.label style="margin-top:.5rem" { "Dari " (warehouse.name) } }
        }
    }
}

fn row(name: &str, amount: Sen) -> Markup {
    html! { div.row { span { (name) } span { (amount.display()) } } }
}

fn missing() -> Markup {
    html! {
        div.sandbox { "Sandbox: tidak ada uang sungguhan yang berpindah" }
        main {
            section.card {
                h1 { "Pesanan tidak ditemukan" }
                p.label { "Periksa lagi tautannya, atau hubungi toko lewat WhatsApp." }
            }
        }
    }
}

fn tick() -> Markup {
    PreEscaped(
        r##"<svg viewBox="0 0 72 72" aria-hidden="true"><circle cx="36" cy="36" r="34" fill="#e5f1ea"/><path d="M22 37l10 10 19-21" fill="none" stroke="#2e6b4f" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/></svg>"##
            .into(),
    )
}
