//! The request of an intent, as long as it has not left.

use serde::{Deserialize, Serialize};
use shared::v3::{Attribution, OrderRequest};

/// The one request, with what the gate has to know of it. It holds what the
/// shopper typed, so it passes through and is written down nowhere, but sealed
/// while it waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispatch {
    /// The payload, without metadata.
    pub order: OrderRequest,
    /// Where the shopper came from; goes into the metadata.
    #[serde(default)]
    pub attribution: Attribution,
    /// Becomes the start of `public_order_url` (scalev-v3 §3.1).
    pub custom_domain: Option<String>,
    /// Equal for equal orders of one shopper; tells nothing else.
    pub likeness: Option<String>,
    /// The shopper wants it although there is an equal one.
    pub confirmed: bool,
}
