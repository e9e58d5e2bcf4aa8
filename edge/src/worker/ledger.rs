//! The one row an intent's object writes. Nothing personal is in it.

use serde::Deserialize;
use worker::{SqlStorage, SqlStorageValue};

use super::clock;
use crate::orders::{Fingerprint, Intent, Placed, State};

/// The object's own database.
#[derive(Clone)]
pub(super) struct Ledger(SqlStorage);

#[derive(Deserialize)]
struct Row {
    fingerprint: String,
    state: String,
    placed: Option<String>,
}

const TABLE: &str = "CREATE TABLE IF NOT EXISTS intent (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    fingerprint TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'unknown', 'placed')),
    placed TEXT CHECK ((placed IS NULL) = (state != 'placed')),
    opened_at INTEGER NOT NULL)";

impl Ledger {
    pub(super) fn new(sql: SqlStorage) -> Self {
        Self(sql)
    }

    /// The intent, if one was written. Reading writes nothing, not even a table.
    pub(super) fn read(&self) -> worker::Result<Option<Intent>> {
        let tables = self.0.exec("SELECT 1 AS found FROM sqlite_master WHERE name = 'intent'", None)?;
        if tables.raw().next().is_none() {
            return Ok(None);
        }
        let rows: Vec<Row> =
            self.0.exec("SELECT fingerprint, state, placed FROM intent", None)?.to_array()?;
        Ok(rows.into_iter().next().map(Intent::from))
    }

    /// Writes the fence. Fails when there is one, whoever wrote it.
    pub(super) fn open(&self, fingerprint: &Fingerprint) -> worker::Result<()> {
        self.0.exec(TABLE, None)?;
        let insert = "INSERT INTO intent (id, fingerprint, state, opened_at) VALUES (1, ?, 'pending', ?)";
        let opened_at = SqlStorageValue::try_from_i64(clock::now())?;
        self.0.exec(insert, vec![fingerprint.as_str().into(), opened_at])?;
        Ok(())
    }

    /// Nothing was ordered: the key is free again.
    pub(super) fn forget(&self) -> worker::Result<()> {
        self.0.exec("DELETE FROM intent", None).map(drop)
    }

    /// The answer was lost.
    pub(super) fn lose(&self) -> worker::Result<()> {
        self.0.exec("UPDATE intent SET state = 'unknown'", None).map(drop)
    }

    /// The platform has the order.
    pub(super) fn place(&self, placed: &Placed) -> worker::Result<()> {
        let json = serde_json::to_string(placed)?;
        self.0.exec("UPDATE intent SET state = 'placed', placed = ?", vec![json.into()]).map(drop)
    }
}

impl From<Row> for Intent {
    fn from(row: Row) -> Self {
        let placed = row.placed.and_then(|json| serde_json::from_str(&json).ok());
        let state = match (row.state.as_str(), placed) {
            ("placed", Some(placed)) => State::Placed(placed),
            ("pending", _) => State::Pending,
            _ => State::Unknown,
        };
        Self { fingerprint: Fingerprint::stored(row.fingerprint), state }
    }
}
