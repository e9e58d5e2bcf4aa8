//! When an object's one alarm is to be set.

use crate::intent::Millis;

/// Milliseconds by which an alarm may be late before it is taken for lost.
const LATE: Millis = 5_000;

/// The moment to set an alarm to that is to ring by `at`, as far as `known`
/// tells when it rings; `None` when it will have rung by then anyway. One that
/// should have rung is lost, or the clock jumped: it is not waited for. All in
/// Unix milliseconds.
pub fn reset(known: Option<Millis>, at: Millis, now: Millis) -> Option<Millis> {
    match known {
        Some(known) if known > at => Some(at),
        Some(known) => (known.saturating_add(LATE) <= now).then_some(now),
        None => Some(at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alarm_that_rings_in_time_is_left_alone() {
        assert_eq!(reset(Some(7_000), 9_000, 5_000), None);
        assert_eq!(reset(Some(4_000), 9_000, 5_000), None);
        assert_eq!(reset(None, 9_000, 5_000), Some(9_000));
        assert_eq!(reset(Some(11_000), 9_000, 5_000), Some(9_000));
    }

    /// Its file was lost, or the clock jumped over its moment.
    #[test]
    fn an_alarm_that_should_have_rung_is_not_believed() {
        assert_eq!(reset(Some(4_000), 60_000, 9_000), Some(9_000));
        assert_eq!(reset(Some(9_000), 3_600_000, 3_590_000), Some(3_590_000));
    }
}
