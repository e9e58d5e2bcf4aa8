//! Rows whose time is over go, and the alarm knows when the next one does.

use serde::Deserialize;

use super::letters;
use super::rows::{Rows, whole};
use crate::gate::{KEPT, Keeping};
use crate::intent::Millis;

/// When something is due that is not to be forgotten.
const DUE: [&str; 3] = [
    "SELECT min(due) AS at FROM letter WHERE due IS NOT NULL",
    "SELECT min(next_check) AS at FROM intent WHERE empty_at IS NULL",
    letters::NEXT_CHECK,
];

#[derive(Deserialize)]
struct Moment {
    at: Option<f64>,
}

impl Rows {
    /// Forgets what is kept no longer.
    pub(super) fn forget(&self, now: Millis) -> worker::Result<()> {
        if !self.are_there()? {
            return Ok(());
        }
        for kept in KEPT {
            let Keeping { table, since, .. } = kept;
            let statement = ["DELETE FROM ", table, " WHERE ", since, " <= ?"].concat();
            self.run(&statement, vec![kept.over(now).into()])?;
        }
        Ok(())
    }

    /// When there is next something to look after or to forget.
    pub(super) fn next_due(&self) -> worker::Result<Option<Millis>> {
        // One by one: the runtime's SQLite joins at most five in one question.
        let mut next = Vec::new();
        for query in DUE {
            next.extend(self.moment(query)?);
        }
        for kept in KEPT {
            let Keeping { table, since, .. } = kept;
            let oldest = ["SELECT min(", since, ") AS at FROM ", table].concat();
            next.extend(self.moment(&oldest)?.map(|at| kept.end(at)));
        }
        Ok(next.into_iter().min())
    }

    fn moment(&self, query: &str) -> worker::Result<Option<Millis>> {
        let rows: Vec<Moment> = self.read(query)?;
        Ok(rows.into_iter().find_map(|row| row.at).map(whole))
    }
}
