//! Leaves a platform alone that fails at most of what it is asked: shoppers
//! hear it at once in place of waiting, and it is not kept down by us.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

/// Milliseconds that are looked back on.
const WINDOW_MS: i64 = 10_000;
/// Milliseconds for which nothing is sent.
const PAUSE_MS: i64 = 5_000;
/// Milliseconds after which a probe that nobody reported is lost.
const PROBE_MS: i64 = 5_000;

/// Calls to a platform and what came of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// How many.
    pub calls: u32,
    /// How many of them had no answer, or one of status 500 and above.
    pub failures: u32,
}

impl Seen {
    /// One more call.
    #[must_use]
    pub fn and(self, failed: bool) -> Self {
        self.plus(Self { calls: 1, failures: failed.into() })
    }

    /// Whether there was no call.
    pub const fn is_nothing(&self) -> bool {
        self.calls == 0
    }

    fn plus(self, other: Self) -> Self {
        Self {
            calls: self.calls.saturating_add(other.calls),
            failures: self.failures.saturating_add(other.failures),
        }
    }
}

/// Whether a call may be made, as far as the platform's health goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    /// It may.
    Go,
    /// First see with a read whether the platform is well.
    Probe,
    /// Not for so many milliseconds.
    Shut {
        /// At least 1.
        ms: i64,
    },
}

/// Watches one platform.
#[derive(Clone, Debug)]
pub struct Breaker {
    /// Fewer calls than this say nothing.
    least: u32,
    recent: VecDeque<(i64, Seen)>,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Closed,
    Open { until: i64 },
    Probing { since: i64 },
}

impl State {
    /// After the clock went back, no pause is longer than any other.
    fn at(self, now: i64) -> Self {
        match self {
            Self::Closed => Self::Closed,
            Self::Open { until } => Self::Open { until: until.min(now.saturating_add(PAUSE_MS)) },
            Self::Probing { since } => Self::Probing { since: since.min(now) },
        }
    }
}

impl Breaker {
    /// Opens when half of at least so many calls within ten seconds fail.
    pub const fn new(least: u32) -> Self {
        Self { least, recent: VecDeque::new(), state: State::Closed }
    }

    /// Takes note of calls that came to an end by `now`, in Unix milliseconds.
    pub fn hear(&mut self, seen: Seen, now: i64) {
        // Once it is open only a probe counts: the others left before.
        if seen.is_nothing() || self.state != State::Closed {
            return;
        }
        self.recent.push_back((now, seen));
        self.recent.retain(|(at, _)| now.saturating_sub(*at) < WINDOW_MS);
        let sum = self.recent.iter().fold(Seen::default(), |sum, (_, seen)| sum.plus(*seen));
        if sum.calls >= self.least && sum.failures.saturating_mul(2) >= sum.calls {
            self.open(now);
        }
    }

    /// Whether someone may call at `now`, in Unix milliseconds. One of those
    /// who ask after the pause is told to probe, never to try its own call.
    pub fn ask(&mut self, now: i64) -> Leave {
        self.state = self.state.at(now);
        let shut_until = match self.state {
            State::Closed => return Leave::Go,
            State::Open { until } => until,
            State::Probing { since } => since.saturating_add(PROBE_MS),
        };
        if now < shut_until {
            return Leave::Shut { ms: shut_until.saturating_sub(now) };
        }
        self.state = State::Probing { since: now };
        Leave::Probe
    }

    /// Takes note of what a probe saw.
    pub fn probed(&mut self, well: bool, now: i64) {
        match self.state {
            State::Closed => {}
            _ if well => self.state = State::Closed,
            _ => self.open(now),
        }
    }

