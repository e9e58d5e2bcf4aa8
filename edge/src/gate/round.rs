//! When all open orders of a platform without webhooks are asked about at once
//! (platforms §2.5).

use std::cell::Cell;

use crate::intent::Millis;

const MINUTE: Millis = 60_000;
/// Milliseconds for which an order is young: most transfers come by then.
const YOUNG: Millis = 24 * 60 * MINUTE;
/// Milliseconds between two rounds when no order is young.
const RARELY: Millis = 15 * MINUTE;

/// The rounds of one life of the object.
#[derive(Debug, Default)]
pub struct Rounds {
    /// When the last one began.
    last: Cell<Millis>,
}

impl Rounds {
    /// Whether a round begins now, in the minute's event: each minute while an
    /// order is young. All in Unix milliseconds.
    pub fn begin(&self, youngest: Millis, now: Millis) -> bool {
        let is_due = now.saturating_sub(youngest) < YOUNG || now.saturating_sub(self.last.get()) >= RARELY;
        if is_due {
            self.last.set(now);
        }
        is_due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The minutes of an hour in which a round begins.
    fn minutes(age: Millis) -> Vec<Millis> {
        let (rounds, start) = (Rounds::default(), 100 * YOUNG);
        (0..60).filter(|minute| rounds.begin(start - age, start + minute * MINUTE)).collect()
    }

    #[test]
    fn young_orders_are_asked_about_each_minute() {
        assert_eq!(minutes(MINUTE).len(), 60);
    }

    /// A minute in which nobody was asked once counted as a round, and old orders were forgotten.
    #[test]
    fn old_orders_are_asked_about_every_quarter_of_an_hour() {
        assert_eq!(minutes(YOUNG), [0, 15, 30, 45]);
    }
}
