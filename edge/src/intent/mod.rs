//! One shopper's intent to buy, and the at most one order that comes of it.
//!
//! `POST /v3/orders` has no idempotency key (scalev-v3 §3.1). So a fence is
//! written before the one request leaves, an answer that was lost is looked
//! for and never asked again, and only proven absence lets the same key send
//! once more:
//!
//! ```text
//! Open ─ permit ─> Dispatching ─ an order ──────────────────────> Placed
//!  ^                 │  │ └─ refused ──> Refused ─ asked again ─┐   ^ │ another
//!  │                 │  └─ 429 ───────> Waiting ─ its time ─────┤   │ v order
//!  └─ no permit ─────┘─ anything else ─> Reconciling ─ found ───┼───┘ Duplicated
//!                                          │ └─ proven absent ─> Absent
//!                                          └─ cannot be known ─> Review
//! ```
//!
//! [`advance`](Intent::advance) is a function over plain data. Whoever calls
//! it writes the new intent down before it carries out the first effect.

mod advance;
mod reads;
mod waits;

#[cfg(any(test, feature = "model"))]
pub mod model;

pub use advance::{Effect, Event, Notice, Reply, Witness};
pub use reads::{Policy, Reads};
pub use waits::Waits;

use serde::{Deserialize, Serialize};

/// Unix milliseconds.
pub type Millis = i64;

/// Milliseconds after a deadline before the object believes that its own
/// request was lost.
const GRACE: Millis = 5_000;

/// Milliseconds after which an alarm that has not rung is taken for lost.
const LATE: Millis = 3_000;

/// What is written down of an intent, beside what was ordered.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Intent {
    /// What became of it.
    pub stage: Stage,
    /// One for each request that may have left, in order.
    pub fences: Vec<Fence>,
    /// The platform's ids of the orders that carry our token, as they became known.
    pub orders: Vec<String>,
    /// What was looked up since the last request left.
    pub reads: Reads,
    /// How often the platform asked to wait.
    #[serde(default)]
    pub waits: Waits,
}

/// What became of an intent.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "stage")]
pub enum Stage {
    /// Nothing has left.
    Open,
    /// It waits for a permit to leave.
    Passing,
    /// The platform asked to wait.
    Waiting {
        /// Until then.
        until: Millis,
    },
    /// The request may be at the platform.
    Dispatching,
    /// The answer was lost; the platform is asked what it has.
    Reconciling,
    /// There is an order.
    Placed,
    /// There are several, none of which we cancel.
    Duplicated,
    /// The platform refused: nothing was ordered, the key is free again.
    Refused,
    /// Proven not to be there: nothing was ordered, the key may send once more.
    Absent,
    /// Only a person can know.
    Review,
}

/// A request that may have left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fence {
    /// When it was written.
    pub at: Millis,
    /// When the answer must be whole.
    pub deadline: Millis,
    /// It is known not to have made an order.
    pub settled: bool,
}

impl Default for Intent {
    fn default() -> Self {
        Self {
            stage: Stage::Open,
            fences: Vec::new(),
            orders: Vec::new(),
            reads: Reads::default(),
            waits: Waits::default(),
        }
    }
}

impl Intent {
    /// Whether a request may still turn out to have made an order.
    pub fn is_fenced(&self) -> bool {
        self.fences.iter().any(|fence| !fence.settled)
    }

    /// Whether the shopper may be told that nothing was ordered.
    pub fn is_known_empty(&self) -> bool {
        matches!(self.stage, Stage::Open | Stage::Refused | Stage::Absent) && self.orders.is_empty()
    }

    /// Whether the request is still to be sent: only then may it be kept.
    pub fn holds_request(&self) -> bool {
        matches!(self.stage, Stage::Passing | Stage::Waiting { .. })
    }

    /// Whether something is still to come.
    pub fn is_settled(&self) -> bool {
        match self.stage {
            Stage::Placed | Stage::Duplicated | Stage::Refused | Stage::Absent | Stage::Review => true,
            Stage::Open
            | Stage::Passing
            | Stage::Waiting { .. }
            | Stage::Dispatching
            | Stage::Reconciling => false,
        }
    }

    /// When it has something to do by itself, in Unix milliseconds; past
    /// moments count.
    pub fn due(&self) -> Option<Millis> {
        match self.stage {
            Stage::Dispatching => Some(self.deadline().saturating_add(GRACE)),
            Stage::Reconciling | Stage::Review => Some(self.reads.due).filter(|due| *due > 0),
            Stage::Waiting { until } => Some(until),
            _ => None,
        }
    }

    /// Whether what was due is long not done. Either its alarm was lost, or it
    /// is at work right now, and then another alarm finds nothing to do.
    pub fn is_overdue(&self, now: Millis) -> bool {
        self.due().is_some_and(|due| now.saturating_sub(due) >= LATE)
    }

    /// Of the last request.
    fn deadline(&self) -> Millis {
        self.fences.last().map_or(0, |fence| fence.deadline)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_intent_is_overdue_when_its_alarm_did_not_ring_for_three_seconds() {
        let waiting = Intent { stage: Stage::Waiting { until: 10_000 }, ..Intent::default() };
        assert_eq!(
            [0, 10_000, 12_999, 13_000].map(|now| waiting.is_overdue(now)),
            [false, false, false, true]
        );
        assert!(!Intent::default().is_overdue(Millis::MAX));
    }
}
