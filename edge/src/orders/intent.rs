//! What the object decides, from what it wrote down.
//!
//! ```text
//! nothing ── Place ──> Pending ── an order came back ───────> Placed
//!    ^                    |── known not executed ──> nothing (key free again)
//!    └────────────────────┘── anything else ────────────────> Unknown
//! ```
//!
//! `Pending` is written before the request leaves. Whoever finds it without a
//! request on its way knows that an answer was lost.

use shared::v3::Order;

use super::{Fingerprint, Outcome, Placed};
use crate::platform::PlatformError;

/// What is written down of an intent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intent {
    /// What was ordered.
    pub fingerprint: Fingerprint,
    /// What became of it.
    pub state: State,
}

/// What became of an intent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// The request may have left.
    Pending,
    /// The answer was lost.
    Unknown,
    /// The platform has the order.
    Placed(Placed),
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
pub fn judge(stored: Option<&Intent>, fingerprint: &Fingerprint, in_flight: bool) -> Next {
    match stored {
        None => Next::Dispatch,
        Some(intent) if intent.fingerprint != *fingerprint => Next::Answer(Outcome::Reused),
        Some(intent) if intent.state == State::Pending && in_flight => Next::Join,
        Some(intent) => Next::Answer(outcome(&intent.state)),
    }
}

/// Decides about a question after an earlier request, which makes nothing.
pub fn recall(stored: Option<&Intent>, fingerprint: &Fingerprint) -> Outcome {
    match stored {
        None => Outcome::Missing,
        Some(intent) if intent.fingerprint != *fingerprint => Outcome::Reused,
        Some(intent) => outcome(&intent.state),
    }
}

/// What the holder of the token is told.
pub fn show(stored: Option<&Intent>) -> Outcome {
    stored.map_or(Outcome::Missing, |intent| outcome(&intent.state))
}

fn outcome(state: &State) -> Outcome {
    match state {
        State::Pending | State::Unknown => Outcome::Confirming,
        State::Placed(placed) => Outcome::Placed(placed.clone()),
    }
}

/// What the platform's answer makes of a pending intent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// It is an order.
    Placed(Placed),
    /// Nothing was ordered: forget the intent.
    Free(PlatformError),
    /// Nobody knows. The reason is for the log.
    Unknown(PlatformError),
}

/// Decides what the platform's answer means.
pub fn settle(answer: Result<Order, PlatformError>) -> Settled {
    match answer.map(Placed::new) {
        Ok(Some(placed)) => Settled::Placed(placed),
        Ok(None) => Settled::Unknown(PlatformError::Malformed),
        Err(error) if error.is_known_not_executed() => Settled::Free(error),
        Err(error) => Settled::Unknown(error),
    }
}

impl Settled {
    /// What everybody who waits is told.
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Placed(placed) => Outcome::Placed(placed.clone()),
            Self::Free(error) => Outcome::Failed(error.clone()),
            Self::Unknown(_) => Outcome::Confirming,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fingerprint(text: &str) -> Fingerprint {
        Fingerprint::stored(text.into())
    }

    fn order() -> Order {
        Order { id: Some("019a".into()), ..Order::default() }
    }

    fn placed() -> Placed {
        Placed::new(order()).unwrap()
    }

    fn stored(state: State) -> Intent {
        Intent { fingerprint: fingerprint("a"), state }
    }

    #[test]
    fn only_a_new_key_is_dispatched() {
        let a = fingerprint("a");
        assert_eq!(judge(None, &a, false), Next::Dispatch);
        for (state, in_flight) in [
            (State::Pending, true),
            (State::Pending, false),
            (State::Unknown, false),
            (State::Unknown, true),
            (State::Placed(placed()), false),
        ] {
            assert_ne!(judge(Some(&stored(state)), &a, in_flight), Next::Dispatch);
        }
    }

    #[test]
    fn the_same_order_waits_or_is_replayed() {
        let a = fingerprint("a");
        assert_eq!(judge(Some(&stored(State::Pending)), &a, true), Next::Join);
        assert_eq!(judge(Some(&stored(State::Pending)), &a, false), Next::Answer(Outcome::Confirming));
        assert_eq!(judge(Some(&stored(State::Unknown)), &a, false), Next::Answer(Outcome::Confirming));
        assert_eq!(
            judge(Some(&stored(State::Placed(placed()))), &a, false),
            Next::Answer(Outcome::Placed(placed()))
        );
    }

    /// Not even a state leaks to somebody who guessed a key.
    #[test]
    fn another_order_under_the_same_key_learns_nothing() {
        for state in [State::Pending, State::Unknown, State::Placed(placed())] {
            let stored = stored(state);
            assert_eq!(judge(Some(&stored), &fingerprint("b"), true), Next::Answer(Outcome::Reused));
            assert_eq!(recall(Some(&stored), &fingerprint("b")), Outcome::Reused);
        }
    }

    #[test]
    fn a_question_makes_nothing() {
        assert_eq!(recall(None, &fingerprint("a")), Outcome::Missing);
        assert_eq!(recall(Some(&stored(State::Unknown)), &fingerprint("a")), Outcome::Confirming);
        assert_eq!(show(None), Outcome::Missing);
        assert_eq!(show(Some(&stored(State::Pending))), Outcome::Confirming);
    }

    #[test]
    fn only_a_sure_refusal_frees_the_key() {
        for sure in [
            PlatformError::Refused,
            PlatformError::NotFound,
            PlatformError::Unauthorized,
            PlatformError::Busy { retry_after: 1 },
        ] {
            assert_eq!(settle(Err(sure.clone())), Settled::Free(sure));
        }
        for unsure in [
            PlatformError::Timeout,
            PlatformError::Unreachable,
            PlatformError::Failing { status: 502 },
            PlatformError::Malformed,
        ] {
            assert_eq!(settle(Err(unsure.clone())), Settled::Unknown(unsure));
        }
        assert_eq!(settle(Ok(order())), Settled::Placed(placed()));
        assert_eq!(settle(Ok(Order::default())), Settled::Unknown(PlatformError::Malformed));
    }
}
