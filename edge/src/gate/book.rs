//! What a credential has used, and what it may use next.

use std::collections::VecDeque;

use super::{Limits, Urgency, Verdict};

/// Most permits in one lease.
const LEASE: u32 = 10;
/// Milliseconds for which a lease is good.
const LEASE_MS: i64 = 2_000;
/// Milliseconds of the short window.
const WINDOW_MS: i64 = 10_000;
/// Milliseconds of the long window.
const HOUR_MS: i64 = 3_600_000;
/// The longest that a platform is left alone: as long as its wish is believed.
const CLOSED_MAX_MS: i64 = 120_000;
/// The long window is counted in minutes.
const MINUTE_MS: i64 = 60_000;

/// What one credential has used. It is kept in memory: who asks for nothing
/// for minutes may be forgotten, since the short window is over by then.
#[derive(Clone, Debug)]
pub struct Book {
    limits: Limits,
    /// (given at, permits) of the short window.
    recent: VecDeque<(i64, u32)>,
    /// (begin of the minute, permits) of the long window.
    minutes: VecDeque<(i64, u32)>,
    /// The platform asked to be left alone until then.
    closed_until: i64,
}

impl Book {
    /// A credential that has used nothing.
    pub const fn new(limits: Limits) -> Self {
        Self { limits, recent: VecDeque::new(), minutes: VecDeque::new(), closed_until: 0 }
    }

    /// Takes note that the platform asked to wait. Orders may still try: what
    /// they hear is theirs.
    pub fn close(&mut self, retry_after: u32, now: i64) {
        let until = now.saturating_add(i64::from(retry_after).saturating_mul(1_000));
        self.closed_until = self.closed_until.max(until);
    }

    /// Whether someone may call at `now`, in Unix milliseconds.
    pub fn ask(&mut self, urgency: Urgency, now: i64) -> Verdict {
        self.keep_up(now);
        self.forget(now);
        if urgency != Urgency::Order && self.closed_until > now {
            return Verdict::Wait { ms: self.closed_until.saturating_sub(now) };
        }
        let left = |limit: u32, used: &VecDeque<(i64, u32)>| {
            Limits::part(limit, urgency)
                .saturating_sub(used.iter().fold(0, |sum: u32, (_, permits)| sum.saturating_add(*permits)))
        };
        let soon = left(self.limits.per_ten_seconds, &self.recent);
        let hourly = left(self.limits.per_hour, &self.minutes);
        // The others need one; a lease of more would be spent on reads.
        let wanted = if urgency == Urgency::Read { LEASE } else { 1 };
        match soon.min(hourly).min(wanted) {
            0 if hourly == 0 => wait(&self.minutes, HOUR_MS.saturating_add(MINUTE_MS), now),
            0 => wait(&self.recent, WINDOW_MS.saturating_add(LEASE_MS), now),
            permits => self.give(permits, now),
        }
    }

    fn give(&mut self, permits: u32, now: i64) -> Verdict {
        self.recent.push_back((now, permits));
        let minute = now.saturating_sub(now.rem_euclid(MINUTE_MS));
        match self.minutes.back_mut() {
            Some((begin, used)) if *begin == minute => *used = used.saturating_add(permits),
            _ => self.minutes.push_back((minute, permits)),
        }
        Verdict::Go { permits, until: now.saturating_add(LEASE_MS) }
    }

    /// After the clock went back, what seems to come is taken to have just been:
    /// nobody waits for it longer than after any call.
    fn keep_up(&mut self, now: i64) {
        self.closed_until = self.closed_until.min(now.saturating_add(CLOSED_MAX_MS));
        for used in [&mut self.recent, &mut self.minutes] {
            let ahead = used.iter_mut().rev().take_while(|(since, _)| *since > now);
            ahead.for_each(|(since, _)| *since = now);
        }
    }

    /// A permit may be used until its lease ends, so it counts that much longer.
    fn forget(&mut self, now: i64) {
        let is_over = |entry: Option<&(i64, u32)>, life: i64| {
            entry.is_some_and(|(since, _)| now.saturating_sub(*since) >= life)
        };
        while is_over(self.recent.front(), WINDOW_MS.saturating_add(LEASE_MS)) {
            self.recent.pop_front();
        }
        while is_over(self.minutes.front(), HOUR_MS.saturating_add(MINUTE_MS)) {
            self.minutes.pop_front();
        }
    }
}

