//! Histories of an intent against a platform that fails in every way we know,
//! told by a seed. Each is checked for what must never happen.

#![cfg_attr(not(test), expect(clippy::indexing_slicing, reason = "a model that goes wrong should stop"))]

mod agenda;
mod alarm;
mod arrive;
mod coming;
mod dice;
mod explore;
mod follow;
mod history;
mod judge;
mod mistake;
mod platform;

pub(crate) use agenda::Agenda;
pub use dice::Dice;
pub use explore::{Explored, explore};
pub use mistake::Mistake;

use super::Millis;
use history::History;

const SECOND: Millis = 1_000;
const MINUTE: Millis = 60 * SECOND;

/// The first of so many histories from `seed` on that breaks a rule, and which.
pub fn fails(mistake: Option<Mistake>, histories: u64, seed: u64) -> Option<(u64, String)> {
    let seeds = seed..seed.saturating_add(histories);
    seeds.into_iter().find_map(|seed| Some((seed, History::new(seed, mistake).run().err()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_history_doubles_or_loses_an_order() {
        assert_eq!(fails(None, 20_000, 0), None);
    }

    #[test]
    fn each_classic_mistake_is_caught() {
        for mistake in Mistake::ALL {
            assert!(fails(Some(mistake), 20_000, 0).is_some(), "{mistake:?} went unnoticed");
        }
    }
}
