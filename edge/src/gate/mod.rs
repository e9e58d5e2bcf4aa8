//! How many calls a credential may still make, decided in one place for all
//! isolates: the platform counts by key, wherever the calls come from
//! (scalev-v3 §1.7).
//!
//! Permits are given out in small leases, so that most calls ask nobody.
//! Catalogue and shipping reads leave a part of every window to orders.

mod book;
mod lease;
mod limits;

pub use book::{Book, Verdict};
pub use lease::Lease;
pub use limits::Limits;

use serde::{Deserialize, Serialize};

/// Who wants to call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// A shopper's order, or the state of one.
    Order,
    /// Anything that can be asked again a little later.
    Read,
}

/// What an isolate tells the gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Request {
    /// It wants to call.
    Permits {
        /// Who wants it.
        urgency: Urgency,
    },
    /// The platform asked to wait so many seconds.
    Refused {
        /// Seconds.
        retry_after: u32,
    },
}
