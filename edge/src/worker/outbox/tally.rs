//! How an intent's letters stand, and what the gate knows of it.

use serde::Deserialize;

use super::rows::Outbox;
use crate::outbox::Tally;

/// What the gate was last told.
pub(super) const TABLE: &str =
    "CREATE TABLE IF NOT EXISTS told (id INTEGER PRIMARY KEY CHECK (id = 1), tally TEXT NOT NULL)";

#[derive(Deserialize)]
struct Counted {
    open: u32,
    dead: u32,
}

#[derive(Deserialize)]
struct Told {
    tally: String,
}

impl Outbox {
    /// How they stand.
    pub(super) fn tally(&self) -> worker::Result<Tally> {
        if !self.is_there()? {
            return Ok(Tally::default());
        }
        let query = "SELECT count(*) FILTER (WHERE state IN (0, 3)) AS open,
            count(*) FILTER (WHERE state IN (2, 3)) AS dead FROM outbox";
        let rows: Vec<Counted> = self.0.exec(query, None)?.to_array()?;
        let counted = rows.into_iter().next();
        Ok(counted.map_or_else(Tally::default, |row| Tally { open: row.open > 0, dead: row.dead }))
    }

    /// How they stand, if the gate does not know it.
    pub(in crate::worker) fn untold(&self) -> worker::Result<Option<Tally>> {
        let tally = self.tally()?;
        Ok((tally != self.told()?).then_some(tally))
    }

    fn told(&self) -> worker::Result<Tally> {
        if !self.is_there()? {
            return Ok(Tally::default());
        }
        let rows: Vec<Told> = self.0.exec("SELECT tally FROM told", None)?.to_array()?;
        let told = rows.into_iter().next().and_then(|row| serde_json::from_str(&row.tally).ok());
        Ok(told.unwrap_or_default())
    }

    /// The gate knows it now.
    pub(super) fn tell(&self, tally: Tally) -> worker::Result<()> {
        let statement = "INSERT OR REPLACE INTO told (id, tally) VALUES (1, ?)";
        self.0.exec(statement, vec![serde_json::to_string(&tally)?.into()]).map(drop)
    }
}