    fn open(&mut self, now: i64) {
        self.recent.clear();
        self.state = State::Open { until: now.saturating_add(PAUSE_MS) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn seen(calls: u32, failures: u32) -> Seen {
        Seen { calls, failures }
    }

    fn opened() -> Breaker {
        let mut breaker = Breaker::new(20);
        breaker.hear(seen(20, 10), 0);
        breaker
    }

    #[test]
    fn half_of_twenty_calls_in_ten_seconds_open_it() {
        let mut breaker = Breaker::new(20);
        breaker.hear(seen(19, 19), 0);
        assert_eq!(breaker.ask(0), Leave::Go);
        breaker.hear(seen(1, 0), 9_999);
        assert_eq!(breaker.ask(9_999), Leave::Shut { ms: 5_000 });
    }

    #[test]
    fn what_is_long_ago_and_what_mostly_works_do_not() {
        let mut breaker = Breaker::new(20);
        breaker.hear(seen(19, 19), 0);
        breaker.hear(seen(1, 1), 10_000);
        assert_eq!(breaker.ask(10_000), Leave::Go);
        breaker.hear(seen(100, 49), 10_000);
        assert_eq!(breaker.ask(10_000), Leave::Go);
    }

    #[test]
    fn one_probe_decides() {
        let mut breaker = opened();
        assert_eq!(breaker.ask(4_999), Leave::Shut { ms: 1 });
        assert_eq!(breaker.ask(5_000), Leave::Probe);
        assert_eq!(breaker.ask(5_001), Leave::Shut { ms: 4_999 });
        breaker.probed(false, 6_000);
        assert_eq!(breaker.ask(6_000), Leave::Shut { ms: 5_000 });
        assert_eq!(breaker.ask(11_000), Leave::Probe);
        breaker.probed(true, 11_100);
        assert_eq!(breaker.ask(11_100), Leave::Go);
    }

    #[test]
    fn a_probe_that_nobody_reports_is_made_again() {
        let mut breaker = opened();
        assert_eq!(breaker.ask(5_000), Leave::Probe);
        assert_eq!(breaker.ask(10_000), Leave::Probe);
    }

    #[test]
    fn a_clock_that_goes_back_prolongs_no_pause() {
        let mut breaker = Breaker::new(20);
        breaker.hear(seen(20, 20), 3_600_000);
        assert_eq!(breaker.ask(0), Leave::Shut { ms: 5_000 });
        assert_eq!(breaker.ask(5_000), Leave::Probe);
        assert_eq!(breaker.ask(1_000), Leave::Shut { ms: 5_000 });
        assert_eq!(breaker.ask(6_000), Leave::Probe);
    }

    /// They left before it opened.
    #[test]
    fn late_reports_do_not_prolong_the_pause() {
        let mut breaker = opened();
        breaker.hear(seen(50, 50), 4_000);
        assert_eq!(breaker.ask(5_000), Leave::Probe);
        breaker.probed(true, 5_001);
        assert_eq!(breaker.ask(5_001), Leave::Go);
    }

    proptest! {
        /// After it opened nobody is let through before a probe came back well.
        #[test]
        fn nobody_goes_between_opening_and_a_good_probe(steps in prop::collection::vec((0..3_000_i64, 0..4_u8, 0..30_u32), 1..200)) {
            let (mut breaker, mut now, mut open) = (Breaker::new(20), 0, false);
            for (pause, what, failures) in steps {
                now += pause;
                match what {
                    0 => breaker.hear(seen(30, failures), now),
                    1 => breaker.probed(false, now),
                    2 => {
                        breaker.probed(true, now);
                        open = false;
                    }
                    _ => {}
                }
                match breaker.ask(now) {
                    Leave::Go => prop_assert!(!open, "let through at {now}"),
                    Leave::Shut { ms } => {
                        prop_assert!((1..=5_000).contains(&ms));
                        open = true;
                    }
                    Leave::Probe => open = true,
                }
            }
        }

        /// Fewer failures than successes never open it.
        #[test]
        fn a_platform_that_mostly_answers_stays_open_for_business(steps in prop::collection::vec((0..2_000_i64, 1..40_u32), 1..200)) {
            let (mut breaker, mut now) = (Breaker::new(20), 0);
            for (pause, calls) in steps {
                now += pause;
                breaker.hear(seen(calls, calls.saturating_sub(1) / 2), now);
                prop_assert_eq!(breaker.ask(now), Leave::Go);
            }
        }
    }
}
