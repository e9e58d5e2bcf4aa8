//! How often others may be asked. The till allows 50 calls in 180 seconds for
//! everything (platforms §1), of which the seller's own programs keep a few;
//! the other channel says nothing of it, so it is asked sparingly.

use serde::{Deserialize, Serialize};

use crate::intent::Millis;

/// Calls that we make in a window of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    calls: u32,
    window: Millis,
}

impl Rate {
    /// Of the till.
    pub const TILL: Self = Self { calls: 40, window: 180_000 };
    /// Of the other channel: fifty goods a call.
    pub const CHANNEL: Self = Self { calls: 60, window: 60_000 };
}

/// What was asked in the present window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    since: Millis,
    calls: u32,
    closed_until: Millis,
}

impl Budget {
    /// The budget after one more call; or when to try again, Unix milliseconds.
    pub fn spend(self, rate: Rate, now: Millis) -> Result<Self, Millis> {
        let end = self.since.saturating_add(rate.window);
        if now < self.closed_until {
            return Err(self.closed_until);
        }
        if now >= end {
            return Ok(Self { since: now, calls: 1, ..self });
        }
        if self.calls >= rate.calls {
            return Err(end);
        }
        Ok(Self { calls: self.calls.saturating_add(1), ..self })
    }

    /// The budget after we were asked to wait so many seconds.
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
        assert_eq!(
            (budget.spend(Rate::TILL, 1_000_000), budget.spend(Rate::TILL, 1_029_999)),
            (Err(1_030_000), Err(1_030_000))
        );
        assert!(budget.spend(Rate::TILL, 1_030_000).is_ok());
    }

    proptest! {
        /// The till counts in windows of its own: twice ours may fall into one of them, and no more.
        #[test]
        fn no_window_of_the_till_sees_too_much(pauses in prop::collection::vec(0..9_000_i64, 1..400)) {
            let (mut budget, mut now, mut asked) = (Budget::default(), 1_800_000_000_000, Vec::new());
            for pause in pauses {
                now += pause;
                if let Ok(spent) = budget.spend(Rate::TILL, now) {
                    budget = spent;
                    asked.push(now);
                }
            }
            for start in &asked {
                let seen = asked.iter().filter(|at| (*start..start + Rate::TILL.window).contains(*at)).count();
                prop_assert!(seen <= 2 * usize::try_from(Rate::TILL.calls).unwrap());
            }
        }
    }
}
