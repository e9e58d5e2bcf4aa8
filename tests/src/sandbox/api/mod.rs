//! The platform's routes.

mod bundles;
mod locations;
mod orders;
mod payments;
mod products;
mod public;
mod shipping;
mod stores;

use axum::Router;
use axum::http::{Method, header};
use axum::middleware;
use axum::response::Response;
use axum::routing::{get, post};

use super::answer::Refusal;
use super::catalogue::{Catalogue, Shelf, Store};
use super::gate::gate;
use super::order::View;
use super::{App, control, dealpos, gercep, ngorder, page, picture};

/// Every route of the sandbox.
pub(super) fn router(app: App) -> Router {
    let gated = Router::new()
        .nest("/v3", business())
        .nest("/api/open", ngorder::router(app.clone()))
        .merge(ngorder::page())
        .nest("/dealpos/api/v3", dealpos::router(app.clone()))
        .merge(dealpos::page())
        .nest("/api/partner", gercep::router(app.clone()))
        .merge(gercep::page())
        .merge(page::router())
        .fallback(missing)
        .method_not_allowed_fallback(missing)
        .layer(middleware::from_fn_with_state(app.clone(), gate));
    Router::new()
        .route("/images/{name}", get(picture::serve))
        .nest("/__sandbox", control::router())
        .merge(gated)
        .layer(middleware::from_fn(cors))
        .with_state(app)
}

#[rustfmt::skip]
fn business() -> Router<App> {
    Router::new()
        .route("/stores/simplified", get(stores::simplified))
        .route("/stores/{store}/payment-methods", get(stores::payment_methods))
        .route("/stores/{store}/payment-accounts", get(stores::payment_accounts))
        .route("/stores/{store}/products", get(products::list))
        .route("/stores/{store}/variants/{variant}", get(products::variant))
        .route("/stores/{store}/bundles", get(bundles::list))
        .route("/stores/{store}/bundles/{bundle}", get(bundles::one))
        .route("/stores/{store}/bundle-price-options/{option}", get(bundles::price_option))
        .route("/locations", get(locations::list))
        .route("/locations/{location}/postal-codes", get(locations::postal_codes))
        .route("/shipping-costs", post(shipping::costs))
        .route("/shipping-costs/search-warehouse", post(shipping::search_warehouse))
        .route("/shipping-costs/search-courier-service", post(shipping::search_courier_service))
        .route("/orders", get(orders::list).post(orders::create))
        .route("/orders/{id}", get(orders::one).patch(orders::change))
        .route("/orders/{id}/payment", post(payments::create))
        .route("/orders/{id}/check-payment", post(payments::check))
        .route("/orders/{id}/check-settlement", post(payments::check_settlement))
        .route("/stores/{store}/public/orders/{slug}", get(public::one))
        .route("/stores/{store}/public/orders/{slug}/payment", post(public::payment))
        .route("/stores/{store}/public/payment-methods", get(public::payment_methods))
        .route("/stores/{store}/public/variants/{variant}/availability", get(public::availability))
}

async fn missing() -> Refusal {
    Refusal::NOT_FOUND
}

/// Browsers may read the pictures, the public routes and the control API from anywhere;
/// the business routes have no CORS, as a server's API has none.
async fn cors(method: Method, request: axum::extract::Request, next: middleware::Next) -> Response {
    let path = request.uri().path();
    let open = !(path.starts_with("/v3/") || path.starts_with("/api/")) || path.contains("/public/");
    let mut response = if open && method == Method::OPTIONS {
        axum::response::IntoResponse::into_response(axum::http::StatusCode::NO_CONTENT)
    } else {
        next.run(request).await
    };
    if open {
        let headers = response.headers_mut();
        let any = axum::http::HeaderValue::from_static("*");
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, any.clone());
        headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, any);
        let names = "content-type, authorization, x-scalev-storefront-api-key, x-scalev-guest-token";
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, axum::http::HeaderValue::from_static(names));
    }
    response
}

/// The store of a business path: its numeric id and nothing else (scalev-v3 §0.1).
fn numeric_store(segment: &str) -> Result<&'static Store, Refusal> {
    let id = number(segment, "store_id")?;
    Catalogue::get().store_by_id(id).ok_or(Refusal::NOT_FOUND)
}

/// The store of a path that takes either id.
fn any_store(segment: &str) -> Result<&'static Store, Refusal> {
    if segment.starts_with("store_") {
        return Catalogue::get().store_by_unique_id(segment).ok_or(Refusal::NOT_FOUND);
    }
    numeric_store(segment)
}

fn number(segment: &str, name: &str) -> Result<u64, Refusal> {
    segment.parse().map_err(|_| Refusal::BadRequest(format!("{name} must be an integer")))
}

impl App {
    /// Runs `render` with the shelves as they are now.
    fn shelf<T>(&self, render: impl FnOnce(&Shelf<'_>) -> T) -> T {
        let domain = self.domain();
        let stock = self.world.read(|world| world.stock.clone());
        render(&Shelf { origin: &self.origin, domain, stock: &stock })
    }

    /// How this sandbox shows orders.
    pub(super) fn view(&self) -> View<'_> {
        View { domain: self.domain(), redirects: self.world.read(|world| world.settings.public_redirect_url) }
    }
}
