//! Rate limits by key (scalev-v3 §1.7).

use std::collections::BTreeMap;

use axum::http::HeaderMap;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How many calls a key may make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Calls in ten seconds.
    pub per_10_seconds: u32,
    /// Calls in an hour.
    pub per_hour: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { per_10_seconds: 100, per_hour: 10_000 }
    }
}

impl Limits {
    /// So many that no test or benchmark meets them.
    pub const NONE: Self = Self { per_10_seconds: u32::MAX, per_hour: u32::MAX };
}

/// What a key has used of its limits.
#[derive(Debug, Clone, Default)]
pub(super) struct Meter {
    windows: BTreeMap<(&'static str, i64), Window>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Window {
    start: i64,
    used: u32,
}

/// The state of the window that applied to one call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    limit: u32,
    remaining: u32,
    reset: i64,
    /// Whether the call stays within the limit.
    pub(super) within: bool,
}

impl Meter {
    /// Counts one call of `key` and reads the tighter of its two windows.
    pub(super) fn count(&mut self, key: &'static str, limits: Limits, now: Timestamp) -> Reading {
        let short = self.turn(key, 10, limits.per_10_seconds, now.as_second());
        let long = self.turn(key, 3600, limits.per_hour, now.as_second());
        if !short.within || (long.within && short.remaining <= long.remaining) { short } else { long }
    }

    fn turn(&mut self, key: &'static str, seconds: i64, limit: u32, now: i64) -> Reading {
        let window = self.windows.entry((key, seconds)).or_default();
        let start = now - now % seconds;
        if window.start != start {
            *window = Window { start, used: 0 };
        }
        let within = window.used < limit;
        window.used = window.used.saturating_add(1);
        let remaining = limit.saturating_sub(window.used);
        Reading { limit, remaining, reset: start + seconds, within }
    }
}

impl Reading {
    /// Writes the three documented headers.
    pub(super) fn write(self, headers: &mut HeaderMap) {
        headers.insert("x-ratelimit-limit", self.limit.into());
        headers.insert("x-ratelimit-remaining", self.remaining.into());
        headers.insert("x-ratelimit-reset", self.reset.into());
    }
}
