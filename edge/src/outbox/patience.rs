//! When a row is handed to the queue again, and when no more. The queue itself
//! tries a few times in the first minute.

use crate::intent::Millis;

/// Seconds after which a row is handed over again that nobody reported done:
/// the queue may have lost it.
pub const RESEND: u32 = 300;
/// Milliseconds between two tries of an address that has been away for long.
const RARELY: Millis = 6 * 3_600_000;
/// Milliseconds after which a row is given up.
const LIFE: Millis = 3 * 24 * 3_600_000;

/// Milliseconds until a row is handed over again that was handed over `times`
/// before: `resend` seconds at first, then twice as long each time.
pub fn again(resend: u32, times: u32) -> Millis {
    let first = Millis::from(resend).saturating_mul(1_000);
    let longer = first.saturating_mul(2_i64.saturating_pow(times));
    longer.min(RARELY.max(first))
}

/// Whether a row made at this moment, in Unix milliseconds, is given up.
pub fn is_over(made_at: Millis, now: Millis) -> bool {
    now.saturating_sub(made_at) > LIFE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_away_for_long_is_asked_rarely() {
        let minutes = |times| again(RESEND, times) / 60_000;
        assert_eq!([0, 1, 2, 6, 7, u32::MAX].map(minutes), [5, 10, 20, 320, 360, 360]);
        assert_eq!((again(0, 9), again(86_400, 9)), (0, 86_400_000));
    }

    #[test]
    fn a_row_lives_for_three_days() {
        let day = 24 * 3_600_000;
        assert!(!is_over(7, 7 + 3 * day) && is_over(7, 8 + 3 * day) && !is_over(7, 0));
    }
}
