//! What can happen in a history.

use super::platform::Answer;

/// Something that is going to happen, unless a restart prevents it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Coming {
    Submit,
    /// Whoever read the intent and let others in goes on with what was read.
    Claim {
        life: u32,
        read: usize,
    },
    Permit,
    /// The answer of a request; restarts lose it.
    Reply {
        life: u32,
        answer: Answer,
    },
    Wake,
    LookEnds {
        life: u32,
    },
    Webhook(String),
    Restart,
    /// The sweep pokes whatever is open, once a minute.
    Sweep,
}
