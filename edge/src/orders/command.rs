//! What the Worker asks the object that owns an intent, and what it is told.
//! Both sides use this file and nothing else.

use serde::{Deserialize, Serialize};

use super::{Dispatch, Fingerprint, IdempotencyKey, News, Outcome, Receipt, Token};
use crate::intent::Millis;

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
        /// What is ordered, for the order's page.
        receipt: Box<Receipt>,
        /// The request. It passes through and is not written down.
        dispatch: Box<Dispatch>,
    },
    /// Say what became of this order, and make nothing.
    Recall {
        /// What was ordered.
        fingerprint: Fingerprint,
    },
    /// Say where the order stands.
    Show,
    /// Show where the order stands, as a stream of server-sent events.
    Watch {
        /// Our own origin, for the addresses in it.
        origin: String,
    },
    /// The platform told something of this intent's order.
    Hear {
        /// What.
        news: News,
    },
    /// Give the letter of a row of the outbox.
    Effect {
        /// Which.
        eid: String,
    },
    /// The seller has taken the letter of a row.
    Done {
        /// Which.
        eid: String,
    },
    /// The queue could not deliver the letter of a row.
    Undelivered {
        /// Which.
        eid: String,
    },
    /// Do what is due: the alarm may have been lost.
    Tend,
    /// The same for the sake of the letters to the seller: say how they stand.
    Carry,
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
    /// What was ordered; only for who named the order by its token.
    pub receipt: Option<Box<Receipt>>,
    /// When the platform was last really read, Unix milliseconds; 0 for never.
    pub read_at: Millis,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::PlatformError;

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
            receipt: None,
            read_at: 0,
        };
        let json = serde_json::to_string(&answer).unwrap();
        assert_eq!(serde_json::from_str::<Answer>(&json).unwrap(), answer);
    }
}
