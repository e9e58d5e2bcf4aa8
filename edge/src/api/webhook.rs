//! What platforms are answered when they tell us something.

use serde::Serialize;

use super::Reply;
use crate::{channel, till};

/// The header in which the other channel names its event (platforms §3.2).
pub const GERCEP_EVENT: &str = "x-gercep-event";

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

/// Answers the point of sale, in its own words (platforms §4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Success {
    /// Always `success`.
    pub status: &'static str,
}

/// The event is written down.
pub fn success() -> Reply {
    Reply::json(200, &Success { status: "success" })
}

/// What the seller should know of the point of sale.
pub fn told(report: &till::Report) -> Reply {
    Reply::json(200, report)
}

/// What the seller should know of the other channel.
pub fn told_of_channel(report: &channel::Report) -> Reply {
    Reply::json(200, report)
}
