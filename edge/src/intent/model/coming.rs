//! What can happen in a history.

use super::platform::Answer;
use crate::intent::Millis;

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
    /// A turn of a look that began then ends.
    LookEnds {
        life: u32,
        began: Millis,
    },
    Webhook(String),
    Restart,
    /// The sweep pokes whatever is open, once a minute.
    Sweep,
}
