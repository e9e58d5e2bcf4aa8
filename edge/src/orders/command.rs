//! What the Worker asks the object that owns an intent, and what it is told.
//! Both sides use this file and nothing else.

use serde::{Deserialize, Serialize};
use shared::v3::OrderRequest;
use shared::value::Rupiah;

use super::{Fingerprint, IdempotencyKey, News, Placed, Token};
use crate::platform::PlatformError;

/// The object of an intent: keys of different stores never meet.
pub fn object_name(store_unique_id: &str, key: &IdempotencyKey) -> String {
    ["v1:", store_unique_id, ":", key.as_str()].concat()
}

/// Asked of the object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case")]
pub enum Command {
    /// Make this order, unless it was made.
    Place {
        /// What is ordered.
        fingerprint: Fingerprint,
        /// The store's number.
        store: i64,
        /// What the shopper was told to pay, in rupiah.
        total: Option<Rupiah>,
        /// The payload, without metadata. It passes through and is not written down.
        order: Box<OrderRequest>,
        /// Becomes the start of `public_order_url` (scalev-v3 §3.1).
        custom_domain: Option<String>,
    },
    /// Say what became of this order, and make nothing.
    Recall {
        /// What was ordered.
        fingerprint: Fingerprint,
    },
    /// Say where the order stands.
    Show,
    /// The platform told something of this intent's order.
    Hear {
        /// What.
        news: News,
    },
    /// Do what is due: the alarm may have been lost.
    Tend,
}

/// Told by the object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The shopper's name of the order.
    pub token: Token,
    /// What became of it.
    pub outcome: Outcome,
    /// It was decided by an earlier request with the same key.
    pub replayed: bool,
    /// Milliseconds the platform took.
    pub platform_ms: u32,
}

/// What became of an intent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The platform has the order.
    Placed(Placed),
    /// The platform's answer is unknown; nothing is sent again.
    Confirming,
    /// The platform's answer was lost, and it is proven that nothing was ordered.
    Absent,
    /// The key belongs to another order.
    Reused,
    /// Nothing was ordered, and the key is free again.
    Failed(PlatformError),
    /// There is no such intent.
    Missing,
}

impl Outcome {
    /// Whether something is still to come of it by itself.
    pub const fn is_open(&self) -> bool {
        match self {
            Self::Confirming => true,
            Self::Placed(_) | Self::Absent | Self::Reused | Self::Failed(_) | Self::Missing => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stores_do_not_share_keys() {
        let key = IdempotencyKey::parse(Some("k")).unwrap();
        assert_ne!(object_name("store_a", &key), object_name("store_b", &key));
    }

    #[test]
    fn both_sides_read_what_the_other_wrote() {
        let answer = Answer {
            token: Token::from_object_id(&"0f".repeat(32)).unwrap(),
            outcome: Outcome::Failed(PlatformError::Busy { retry_after: 3 }),
            replayed: false,
            platform_ms: 12,
        };
        let json = serde_json::to_string(&answer).unwrap();
        assert_eq!(serde_json::from_str::<Answer>(&json).unwrap(), answer);
    }
}
