//! When to look, and when looking in vain proves something.

use serde::{Deserialize, Serialize};

use super::Millis;

/// The numbers that safety hangs on (reliability §2f).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Milliseconds for one request, headers and body.
    pub deadline: Millis,
    /// Milliseconds after the deadline before looking in vain proves anything:
    /// twice what the platform takes at most to make an order.
    pub quiet: Millis,
    /// Complete looks in vain that prove absence together.
    pub looks: u32,
    /// Milliseconds between two looks that both count.
    pub apart: Millis,
    /// Milliseconds after the deadline when a person has to look.
    pub horizon: Millis,
    /// Milliseconds after the deadline when looking ends.
    pub end: Millis,
    /// How often the platform may ask to wait before the shopper is told to
    /// come back another time.
    pub waits: u32,
    /// Milliseconds for which a request waits at most.
    pub patience: Millis,
}

impl Policy {
    /// The platform's own client waits 60 s for an answer, and an order was
    /// seen to appear 90 s late (reliability F15).
    pub const SAFE: Self = Self {
        deadline: 15_000,
        quiet: 300_000,
        looks: 3,
        apart: 60_000,
        horizon: 15 * 60_000,
        end: 24 * 3_600_000,
        waits: 3,
        patience: 600_000,
    };
}

/// Milliseconds from a lost answer to each look.
const STEPS: [Millis; 9] = [2_000, 5_000, 15_000, 60_000, 60_000, 180_000, 300_000, 300_000, 300_000];
/// Milliseconds between all later looks.
const RARELY: Millis = 3_600_000;

/// Milliseconds between two turns of one look.
const TURN: Millis = 3_000;

/// What was looked up since the last request left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reads {
    /// How often.
    pub tries: u32,
    /// How often in vain, completely and far enough apart.
    pub clean: u32,
    /// When the last of them began.
    pub clean_at: Millis,
    /// When the next one is due; 0 when none is planned.
    pub due: Millis,
    /// An order was seen that looks like ours and carries no token.
    pub lookalike: bool,
}

impl Reads {
    /// Plans the next look.
    #[must_use]
    pub fn planned(self, now: Millis) -> Self {
        let step = usize::try_from(self.tries).ok().and_then(|tries| STEPS.get(tries));
        let due = now.saturating_add(step.copied().unwrap_or(RARELY));
        Self { tries: self.tries.saturating_add(1), due, ..self }
    }

    /// Plans the next turn of a look that is not over.
    #[must_use]
    pub fn continued(self, now: Millis) -> Self {
        Self { due: now.saturating_add(TURN), ..self }
    }

    /// Plans no further look.
    #[must_use]
    pub fn ended(self) -> Self {
        Self { due: 0, ..self }
    }

    /// Counts a complete look in vain that began then.
    #[must_use]
    pub fn in_vain(self, policy: &Policy, began: Millis) -> Self {
        if self.clean > 0 && began.saturating_sub(self.clean_at) < policy.apart {
            return self;
        }
        Self { clean: self.clean.saturating_add(1), clean_at: began, ..self }
    }

    /// Whether all the looks in vain prove that a request with this deadline
    /// made no order.
    pub fn prove_absence(&self, policy: &Policy, deadline: Millis) -> bool {
        self.clean >= policy.looks && self.clean_at >= deadline.saturating_add(policy.quiet)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_become_rarer() {
        let mut reads = Reads::default();
        let mut steps = Vec::new();
        for _ in 0..11 {
            reads = reads.planned(0);
            steps.push(reads.due / 1_000);
        }
        assert_eq!(steps, [2, 5, 15, 60, 60, 180, 300, 300, 300, 3_600, 3_600]);
    }

    #[test]
    fn looks_that_are_close_together_are_one() {
        let policy = Policy::SAFE;
        let two = Reads::default().in_vain(&policy, 1_000).in_vain(&policy, 30_000);
        assert_eq!(two.clean, 1);
        assert_eq!(two.in_vain(&policy, 61_000).clean, 2);
    }

    #[test]
    fn absence_needs_looks_and_time() {
        let policy = Policy::SAFE;
        let reads = |clean, clean_at| Reads { clean, clean_at, ..Reads::default() };
        assert!(!reads(2, 900_000).prove_absence(&policy, 0));
        assert!(!reads(3, 299_999).prove_absence(&policy, 0));
        assert!(reads(3, 300_000).prove_absence(&policy, 0));
    }
}
