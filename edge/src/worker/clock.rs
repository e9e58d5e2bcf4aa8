//! Time. The runtime's clock moves only while a request waits for something.

use std::time::Duration;

use worker::Delay;

use super::chaos;

/// Unix milliseconds.
#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, far below 2^53")]
pub(super) fn now() -> i64 {
    (js_sys::Date::now() as i64).saturating_add(chaos::offset())
}

/// Unix seconds.
pub(super) fn seconds() -> i64 {
    now() / 1000
}

/// Milliseconds since an earlier [`now`].
pub(super) fn since(then: i64) -> u32 {
    u32::try_from(now().saturating_sub(then)).unwrap_or(0)
}

/// Waits.
pub(super) fn sleep(ms: u32) -> Delay {
    Delay::from(Duration::from_millis(ms.into()))
}
