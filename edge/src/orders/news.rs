//! What the platform tells of an order by itself, and what of it is kept.

use serde::{Deserialize, Serialize};

use crate::intent::Millis;

/// A platform's word about one of its orders. Nothing personal is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct News {
    /// The platform's id of the order; very old payloads leave it out (scalev-v3 §4.4).
    pub id: Option<String>,
    /// The number people use.
    pub order_id: Option<String>,
    /// When the platform says it happened, Unix milliseconds.
    pub at: Millis,
    /// Where the order stands, in the platform's words.
    pub status: Option<String>,
    /// Where the money stands, in the platform's words.
    pub payment_status: Option<String>,
    /// The order is gone.
    pub deleted: bool,
}

/// The names by which the platform tells of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderNames {
    /// The platform's id.
    pub id: String,
    /// The number people use.
    pub order_id: Option<String>,
}
