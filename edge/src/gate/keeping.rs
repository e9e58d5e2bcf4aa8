//! What a gate writes down, and for how long.

use crate::intent::Millis;

const MINUTE: Millis = 60_000;
const DAY: Millis = 24 * 60 * MINUTE;

/// For how long equal orders of one shopper are asked about.
pub const LIKENESS: Millis = 10 * MINUTE;

/// Rows of one kind, which all live equally long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// Their table.
    pub table: &'static str,
    /// The column of the moment their life begins, Unix milliseconds; a row in
    /// which it is NULL does not end.
    pub since: &'static str,
    /// Milliseconds.
    pub life: Millis,
}

/// Everything that a gate keeps.
pub const KEPT: [Keeping; 7] = [
    Keeping { table: "likeness", since: "at", life: LIKENESS },
    // As long as the order's own object: its links are of no use by then.
    Keeping { table: "name", since: "at", life: 90 * DAY },
    // A letter that somebody caught can be sent again for as long as anybody keeps it.
    Keeping { table: "letter", since: "received_at", life: 400 * DAY },
    // An intent that made nothing: its order may still come to light.
    Keeping { table: "intent", since: "empty_at", life: DAY },
    // An open one has told us by then all it ever will.
    Keeping { table: "intent", since: "opened_at", life: 2 * DAY },
    // Letters to the seller are tried for three days; those given up are counted for a few more.
    Keeping { table: "outbox", since: "since", life: 7 * DAY },
    // Who has not paid by then will not.
    Keeping { table: "awaited", since: "since", life: 30 * DAY },
];

impl Keeping {
    /// What began by then is over at `now`, both in Unix milliseconds.
    pub const fn over(&self, now: Millis) -> Millis {
        now.saturating_sub(self.life)
    }

    /// When what began at this moment is over, both in Unix milliseconds.
    pub const fn end(&self, since: Millis) -> Millis {
        since.saturating_add(self.life)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lives that the guides promise.
    #[test]
    fn each_kind_of_row_lives_as_long_as_it_was_said() {
        let minutes = |table, since| {
            let found = KEPT.iter().find(|kept| (kept.table, kept.since) == (table, since));
            found.map(|kept| kept.life / MINUTE)
        };
        assert_eq!(minutes("likeness", "at"), Some(10));
        assert_eq!(minutes("name", "at"), Some(90 * 1_440));
        assert_eq!(minutes("letter", "received_at"), Some(400 * 1_440));
        assert_eq!(minutes("intent", "empty_at"), Some(1_440));
        assert_eq!(minutes("intent", "opened_at"), Some(2 * 1_440));
        assert_eq!(minutes("outbox", "since"), Some(7 * 1_440));
        assert_eq!(minutes("awaited", "since"), Some(30 * 1_440));
    }

    #[test]
    fn a_row_is_over_when_its_life_is() {
        for kept in KEPT {
            let (since, end) = (1_795_320_000_000, kept.end(1_795_320_000_000));
            assert!(since > kept.over(end - 1) && since <= kept.over(end), "{kept:?}");
        }
    }
}
