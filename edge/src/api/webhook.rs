//! What the order platform is answered when it tells us something.

use serde::Serialize;

use super::Reply;

/// The header that carries a letter's signature (scalev-v3 §4.1).
pub const SIGNATURE: &str = "x-scalev-hmac-sha256";

/// Answers a letter that is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Received {
    /// Always true.
    pub ok: bool,
}

/// The letter is written down. A `GET` hears the same: the platform is said to
/// try whether somebody is there.
pub fn received() -> Reply {
    Reply::json(200, &Received { ok: true })
}
