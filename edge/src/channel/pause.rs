//! How long to wait before something is tried again.

use crate::intent::Millis;

/// Milliseconds between two tries, at most.
const RARELY: Millis = 3_600_000;

/// Milliseconds after so many tries: two seconds, then twice as long each
/// time, up to an hour.
pub fn doubling(tries: u32) -> Millis {
    2_000_i64.saturating_mul(1 << tries.min(12)).min(RARELY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_grows_to_an_hour() {
        assert_eq!(
            [0, 1, 5, 10, 11, u32::MAX].map(doubling),
            [2_000, 4_000, 64_000, 2_048_000, RARELY, RARELY]
        );
    }
}
