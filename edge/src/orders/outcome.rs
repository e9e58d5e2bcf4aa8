//! What became of an intent, for those who ask.

use serde::{Deserialize, Serialize};

use super::{Placed, Token};
use crate::platform::PlatformError;

/// What became of an intent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The platform has the order.
    Placed(Box<Placed>),
    /// The platform's answer is unknown; nothing is sent again.
    Confirming,
    /// The platform is too busy; the object sends it again by itself.
    Waiting {
        /// Seconds until then.
        retry_after: u32,
    },
    /// The platform's answer was lost, and it is proven that nothing was ordered.
    Absent,
    /// Only the seller can find out.
    Review,
    /// The platform did not take it, or was too busy for too long.
    Refused,
    /// The same shopper ordered the same a few minutes ago; nothing was ordered now.
    Duplicate {
        /// The order of then.
        first: Token,
    },
    /// The key belongs to another order.
    Reused,
    /// Nothing was ordered, and the key is free again.
    Failed(PlatformError),
    /// There is no such intent.
    Missing,
}

impl Outcome {
    /// Whether something is still to come of it by itself, or by a person.
    pub const fn is_open(&self) -> bool {
        match self {
            Self::Confirming | Self::Waiting { .. } | Self::Review => true,
            Self::Placed(_)
            | Self::Absent
            | Self::Refused
            | Self::Duplicate { .. }
            | Self::Reused
            | Self::Failed(_)
            | Self::Missing => false,
        }
    }
}
