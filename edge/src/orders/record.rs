//! What an intent's object writes down, and what it answers from it. Nothing
//! personal is in it.

use serde::{Deserialize, Serialize};
use shared::v3::Order;

use super::{Fingerprint, Heard, Look, OrderNames, Outcome, Placed, Receipt};
use crate::intent::{Effect, Event, Intent, Millis, Policy, Reply, Stage};
use crate::platform::PlatformError;

/// One intent, with what was ordered and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// What was ordered, to recognise it.
    pub fingerprint: Fingerprint,
    /// The store's number: where the platform is asked what it has.
    pub store: i64,
    /// What was ordered, to show it.
    #[serde(default)]
    pub receipt: Receipt,
    /// How far it came.
    pub intent: Intent,
    /// The order, once it was read.
    pub placed: Option<Placed>,
    /// When the platform told of the order before anything of it was read.
    #[serde(default)]
    pub early: Heard,
    /// When the platform was last really read, Unix milliseconds; 0 for never.
    #[serde(default)]
    pub read_at: Millis,
    /// The gate knows less of it than it should.
    #[serde(default)]
    pub untold: bool,
    /// The platform told something that only reading the order can settle.
    #[serde(default)]
    pub doubtful: bool,
    /// The look that is not over.
    #[serde(default)]
    pub look: Option<Look>,
}

/// Milliseconds after which an intent is forgotten: links are of no use by
/// then (reliability §4c).
const KEPT: Millis = 90 * 24 * 3_600_000;
/// Milliseconds after which an intent of which nothing came is forgotten.
const KEPT_EMPTY: Millis = 24 * 3_600_000;

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
/// very object is waiting for the platform now; `now` is in Unix milliseconds.
pub fn judge(record: Option<&Record>, fingerprint: &Fingerprint, in_flight: bool, now: Millis) -> Next {
    match record {
        None => Next::Dispatch,
        Some(record) if record.fingerprint != *fingerprint && !record.is_free() => {
            Next::Answer(Outcome::Reused)
        }
        Some(_) if in_flight => Next::Join,
        Some(record) if record.is_free() || record.intent.stage == Stage::Absent => Next::Dispatch,
        Some(record) => Next::Answer(record.outcome(now)),
    }
}

/// Decides about a question after an earlier request, which makes nothing.
pub fn recall(record: Option<&Record>, fingerprint: &Fingerprint, now: Millis) -> Outcome {
    match record {
        None => Outcome::Missing,
        Some(record) if record.fingerprint != *fingerprint => Outcome::Reused,
        Some(record) => record.outcome(now),
    }
}

impl Record {
    /// An intent of which nothing is known yet.
    pub fn new(fingerprint: Fingerprint, store: i64, receipt: Receipt) -> Self {
        Self {
            fingerprint,
            store,
            receipt,
            intent: Intent::default(),
            placed: None,
            early: Heard::default(),
            read_at: 0,
            untold: false,
            doubtful: false,
            look: None,
        }
    }

    /// What follows from an event: the record to write down, then what to do.
    pub fn advance(&self, event: Event, now: Millis) -> (Self, Vec<Effect>) {
        let (intent, effects) = self.intent.clone().advance(&Policy::SAFE, event, now);
        let untold = self.untold || effects.contains(&Effect::Pass) || intent.orders != self.intent.orders;
        (Self { intent, untold, ..self.clone() }, effects)
    }

    /// Whether the key may be used for anything: no request of it made an order.
    fn is_free(&self) -> bool {
        self.intent.is_known_empty() && self.intent.stage != Stage::Absent
    }

    /// What the holder of the token is told at `now`, in Unix milliseconds.
    pub fn outcome(&self, now: Millis) -> Outcome {
        match (&self.intent.stage, &self.placed) {
            (Stage::Placed | Stage::Duplicated, Some(placed)) => Outcome::Placed(Box::new(placed.clone())),
            (Stage::Waiting { until }, _) => Outcome::Waiting { retry_after: seconds(*until, now) },
            (Stage::Absent, _) => Outcome::Absent,
            (Stage::Refused, _) => Outcome::Refused,
            (Stage::Review, _) => Outcome::Review,
            (Stage::Open, _) => Outcome::Missing,
            _ => Outcome::Confirming,
        }
    }

    /// When it is forgotten, in Unix milliseconds, as `opened_at`.
    pub fn ends_at(&self, opened_at: Millis) -> Millis {
        let is_empty = self.intent.stage == Stage::Open;
        opened_at.saturating_add(if is_empty { KEPT_EMPTY } else { KEPT })
    }

    /// The platform's id of an order that was found and not read yet.
    pub fn unread(&self) -> Option<&str> {
        if self.placed.is_some() { None } else { self.intent.orders.first().map(String::as_str) }
    }

    /// The names of its orders, once the gate need not look after it any more.
    pub fn names(&self) -> Option<Vec<OrderNames>> {
        match self.intent.stage {
            Stage::Placed | Stage::Duplicated | Stage::Open | Stage::Refused | Stage::Absent => {
                Some(self.intent.orders.iter().map(|id| self.name(id)).collect())
            }
            Stage::Passing
            | Stage::Waiting { .. }
            | Stage::Dispatching
            | Stage::Reconciling
            | Stage::Review => None,
        }
    }

    fn name(&self, id: &str) -> OrderNames {
        let read = self.placed.as_ref().filter(|placed| placed.id == id);
        read.map_or_else(|| OrderNames { id: id.to_owned(), order_id: None }, Placed::names)
    }
}

