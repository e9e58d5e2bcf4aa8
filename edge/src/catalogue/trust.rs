//! How long a copy of the platform's data is believed, and who asks again.
//!
//! Ages run from fresh (serve it) over stale (serve it, ask in the background)
//! and old (ask first; serve it only if the platform fails) to dead.

use serde::Serialize;

/// How long a copy is believed, in milliseconds of age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trust {
    fresh: i64,
    stale: i64,
    old: i64,
}

const MINUTE: i64 = 60_000;

/// Milliseconds after which a load that has not come back is taken for lost:
/// its request may have been cancelled.
const LOAD_LOST: i64 = 25_000;

impl Trust {
    /// Fresh for so long, stale for ten minutes, old for an hour. Fresh for
    /// nothing means never stale either: each request asks, and the copy only
    /// stands in when the platform fails.
    pub fn fresh_for_seconds(seconds: u32) -> Self {
        let fresh = i64::from(seconds).saturating_mul(1000);
        let stale = if fresh == 0 { 0 } else { fresh.max(10 * MINUTE) };
        Self { fresh, stale, old: stale.max(60 * MINUTE) }
    }

    /// Fresh for so long and never stale: after that one asks first, and the
    /// copy only stands in for an hour when that fails.
    pub fn only_fresh_for_seconds(seconds: u32) -> Self {
        let fresh = i64::from(seconds).saturating_mul(1000);
        Self { fresh, stale: fresh, old: fresh.max(60 * MINUTE) }
    }

    /// Seconds for which a browser may keep an answer.
    pub const fn fresh_seconds(self) -> i64 {
        self.fresh / 1000
    }

    /// Seconds for which a browser may show a kept answer while it asks again.
    pub const fn stale_seconds(self) -> i64 {
        (self.stale - self.fresh) / 1000
    }
}

impl Default for Trust {
    fn default() -> Self {
        Self::fresh_for_seconds(60)
    }
}

/// What is known about a copy. All times in milliseconds of the same clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// When the copy was taken.
    pub loaded_at: Option<i64>,
    /// When somebody set out to take a new one.
    pub loading_since: Option<i64>,
    /// The last try failed; nobody asks before this time.
    pub blocked_until: Option<i64>,
}

/// What to do for one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Answer from the copy.
    Serve(Verdict),
    /// Answer from the copy and take a new one in the background.
    ServeAndRefresh,
    /// Take one and answer from it.
    Load,
    /// Somebody is taking one: look again soon.
    Wait,
    /// There is nothing to serve and the platform failed a moment ago.
    Fail,
}

/// Where an answer came from, for the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// A fresh copy.
    Hit,
    /// A stale copy.
    Stale,
    /// An old copy, because the platform failed.
    Rescue,
    /// The platform was asked.
    Miss,
}

/// What to do for one request.
pub fn step(held: Held, trust: Trust, now: i64) -> Step {
    let blocked = held.blocked_until.is_some_and(|until| now < until);
    let loading = held.loading_since.is_some_and(|since| now.saturating_sub(since) < LOAD_LOST);
    match held.loaded_at.map(|at| now.saturating_sub(at)) {
        Some(age) if age <= trust.fresh => Step::Serve(Verdict::Hit),
        Some(age) if age < trust.stale && (blocked || loading) => Step::Serve(Verdict::Stale),
        Some(age) if age < trust.stale => Step::ServeAndRefresh,
        Some(age) if age < trust.old && blocked => Step::Serve(Verdict::Rescue),
        _ if blocked => Step::Fail,
        _ if loading => Step::Wait,
        _ => Step::Load,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 10_000_000;

    fn after(age_ms: i64) -> Held {
        Held { loaded_at: Some(NOW - age_ms), ..Held::default() }
    }

    fn loading(held: Held) -> Held {
        Held { loading_since: Some(NOW - 100), ..held }
    }

    fn blocked(held: Held) -> Held {
        Held { blocked_until: Some(NOW + 1), ..held }
    }

    fn judge(held: Held) -> Step {
        step(held, Trust::default(), NOW)
    }

    #[test]
    fn a_copy_ages() {
        assert_eq!(judge(after(0)), Step::Serve(Verdict::Hit));
        assert_eq!(judge(after(60_000)), Step::Serve(Verdict::Hit));
        assert_eq!(judge(after(60_001)), Step::ServeAndRefresh);
        assert_eq!(judge(after(10 * MINUTE)), Step::Load);
        assert_eq!(judge(after(60 * MINUTE)), Step::Load);
        assert_eq!(judge(Held::default()), Step::Load);
    }

    /// Whoever comes first after a quiet hour must not see what was true before it.
    #[test]
    fn what_is_never_stale_is_asked_for_first() {
        let trust = Trust::only_fresh_for_seconds(2);
        let judge = |held| step(held, trust, NOW);
        assert_eq!((judge(after(2_000)), judge(after(2_001))), (Step::Serve(Verdict::Hit), Step::Load));
        assert_eq!(judge(blocked(after(2_001))), Step::Serve(Verdict::Rescue));
        assert_eq!((trust.fresh_seconds(), trust.stale_seconds()), (2, 0));
    }

    #[test]
    fn only_one_request_asks() {
        assert_eq!(judge(loading(after(60_001))), Step::Serve(Verdict::Stale));
        assert_eq!(judge(loading(after(10 * MINUTE))), Step::Wait);
        assert_eq!(judge(loading(Held::default())), Step::Wait);
    }

    #[test]
    fn a_lost_load_does_not_keep_the_others_waiting() {
        let lost = Held { loading_since: Some(NOW - LOAD_LOST), ..Held::default() };
        assert_eq!(judge(lost), Step::Load);
    }

    #[test]
    fn a_dead_platform_does_not_empty_a_busy_page() {
        assert_eq!(judge(blocked(after(60_001))), Step::Serve(Verdict::Stale));
        assert_eq!(judge(blocked(after(59 * MINUTE))), Step::Serve(Verdict::Rescue));
        assert_eq!(judge(blocked(after(60 * MINUTE))), Step::Fail);
        assert_eq!(judge(blocked(Held::default())), Step::Fail);
        let over = Held { blocked_until: Some(NOW), ..Held::default() };
        assert_eq!(judge(over), Step::Load);
    }

    #[test]
    fn fresh_for_nothing_asks_each_time_and_still_rescues() {
        let trust = Trust::fresh_for_seconds(0);
        assert_eq!(step(after(1), trust, NOW), Step::Load);
        assert_eq!(step(blocked(after(1)), trust, NOW), Step::Serve(Verdict::Rescue));
        assert_eq!((trust.fresh_seconds(), trust.stale_seconds()), (0, 0));
    }

    /// A clock that was set back makes no copy immortal and panics nobody.
    #[test]
    fn a_copy_from_the_future_is_fresh() {
        assert_eq!(judge(after(-5)), Step::Serve(Verdict::Hit));
    }
}
