//! The rows of an intent's outbox.

use serde::Deserialize;
use serde_json::Value;
use worker::{SqlStorage, SqlStorageValue};

use super::tally;
use crate::intent::Millis;
use crate::orders::Token;
use crate::outbox::{Kind, again, eid};
use crate::worker::clock;

/// `state`: 0 to be told, 1 taken, 2 given up, 3 a dead letter of the queue,
/// which is still to be told when it is due.
const TABLE: &str = "CREATE TABLE IF NOT EXISTS outbox (
        eid TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        due INTEGER NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0,
        state INTEGER NOT NULL DEFAULT 0)";
const ADD: &str = "INSERT OR IGNORE INTO outbox (eid, kind, made_at, due) VALUES (?, ?, ?, ?)";

/// The rows.
#[derive(Clone)]
pub(in crate::worker) struct Outbox(pub(super) SqlStorage);

/// What becomes of a row.
#[derive(Clone, Copy)]
pub(super) enum End {
    /// The seller has it.
    Taken = 1,
    /// Nobody tries any more.
    GivenUp = 2,
    /// The queue gave it up; it is tried again when it is due.
    Dead = 3,
}

#[derive(Deserialize)]
pub(super) struct Row {
    pub(super) eid: String,
    kind: String,
    made_at: f64,
    tries: f64,
}

#[derive(Deserialize)]
struct Due {
    due: Option<f64>,
}

#[expect(clippy::cast_possible_truncation, reason = "whole numbers, far below 2^53")]
fn millis(number: f64) -> Millis {
    number as Millis
}

impl Row {
    fn tries(&self) -> u32 {
        u32::try_from(millis(self.tries)).unwrap_or(u32::MAX)
    }

    pub(super) fn kind(&self) -> Option<Kind> {
        serde_json::from_value(Value::from(self.kind.as_str())).ok()
    }

    pub(super) fn made_at(&self) -> Millis {
        millis(self.made_at)
    }
}

impl Outbox {
    pub(in crate::worker) fn new(sql: SqlStorage) -> Self {
        Self(sql)
    }

    /// Adds what is to be told, in one commit with whatever else is written
    /// without an await.
    pub(in crate::worker) fn add(&self, token: &Token, kinds: &[Kind]) -> worker::Result<()> {
        if !kinds.is_empty() {
            self.0.exec(TABLE, None)?;
            self.0.exec(tally::TABLE, None)?;
        }
        let now = SqlStorageValue::try_from_i64(clock::now())?;
        for kind in kinds {
            let row = vec![eid(token, *kind).into(), kind.as_str().into(), now.clone(), now.clone()];
            self.0.exec(ADD, row)?;
        }
        Ok(())
    }

    pub(super) fn is_there(&self) -> worker::Result<bool> {
        let tables = self.0.exec("SELECT 1 AS found FROM sqlite_master WHERE name = 'told'", None)?;
        Ok(tables.raw().next().is_some())
    }

    /// When the next row is to be sent.
    pub(in crate::worker) fn due(&self) -> worker::Result<Option<Millis>> {
        if !self.is_there()? {
            return Ok(None);
        }
        let query = "SELECT MIN(due) AS due FROM outbox WHERE state IN (0, 3)";
        let rows: Vec<Due> = self.0.exec(query, None)?.to_array()?;
        Ok(rows.into_iter().next().and_then(|row| row.due).map(millis))
    }

    /// What is due; each is due again later, the first time after `resend` seconds.
    pub(super) fn take(&self, now: Millis, resend: u32) -> worker::Result<Vec<Row>> {
        if !self.is_there()? {
            return Ok(Vec::new());
        }
        let due = "SELECT eid, kind, made_at, tries FROM outbox WHERE state IN (0, 3) AND due <= ?";
        let rows: Vec<Row> = self.0.exec(due, vec![SqlStorageValue::try_from_i64(now)?])?.to_array()?;
        for row in &rows {
            let again = SqlStorageValue::try_from_i64(now.saturating_add(again(resend, row.tries())))?;
            let later = "UPDATE outbox SET due = ?, tries = tries + 1 WHERE eid = ?";
            self.0.exec(later, vec![again, row.eid.as_str().into()])?;
        }
        Ok(rows)
    }

    /// A row that is still to be told.
    pub(super) fn row(&self, eid: &str) -> worker::Result<Option<Row>> {
        if !self.is_there()? {
            return Ok(None);
        }
        let open = "SELECT eid, kind, made_at, tries FROM outbox WHERE eid = ? AND state IN (0, 3)";
        Ok(self.0.exec(open, vec![eid.into()])?.to_array()?.into_iter().next())
    }

    /// Writes down what became of a row. One that was given up may have been
    /// on its way, and be taken all the same.
    pub(super) fn end(&self, eid: &str, end: End) -> worker::Result<()> {
        if self.is_there()? {
            self.0
                .exec("UPDATE outbox SET state = ? WHERE eid = ?", vec![(end as i32).into(), eid.into()])?;
        }
        Ok(())
    }
}
