//! What an isolate tells the gate, and what the gate says. Both sides use this
//! file and nothing else.

use serde::{Deserialize, Serialize};

use super::Seen;
use crate::orders::{News, OrderNames, Token};
use crate::outbox::Tally;

/// Who wants to call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// A shopper's order, or the state of one.
    Order,
    /// Anything that can be asked again a little later.
    Read,
    /// What nobody waits for.
    Spare,
}

/// A request, with what this isolate saw of the platform since its last one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// What it saw.
    #[serde(default, skip_serializing_if = "Seen::is_nothing")]
    pub seen: Seen,
    /// What it wants.
    pub request: Request,
}

/// What an isolate tells the gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// It read something to see whether the platform is well again.
    Probed {
        /// It is.
        well: bool,
    },
    /// An order wants to leave.
    Turn(Departing),
    /// An intent needs no more looking after.
    Settled {
        /// The intent.
        token: Token,
        /// What it made; empty when it is known to have made nothing.
        orders: Vec<OrderNames>,
    },
    /// How an intent's letters to the seller stand.
    Letters {
        /// The intent.
        token: Token,
        /// How they stand.
        tally: Tally,
    },
    /// The platform told something.
    Receive {
        /// Tells letters apart.
        hash: String,
        /// What it says of an order.
        news: Option<News>,
    },
    /// A minute has passed.
    Sweep,
}

/// An order that wants to leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Departing {
    /// The intent.
    pub token: Token,
    /// The store's number.
    pub store: i64,
    /// Equal for equal orders of one shopper; tells nothing else.
    pub likeness: Option<String>,
    /// The shopper wants it although there is an equal one.
    pub confirmed: bool,
}

/// What the gate says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// So many calls may be made until then, in Unix milliseconds.
    Go {
        /// At least 1.
        permits: u32,
        /// Unix milliseconds.
        until: i64,
    },
    /// Ask again after so many milliseconds.
    Wait {
        /// At least 1.
        ms: i64,
    },
    /// The platform fails: nothing is sent to it for so many milliseconds.
    Shut {
        /// At least 1.
        ms: i64,
    },
    /// See with a read whether the platform is well, say so, and ask again.
    Probe,
    /// The same shopper ordered the same a few minutes ago, under this token.
    Duplicate(Token),
    /// It is written down.
    Noted,
    /// It was written down before.
    Known,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_read_what_the_other_wrote() {
        let token = Token::from_object_id(&"0f".repeat(32)).unwrap();
        let departing =
            Departing { token: token.clone(), store: 7, likeness: Some("ab".into()), confirmed: false };
        let names = OrderNames { id: "019a".into(), order_id: None };
        for request in [
            Request::Permits { urgency: Urgency::Read },
            Request::Probed { well: true },
            Request::Turn(departing),
            Request::Settled { token: token.clone(), orders: vec![names] },
            Request::Letters { token: token.clone(), tally: Tally { open: true, dead: 2 } },
            Request::Receive { hash: "ab".into(), news: Some(News::default()) },
            Request::Sweep,
        ] {
            let ask = Ask { seen: Seen::default(), request };
            let json = serde_json::to_string(&ask).unwrap();
            assert!(!json.contains("seen"), "{json}");
            assert_eq!(serde_json::from_str::<Ask>(&json).unwrap(), ask);
        }
        for verdict in [Verdict::Wait { ms: 3 }, Verdict::Probe, Verdict::Duplicate(token)] {
            let json = serde_json::to_string(&verdict).unwrap();
            assert_eq!(serde_json::from_str::<Verdict>(&json).unwrap(), verdict);
        }
    }
}
