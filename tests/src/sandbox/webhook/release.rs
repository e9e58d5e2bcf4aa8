//! In which order held deliveries leave, and how often each.

use fastrand::Rng;
use serde::{Deserialize, Serialize};

/// How held deliveries leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Release {
    /// In which order.
    pub order: Sequence,
    /// Times each is sent.
    pub copies: u32,
}

/// An order of deliveries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sequence {
    /// As things happened.
    #[default]
    Told,
    /// The last first.
    Reversed,
    /// By chance, always the same for one seed.
    Shuffled(u64),
}

impl Default for Release {
    fn default() -> Self {
        Self { order: Sequence::Told, copies: 1 }
    }
}

impl Release {
    /// The last first, each once.
    pub fn reversed() -> Self {
        Self { order: Sequence::Reversed, copies: 1 }
    }

    /// By chance, each once.
    pub fn shuffled(seed: u64) -> Self {
        Self { order: Sequence::Shuffled(seed), copies: 1 }
    }

    /// Each so many times.
    #[must_use]
    pub fn copies(self, copies: u32) -> Self {
        Self { copies, ..self }
    }

    /// Arranges what waits.
    pub(in crate::sandbox) fn arrange<T: Clone>(&self, waiting: Vec<T>) -> Vec<T> {
        let copies = usize::try_from(self.copies.max(1)).unwrap_or(1);
        let mut all: Vec<T> = waiting.into_iter().flat_map(|delivery| vec![delivery; copies]).collect();
        match self.order {
            Sequence::Told => {}
            Sequence::Reversed => all.reverse(),
            Sequence::Shuffled(seed) => Rng::with_seed(seed).shuffle(&mut all),
        }
        all
    }
}
