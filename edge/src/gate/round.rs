//! When all open orders of a platform without webhooks are asked about at once
//! (platforms §2.5).

use crate::intent::Millis;

const MINUTE: Millis = 60_000;
/// Milliseconds for which an order is young: most transfers come by then.
const YOUNG: Millis = 24 * 60 * MINUTE;
/// Milliseconds between two rounds when no order is young.
const RARELY: Millis = 15 * MINUTE;

/// Whether a round is due, in the minute's event: each minute while an order is
/// young. All in Unix milliseconds; `last` is the round before, 0 for none.
pub const fn is_due(youngest: Millis, last: Millis, now: Millis) -> bool {
    now.saturating_sub(youngest) < YOUNG || now.saturating_sub(last) >= RARELY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn young_orders_are_asked_about_each_minute_and_old_ones_rarely() {
        let now = 100 * YOUNG;
        assert!(is_due(now - MINUTE, now - MINUTE, now));
        assert!(!is_due(now - YOUNG, now - MINUTE, now));
        assert!(is_due(now - YOUNG, now - RARELY, now));
        assert!(is_due(now - YOUNG, 0, now));
    }
}
