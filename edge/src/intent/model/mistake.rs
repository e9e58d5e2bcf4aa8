//! Classic mistakes, made on purpose.

use crate::intent::{Policy, Reply};

use super::SECOND;
use super::platform::Answer;

/// A way to double or to lose an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// Nothing is written down before the answer comes.
    NoFence,
    /// The fence is written after the request.
    FenceAfterPost,
    /// Between reading the intent and claiming it, others are let in.
    AwaitBeforeClaim,
    /// After a restart, what was on its way is believed not to have left.
    ForgetOnRestart,
    /// One look that finds nothing is proof enough.
    SearchThenRetry,
    /// Absence is believed before the platform had its time to make the order.
    AbsentTooEarly,
    /// A list that could not be read is taken for an empty one.
    BelieveFailedLooks,
    /// An answer of 500 means that nothing happened.
    RetryOnFailure,
    /// No answer means that nothing happened.
    RetryOnTimeout,
    /// A 429 of something in between is taken for the platform's own.
    RetryOnForeignBusy,
    /// A lookalike is taken for ours.
    BindLookalike,
    /// A look that took many turns counts as if it had seen what came meanwhile.
    DateLooksByTheirEnd,
    /// The alarm fails when looking does; the runtime gives it up after a while.
    ThrowingAlarm,
}

impl Mistake {
    /// Every mistake that has to be caught.
    pub const ALL: [Self; 13] = [
        Self::NoFence,
        Self::FenceAfterPost,
        Self::AwaitBeforeClaim,
        Self::ForgetOnRestart,
        Self::SearchThenRetry,
        Self::AbsentTooEarly,
        Self::BelieveFailedLooks,
        Self::RetryOnFailure,
        Self::RetryOnTimeout,
        Self::RetryOnForeignBusy,
        Self::BindLookalike,
        Self::DateLooksByTheirEnd,
        Self::ThrowingAlarm,
    ];
}

/// The numbers, right or wrong.
pub(super) fn policy(mistake: Option<Mistake>) -> Policy {
    match mistake {
        Some(Mistake::SearchThenRetry) => Policy { quiet: 0, looks: 1, apart: 0, ..Policy::SAFE },
        Some(Mistake::AbsentTooEarly) => Policy { quiet: 0, ..Policy::SAFE },
        _ => Policy::SAFE,
    }
}

/// What is made of an answer.
pub(super) fn read(mistake: Option<Mistake>, answer: Answer) -> Reply {
    match (answer, mistake) {
        (Answer::Refused, _)
        | (Answer::Failure, Some(Mistake::RetryOnFailure))
        | (Answer::Silence, Some(Mistake::RetryOnTimeout)) => Reply::Refused,
        (Answer::Foreign, Some(Mistake::RetryOnForeignBusy)) => Reply::Busy { wait: SECOND },
        (Answer::Busy { wait }, _) => Reply::Busy { wait },
        (Answer::Order(order), _) => Reply::Order(order),
        (Answer::Failure | Answer::Silence | Answer::Foreign, _) => Reply::Unknown,
    }
}
