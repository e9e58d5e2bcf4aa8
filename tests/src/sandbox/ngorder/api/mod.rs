//! The routes that a checkout needs, and those a seller sets a shop up with (platforms §2.7).

mod banks;
mod couriers;
mod customers;
mod orders;
mod payments;
mod products;
mod shop;
mod sources;
mod stock;
mod tracking;

use axum::Router;
use axum::middleware;
use axum::routing::{get, patch, post};

use super::answer::Refusal;
use super::door::door;
use super::paging::Pages;
use crate::sandbox::App;

/// Every route, relative to `/api/open`.
#[rustfmt::skip]
pub(in crate::sandbox) fn router(app: App) -> Router<App> {
    Router::new()
        .route("/shop", get(shop::shop))
        .route("/supplier", get(shop::suppliers))
        .route("/warehouse", get(shop::warehouses))
        .route("/warehouse/{id}", get(shop::warehouse))
        .route("/region", get(shop::regions))
        .route("/product-category", get(products::categories))
        .route("/product/search", get(products::search))
        .route("/product/{id}/detail", get(products::detail))
        .route("/product/variation", get(products::variations))
        .route("/product/wholesale", get(products::wholesale_minimum))
        .route("/product/check-stock", get(stock::check))
        .route("/product/history/warehouse/{variation}", get(stock::per_warehouse))
        .route("/product/sync-stock", patch(stock::sync))
        .route("/customer-category", get(customers::categories))
        .route("/customer", get(customers::list))
        .route("/customer/create", post(customers::create))
        .route("/customer/update", patch(customers::update))
        .route("/expedition", get(couriers::all))
        .route("/expedition/active", get(couriers::active))
        .route("/expedition/cost", get(couriers::cost))
        .route("/expedition/tracking", get(tracking::tracking))
        .route("/setting/courier", get(couriers::storefront))
        .route("/setting/courier/custom", get(couriers::custom))
        .route("/shipping/cod-active", get(couriers::cash))
        .route("/bank", get(banks::list))
        .route("/bank/{id}/detail", get(banks::detail))
        .route("/setting/payment/admin-fee", get(banks::admin_fees))
        .route("/setting/payment/xendit", get(banks::xendit))
        .route("/marketplace", get(sources::marketplaces))
        .route("/order-source", get(sources::list))
        .route("/order-source/create", post(sources::create))
        .route("/order-cost", get(sources::costs))
        .route("/order/wholesale", get(products::wholesale_price))
        .route("/order/check-price/{class}", get(customers::access))
        .route("/order", get(orders::list).post(orders::create))
        .route("/order/details", get(orders::documents))
        .route("/order/cancel", post(orders::cancel))
        .route("/order-cancel", get(orders::cancelled))
        .route("/order/awb-number/add", post(orders::add_waybill))
        .route("/order/payment-history", get(payments::history))
        .route("/order/quick-payment", patch(payments::pay))
        .fallback(async || Refusal::NoEndpoint)
        .method_not_allowed_fallback(async || Refusal::NoMethod)
        .layer(middleware::from_fn_with_state(app, door))
}

impl App {
    /// How a list under this path is paged.
    fn pages(url: &str, usual: usize) -> Pages<'_> {
        Pages { url, usual, most: 100, is_object: true }
    }

    /// The address of a list, for its links.
    fn list_url(&self, path: &str) -> String {
        format!("{}/api/open{path}", self.origin)
    }
}
