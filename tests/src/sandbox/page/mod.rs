//! Pages for people: the hosted payment page and the sandbox's front page.

mod form;
pub(super) mod frame;
mod home;
mod instructions;
mod method;
mod payment;
mod seller;

use axum::Router;
use axum::routing::{get, post};

use super::App;
pub(super) use form::form;
pub(super) use method::method_name;

/// The pages' routes.
pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/", get(home::show))
        .route("/o/{slug}", get(payment::show))
        .route("/o/{slug}/success", get(payment::show))
        .route("/o/{slug}/next", get(payment::show))
        .route("/o/{slug}/pay", post(payment::pay))
        .route("/seller/{order_id}", post(seller::act))
}
