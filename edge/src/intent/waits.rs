//! How long a request waits for a platform that is too busy (reliability F5).

use serde::{Deserialize, Serialize};

use super::{Millis, Policy};

/// How often the platform asked to wait since the shopper asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Waits {
    /// How often.
    pub count: u32,
    /// Since when.
    pub since: Millis,
}

impl Waits {
    /// Counts another wait, to end at `until`. `None` when that is too often or
    /// too long.
    pub(super) fn once_more(self, policy: &Policy, until: Millis, now: Millis) -> Option<Self> {
        let since = if self.count == 0 { now } else { self.since };
        let is_allowed = self.count < policy.waits && until.saturating_sub(since) <= policy.patience;
        is_allowed.then(|| Self { count: self.count.saturating_add(1), since })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_waits_more_than_three_times_or_ten_minutes() {
        let once_more = |waits: Waits, until, now| waits.once_more(&Policy::SAFE, until, now);
        let first = once_more(Waits::default(), 50_000, 40_000).unwrap();
        assert_eq!(first, Waits { count: 1, since: 40_000 });
        assert_eq!(once_more(first, 640_001, 60_000), None);
        let third = once_more(once_more(first, 90_000, 60_000).unwrap(), 640_000, 95_000).unwrap();
        assert_eq!(third, Waits { count: 3, since: 40_000 });
        assert_eq!(once_more(third, 300_000, 299_000), None);
    }
}