/// Until the oldest entry is forgotten.
fn wait(used: &VecDeque<(i64, u32)>, life: i64, now: i64) -> Verdict {
    let oldest = used.front().map_or(now, |(since, _)| *since);
    Verdict::Wait { ms: oldest.saturating_add(life).saturating_sub(now).max(1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn permits(verdict: &Verdict) -> u32 {
        match verdict {
            Verdict::Go { permits, .. } => *permits,
            _ => 0,
        }
    }

    #[test]
    fn reads_leave_a_fifth_to_orders() {
        let mut book = Book::new(Limits::default());
        let read: u32 = (0..20).map(|_| permits(&book.ask(Urgency::Read, 0))).sum();
        let orders: u32 = (0..30).map(|_| permits(&book.ask(Urgency::Order, 0))).sum();
        assert_eq!((read, orders), (80, 20));
        assert_eq!(book.ask(Urgency::Order, 1_000), Verdict::Wait { ms: 11_000 });
        assert_eq!(permits(&book.ask(Urgency::Order, 12_000)), 1);
    }

    #[test]
    fn a_platform_that_asks_to_wait_is_not_read() {
        let mut book = Book::new(Limits::default());
        book.close(7, 1_000);
        book.close(1, 1_000);
        assert_eq!(book.ask(Urgency::Read, 2_000), Verdict::Wait { ms: 6_000 });
        assert_eq!(permits(&book.ask(Urgency::Order, 2_000)), 1);
        assert_eq!(permits(&book.ask(Urgency::Read, 8_000)), 10);
    }

    #[test]
    fn what_nobody_waits_for_goes_one_by_one_while_half_is_free() {
        let mut book = Book::new(Limits::default());
        assert_eq!(book.ask(Urgency::Spare, 0), Verdict::Go { permits: 1, until: LEASE_MS });
        let spare: u32 = (0..200).map(|_| permits(&book.ask(Urgency::Spare, 0))).sum();
        let read: u32 = (0..20).map(|_| permits(&book.ask(Urgency::Read, 0))).sum();
        assert_eq!((spare, read), (49, 30));
        book.close(7, 20_000);
        assert_eq!(book.ask(Urgency::Spare, 20_000), Verdict::Wait { ms: 7_000 });
    }

    /// Nobody waits an hour because the clock was an hour fast.
    #[test]
    fn a_clock_that_goes_back_keeps_nobody_waiting() {
        let mut book = Book::new(Limits::default());
        while permits(&book.ask(Urgency::Order, HOUR_MS)) > 0 {}
        book.close(7, HOUR_MS);
        assert_eq!(book.ask(Urgency::Order, 0), Verdict::Wait { ms: 12_000 });
        assert_eq!(book.ask(Urgency::Read, 0), Verdict::Wait { ms: CLOSED_MAX_MS });
        assert_eq!(permits(&book.ask(Urgency::Order, 12_000)), 1);
    }

    #[test]
    fn the_hour_counts_too() {
        let mut book = Book::new(Limits { per_ten_seconds: 100, per_hour: 105 });
        assert_eq!((0..9).map(|_| permits(&book.ask(Urgency::Read, 0))).sum::<u32>(), 80);
        assert_eq!((0..9).map(|_| permits(&book.ask(Urgency::Read, 20_000))).sum::<u32>(), 4);
        assert_eq!(book.ask(Urgency::Read, 20_000), Verdict::Wait { ms: 3_640_000 });
    }

    proptest! {
        /// Whenever its holders use them: never more calls in ten seconds than allowed.
        #[test]
        fn no_ten_seconds_see_too_many_calls(steps in prop::collection::vec((0..4_000_i64, any::<bool>(), 0..LEASE_MS), 1..300)) {
            let (mut book, mut now, mut calls) = (Book::new(Limits::default()), 0, Vec::new());
            for (pause, is_order, delay) in steps {
                now += pause / 20;
                let urgency = if is_order { Urgency::Order } else { Urgency::Read };
                calls.extend((0..permits(&book.ask(urgency, now))).map(|_| now + delay));
            }
            for begin in &calls {
                let within = calls.iter().filter(|call| (*begin..*begin + WINDOW_MS).contains(*call)).count();
                prop_assert!(within <= 100, "{within} calls from {begin}");
            }
        }
    }
}