/// Whole seconds until a moment, at least one.
fn seconds(until: Millis, now: Millis) -> u32 {
    let left = until.saturating_sub(now).saturating_add(999).div_euclid(1_000);
    u32::try_from(left.max(1)).unwrap_or(u32::MAX)
}

/// What the platform's answer to the one request means.
pub fn reply(answer: &Result<Order, PlatformError>) -> Reply {
    match answer {
        Ok(order) => match order.id.as_deref() {
            Some(id) if !id.is_empty() => Reply::Order(id.to_owned()),
            _ => Reply::Unknown,
        },
        Err(PlatformError::Busy { retry_after }) => {
            Reply::Busy { wait: Millis::from(*retry_after).saturating_mul(1_000) }
        }
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
        Record {
            intent,
            placed: is_placed.then(placed),
            ..Record::new(fingerprint("a"), 1, Receipt::default())
        }
    }

    #[test]
    fn only_what_made_no_order_is_dispatched() {
        let a = fingerprint("a");
        assert_eq!(judge(None, &a, false, 0), Next::Dispatch);
        for stage in [Stage::Open, Stage::Refused, Stage::Absent] {
            assert_eq!(judge(Some(&record(stage)), &a, false, 0), Next::Dispatch);
        }
        for stage in [Stage::Passing, Stage::Dispatching, Stage::Reconciling] {
            assert_eq!(judge(Some(&record(stage)), &a, false, 0), Next::Answer(Outcome::Confirming));
        }
        assert_eq!(
            judge(Some(&record(Stage::Placed)), &a, false, 0),
            Next::Answer(Outcome::Placed(Box::new(placed())))
        );
        assert_eq!(judge(Some(&record(Stage::Dispatching)), &a, true, 0), Next::Join);
    }

    /// Not even a state leaks to somebody who guessed a key.
    #[test]
    fn another_order_under_the_same_key_learns_nothing() {
        let b = fingerprint("b");
        for stage in [Stage::Dispatching, Stage::Reconciling, Stage::Review, Stage::Placed, Stage::Absent] {
            assert_eq!(judge(Some(&record(stage.clone())), &b, true, 0), Next::Answer(Outcome::Reused));
            assert_eq!(recall(Some(&record(stage)), &b, 0), Outcome::Reused);
        }
    }

    /// A key that made no order is free for a corrected one.
    #[test]
    fn a_refused_key_is_not_burnt() {
        assert_eq!(judge(Some(&record(Stage::Refused)), &fingerprint("b"), false, 0), Next::Dispatch);
    }

    #[test]
    fn a_question_makes_nothing() {
        assert_eq!(recall(None, &fingerprint("a"), 0), Outcome::Missing);
        assert_eq!(recall(Some(&record(Stage::Reconciling)), &fingerprint("a"), 0), Outcome::Confirming);
        assert_eq!(recall(Some(&record(Stage::Refused)), &fingerprint("a"), 0), Outcome::Refused);
        assert_eq!(recall(Some(&record(Stage::Review)), &fingerprint("a"), 0), Outcome::Review);
        assert_eq!(recall(Some(&record(Stage::Absent)), &fingerprint("a"), 0), Outcome::Absent);
    }

    #[test]
    fn an_order_that_was_only_heard_of_is_still_to_be_read() {
        let heard = Record { placed: None, ..record(Stage::Placed) };
        assert_eq!((heard.unread(), heard.outcome(0)), (Some("019a"), Outcome::Confirming));
        assert_eq!(record(Stage::Placed).unread(), None);
    }

    #[test]
    fn only_a_sure_refusal_is_one() {
        for sure in [PlatformError::Refused, PlatformError::NotFound, PlatformError::Unauthorized] {
            assert_eq!(reply(&Err(sure)), Reply::Refused);
        }
        assert_eq!(reply(&Err(PlatformError::Busy { retry_after: 7 })), Reply::Busy { wait: 7_000 });
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

    #[test]
    fn a_shopper_who_waits_is_told_how_long() {
        let waiting = record(Stage::Waiting { until: 7_001 });
        assert_eq!(waiting.outcome(1_000), Outcome::Waiting { retry_after: 7 });
        assert_eq!(waiting.outcome(9_000), Outcome::Waiting { retry_after: 1 });
        assert_eq!(
            judge(Some(&waiting), &fingerprint("a"), false, 1_000),
            Next::Answer(Outcome::Waiting { retry_after: 7 })
        );
    }

    #[test]
    fn the_gate_is_told_what_it_does_not_know() {
        let (passing, _) = record(Stage::Open).advance(Event::Submitted, 0);
        assert_eq!((passing.untold, passing.names()), (true, None));
        let (open, _) = passing.advance(Event::Withdrawn, 0);
        assert_eq!((open.untold, open.names()), (true, Some(vec![])));
        let told = Record { untold: false, ..record(Stage::Placed) };
        let (doubled, _) = told.advance(Event::Told { order: "019b".into() }, 0);
        let names = doubled.names().unwrap();
        assert_eq!((doubled.untold, names.len(), names[1].id.as_str()), (true, 2, "019b"));
        let numbered = Placed { order_id: Some("261122A".into()), ..placed() };
        let read = told.clone().read(numbered, 5);
        assert_eq!((read.untold, read.names().unwrap()[0].order_id.as_deref()), (true, Some("261122A")));
        assert!(!told.read(placed(), 5).untold);
    }

    #[test]
    fn an_intent_of_which_nothing_came_is_forgotten_first() {
        assert_eq!(record(Stage::Open).ends_at(5), 86_400_005);
        for stage in [Stage::Placed, Stage::Refused, Stage::Review] {
            assert_eq!(record(stage).ends_at(5), 7_776_000_005);
        }
    }
}
