//! What an intent's object writes down, and what it answers from it. Nothing
//! personal is in it.

use serde::{Deserialize, Serialize};
use shared::v3::Order;
use shared::value::Rupiah;

use super::{Fingerprint, Outcome, Placed};
use crate::intent::{Intent, Reply, Stage};
use crate::platform::PlatformError;

/// One intent, with what was ordered and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// What was ordered.
    pub fingerprint: Fingerprint,
    /// The store's number: where the platform is asked what it has.
    pub store: i64,
    /// What the shopper was told to pay, in rupiah.
    pub total: Option<Rupiah>,
    /// How far it came.
    pub intent: Intent,
    /// The order, once it was read.
    pub placed: Option<Placed>,
}

/// What to do with a request to place an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Write it down, then send the one request.
    Dispatch,
    /// The request is on its way: wait for its answer.
    Join,
    /// It is decided already.
    Answer(Outcome),
}

/// Decides about a request to place an order. `in_flight` tells whether this
/// very object is waiting for the platform now.
pub fn judge(record: Option<&Record>, fingerprint: &Fingerprint, in_flight: bool) -> Next {
    match record {
        None => Next::Dispatch,
        Some(record) if record.fingerprint != *fingerprint && !record.is_free() => {
            Next::Answer(Outcome::Reused)
        }
        Some(_) if in_flight => Next::Join,
        Some(record) if record.is_free() || record.intent.stage == Stage::Absent => Next::Dispatch,
        Some(record) => Next::Answer(record.outcome()),
    }
}

/// Decides about a question after an earlier request, which makes nothing.
pub fn recall(record: Option<&Record>, fingerprint: &Fingerprint) -> Outcome {
    match record {
        None => Outcome::Missing,
        Some(record) if record.fingerprint != *fingerprint => Outcome::Reused,
        Some(record) => record.outcome(),
    }
}

impl Record {
    /// An intent of which nothing is known yet.
    pub fn new(fingerprint: Fingerprint, store: i64, total: Option<Rupiah>) -> Self {
        Self { fingerprint, store, total, intent: Intent::default(), placed: None }
    }

    /// Whether the key may be used for anything: no request of it made an order.
    fn is_free(&self) -> bool {
        self.intent.is_known_empty() && self.intent.stage != Stage::Absent
    }

    /// What the holder of the token is told.
    pub fn outcome(&self) -> Outcome {
        match (&self.intent.stage, &self.placed) {
            (Stage::Placed | Stage::Duplicated, Some(placed)) => Outcome::Placed(placed.clone()),
            (Stage::Absent, _) => Outcome::Absent,
            (Stage::Open | Stage::Refused, _) => Outcome::Missing,
            _ => Outcome::Confirming,
        }
    }

    /// The platform's id of an order that was found and not read yet.
    pub fn unread(&self) -> Option<&str> {
        if self.placed.is_some() { None } else { self.intent.orders.first().map(String::as_str) }
    }
}

/// What the platform's answer to the one request means.
pub fn reply(answer: &Result<Order, PlatformError>) -> Reply {
    match answer {
        Ok(order) => match order.id.as_deref() {
            Some(id) if !id.is_empty() => Reply::Order(id.to_owned()),
            _ => Reply::Unknown,
        },
        Err(error) if error.is_known_not_executed() => Reply::Refused,
        Err(_) => Reply::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intent::Fence;

    fn fingerprint(text: &str) -> Fingerprint {
        Fingerprint::stored(text.into())
    }

    fn placed() -> Placed {
        Placed::new(Order { id: Some("019a".into()), ..Order::default() }).unwrap()
    }

    fn record(stage: Stage) -> Record {
        let fences = match stage {
            Stage::Dispatching | Stage::Reconciling => vec![Fence { at: 0, deadline: 1, settled: false }],
            _ => Vec::new(),
        };
        let is_placed = stage == Stage::Placed;
        let orders = if is_placed { vec!["019a".into()] } else { Vec::new() };
        let intent = Intent { stage, fences, orders, ..Intent::default() };
        Record { intent, placed: is_placed.then(placed), ..Record::new(fingerprint("a"), 1, None) }
    }

    #[test]
    fn only_what_made_no_order_is_dispatched() {
        let a = fingerprint("a");
        assert_eq!(judge(None, &a, false), Next::Dispatch);
        for stage in [Stage::Open, Stage::Refused, Stage::Absent] {
            assert_eq!(judge(Some(&record(stage)), &a, false), Next::Dispatch);
        }
        for stage in [Stage::Passing, Stage::Dispatching, Stage::Reconciling, Stage::Review] {
            assert_eq!(judge(Some(&record(stage)), &a, false), Next::Answer(Outcome::Confirming));
        }
        assert_eq!(judge(Some(&record(Stage::Placed)), &a, false), Next::Answer(Outcome::Placed(placed())));
        assert_eq!(judge(Some(&record(Stage::Dispatching)), &a, true), Next::Join);
    }

    /// Not even a state leaks to somebody who guessed a key.
    #[test]
    fn another_order_under_the_same_key_learns_nothing() {
        let b = fingerprint("b");
        for stage in [Stage::Dispatching, Stage::Reconciling, Stage::Review, Stage::Placed, Stage::Absent] {
            assert_eq!(judge(Some(&record(stage.clone())), &b, true), Next::Answer(Outcome::Reused));
            assert_eq!(recall(Some(&record(stage)), &b), Outcome::Reused);
        }
    }

    /// A key that made no order is free for a corrected one.
    #[test]
    fn a_refused_key_is_not_burnt() {
        assert_eq!(judge(Some(&record(Stage::Refused)), &fingerprint("b"), false), Next::Dispatch);
    }

    #[test]
    fn a_question_makes_nothing() {
        assert_eq!(recall(None, &fingerprint("a")), Outcome::Missing);
        assert_eq!(recall(Some(&record(Stage::Reconciling)), &fingerprint("a")), Outcome::Confirming);
        assert_eq!(recall(Some(&record(Stage::Refused)), &fingerprint("a")), Outcome::Missing);
        assert_eq!(recall(Some(&record(Stage::Absent)), &fingerprint("a")), Outcome::Absent);
    }

    #[test]
    fn an_order_that_was_only_heard_of_is_still_to_be_read() {
        let heard = Record { placed: None, ..record(Stage::Placed) };
        assert_eq!((heard.unread(), heard.outcome()), (Some("019a"), Outcome::Confirming));
        assert_eq!(record(Stage::Placed).unread(), None);
    }

    #[test]
    fn only_a_sure_refusal_is_one() {
        for sure in [
            PlatformError::Refused,
            PlatformError::NotFound,
            PlatformError::Unauthorized,
            PlatformError::Busy { retry_after: 1 },
        ] {
            assert_eq!(reply(&Err(sure)), Reply::Refused);
        }
        for unsure in [
            PlatformError::Timeout,
            PlatformError::Unreachable,
            PlatformError::Failing { status: 502 },
            PlatformError::Malformed,
        ] {
            assert_eq!(reply(&Err(unsure)), Reply::Unknown);
        }
        assert_eq!(reply(&Ok(Order::default())), Reply::Unknown);
        assert_eq!(reply(&Ok(Order { id: Some("1".into()), ..Order::default() })), Reply::Order("1".into()));
    }
}
