//! How often the till may be asked: 50 calls in 180 seconds for everything
//! (platforms §1), of which the seller's own programs keep a few.

use serde::{Deserialize, Serialize};

use crate::intent::Millis;

/// Milliseconds of the till's window.
const WINDOW: Millis = 180_000;
/// Calls of a window that we take.
const CALLS: u32 = 40;

/// What was asked in the present window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    since: Millis,
    calls: u32,
    closed_until: Millis,
}

impl Budget {
    /// The budget after one more call; or when to try again, Unix milliseconds.
    pub fn spend(self, now: Millis) -> Result<Self, Millis> {
        let end = self.since.saturating_add(WINDOW);
        if now < self.closed_until {
            return Err(self.closed_until);
        }
        if now >= end {
            return Ok(Self { since: now, calls: 1, ..self });
        }
        if self.calls >= CALLS {
            return Err(end);
        }
        Ok(Self { calls: self.calls.saturating_add(1), ..self })
    }

    /// The budget after the till asked to wait so many seconds.
    #[must_use]
    pub fn refused(self, seconds: u32, now: Millis) -> Self {
        Self { closed_until: now.saturating_add(Millis::from(seconds).saturating_mul(1_000)), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn who_was_told_to_wait_waits() {
        let budget = Budget::default().refused(30, 1_000_000);
        assert_eq!((budget.spend(1_000_000), budget.spend(1_029_999)), (Err(1_030_000), Err(1_030_000)));
        assert!(budget.spend(1_030_000).is_ok());
    }

    proptest! {
        /// The till counts in windows of its own: twice ours may fall into one of them, and no more.
        #[test]
        fn no_window_of_the_till_sees_too_much(pauses in prop::collection::vec(0..9_000_i64, 1..400)) {
            let (mut budget, mut now, mut asked) = (Budget::default(), 1_800_000_000_000, Vec::new());
            for pause in pauses {
                now += pause;
                if let Ok(spent) = budget.spend(now) {
                    budget = spent;
                    asked.push(now);
                }
            }
            for start in &asked {
                let seen = asked.iter().filter(|at| (*start..start + WINDOW).contains(*at)).count();
                prop_assert!(seen <= 2 * usize::try_from(CALLS).unwrap());
            }
        }
    }
}
