//! A request as plain data, and its answer as plain data. Nothing here knows
//! the Worker's runtime, so tests call it directly.

pub mod catalogue;

pub mod location;

pub mod order;

pub mod shipping;

pub mod webhook;

mod body;
mod cors;
mod failure;
mod file;
mod query;
mod reply;
mod route;

pub use body::{BODY_MAX, declared_too_large, is_json};
pub use cors::{Access, PREFLIGHT_HEADERS};
pub use failure::Failure;
pub use file::file_caching;
pub use query::Query;
pub use reply::{Body, Caching, Printed, Reply};
pub use route::{Entry, Method, Route, RouteName, TABLE, resolve};

use serde::Serialize;

/// Where a request goes, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target<'a> {
    /// Scheme, host and port.
    pub origin: &'a str,
    /// Begins with a slash.
    pub path: &'a str,
    /// Without its question mark; may be empty.
    pub query: &'a str,
}

impl<'a> Target<'a> {
    /// Takes an absolute address apart. `None` for anything else.
    pub fn parse(url: &'a str) -> Option<Self> {
        let url = url.split('#').next()?;
        let authority = url.find("://")?.checked_add(3)?;
        let path = url.get(authority..)?.find(['/', '?']).and_then(|at| at.checked_add(authority));
        let (origin, rest) = url.split_at_checked(path.unwrap_or(url.len()))?;
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        Some(Self { origin, path: if path.is_empty() { "/" } else { path }, query })
    }
}

/// `GET /health`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Health {
    /// Always true; a Worker that is not well does not answer.
    pub ok: bool,
    /// Version of this crate.
    pub version: &'static str,
}

/// Answers `GET /health`.
pub fn health() -> Reply {
    Reply::json(200, &Health { ok: true, version: env!("CARGO_PKG_VERSION") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_apart() {
        let parse = |url| Target::parse(url).map(|target| (target.origin, target.path, target.query));
        assert_eq!(parse("https://a.id/v3/x?search=a%3F"), Some(("https://a.id", "/v3/x", "search=a%3F")));
        assert_eq!(parse("http://127.0.0.1:8787"), Some(("http://127.0.0.1:8787", "/", "")));
        assert_eq!(parse("https://a.id?x=1/2"), Some(("https://a.id", "/", "x=1/2")));
        assert_eq!(parse("/v3/x"), None);
    }
}
