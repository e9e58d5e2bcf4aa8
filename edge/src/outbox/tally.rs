//! How the letters of one intent stand, for those who do not know them.

use serde::{Deserialize, Serialize};

/// How the letters of one intent stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tally {
    /// Some are still to be taken.
    pub open: bool,
    /// So many went to the queue's dead letters, and were not taken since.
    pub dead: u32,
}

impl Tally {
    /// Whether there is nothing to look after and nothing to say.
    pub const fn is_nothing(&self) -> bool {
        !self.open && self.dead == 0
    }
}
