//! API keys and the scope each endpoint asks for (scalev-v3 §1.2, §1.3).

use axum::http::{HeaderMap, Method, header};

use super::answer::Refusal;

/// The secret key: every scope.
pub const API_KEY: &str = "sk_sandbox_tumbas";
/// A key whose life is over.
pub const EXPIRED_KEY: &str = "sk_sandbox_expired";
/// A restricted key that may read the catalogue and nothing else.
pub const CATALOGUE_KEY: &str = "rk_sandbox_catalogue";
/// A restricted key with the scopes a checkout needs (scalev-v3 §1.3, least privilege).
pub const CHECKOUT_KEY: &str = "rk_sandbox_checkout";
/// The publishable key of every store's public routes.
pub const STOREFRONT_KEY: &str = "sfpk_sandbox_tumbas";

const CATALOGUE_SCOPES: &[&str] =
    &["store:list", "store:read", "product:list", "product:read", "bundle:list", "bundle:read"];
const CHECKOUT_SCOPES: &[&str] = &[
    "store:list",
    "store:read",
    "product:list",
    "product:read",
    "bundle:list",
    "bundle:read",
    "order:create",
    "order:read",
    "order:list",
    "order:update",
];

/// Decides whether the caller may use this route.
///
/// # Errors
/// 401 for a wrong key, 403 for a missing scope, 404 for a wrong storefront key.
pub(super) fn admit(method: &Method, path: &str, headers: &HeaderMap) -> Result<(), Refusal> {
    if is_public(path) {
        let key = headers.get("x-scalev-storefront-api-key").and_then(|key| key.to_str().ok());
        return match key {
            Some(STOREFRONT_KEY) => Ok(()),
            _ => Err(Refusal::NotFound("Store not found")),
        };
    }
    let scopes = match bearer(headers) {
        Some(API_KEY) => return Ok(()),
        Some(EXPIRED_KEY) => return Err(Refusal::Unauthorised("API key has expired")),
        Some(CATALOGUE_KEY) => CATALOGUE_SCOPES,
        Some(CHECKOUT_KEY) => CHECKOUT_SCOPES,
        _ => return Err(Refusal::Unauthorised("Invalid API key")),
    };
    match scope(method, path) {
        Some(scope) if !scopes.contains(&scope) => Err(Refusal::Forbidden),
        _ => Ok(()),
    }
}

/// What the rate limiter counts by: one bucket a known key, one for all strangers.
pub(super) fn bucket(path: &str, headers: &HeaderMap) -> &'static str {
    if is_public(path) {
        return STOREFRONT_KEY;
    }
    let known = [API_KEY, EXPIRED_KEY, CATALOGUE_KEY, CHECKOUT_KEY];
    let presented = bearer(headers);
    known.into_iter().find(|key| presented == Some(*key)).unwrap_or("stranger")
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

fn is_public(path: &str) -> bool {
    matches!(segments(path)[..], ["v3", "stores", _, "public", ..])
}

/// The scope a route asks for; `None` for a route that does not exist.
fn scope(method: &Method, path: &str) -> Option<&'static str> {
    match (method.as_str(), &segments(path)[1..]) {
        ("GET", ["stores", "simplified"]) => Some("store:list"),
        ("GET", ["stores", _, "payment-methods"]) => Some("store:read"),
        ("GET", ["stores", _, "products"]) => Some("product:list"),
        ("GET", ["stores", _, "variants", _]) => Some("product:read"),
        ("GET", ["stores", _, "bundles"]) => Some("bundle:list"),
        ("GET", ["stores", _, "bundles" | "bundle-price-options", _]) => Some("bundle:read"),
        ("GET", ["stores", _, "payment-accounts"]) => Some("payment_account:list"),
        ("GET", ["locations", ..]) | ("POST", ["shipping-costs", ..] | ["orders"]) => Some("order:create"),
        ("GET", ["orders"]) => Some("order:list"),
        ("GET", ["orders", _]) | ("POST", ["orders", _, "check-payment" | "check-settlement"]) => {
            Some("order:read")
        }
        ("PATCH", ["orders", _]) | ("POST", ["orders", _, "payment"]) => Some("order:update"),
        _ => None,
    }
}

fn segments(path: &str) -> Vec<&str> {
    path.trim_start_matches('/').split('/').collect()
}
