//! The rows an intent's object writes. Nothing personal is in them, but the
//! sealed request of an order that waits.

use serde::Deserialize;
use worker::{SqlStorage, SqlStorageValue};

use super::clock;
use super::outbox::Outbox;
use crate::intent::Millis;
use crate::orders::{Record, Token};
use crate::outbox::arising;

/// The object's own database.
#[derive(Clone)]
pub(super) struct Ledger {
    sql: SqlStorage,
    token: Token,
    /// Where changes are told from; `None` when nobody is told.
    outbox: Option<Outbox>,
}

#[derive(Deserialize)]
struct Row {
    record: String,
    opened_at: f64,
}

/// `one_live` is the fence: the database itself refuses a second request while
/// an earlier one may have made an order.
const TABLES: [&str; 3] = [
    "CREATE TABLE IF NOT EXISTS record (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        record TEXT NOT NULL,
        opened_at INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS fence (
        n INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        settled INTEGER NOT NULL CHECK (settled IN (0, 1)))",
    "CREATE UNIQUE INDEX IF NOT EXISTS one_live ON fence (settled) WHERE settled = 0",
];

const WRITE: &str = "INSERT INTO record (id, record, opened_at) VALUES (1, ?, ?)
    ON CONFLICT (id) DO UPDATE SET record = excluded.record";

const SEALED: &str = "CREATE TABLE IF NOT EXISTS sealed (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        request BLOB NOT NULL)";

const FENCE: &str = "INSERT INTO fence (n, at, settled) VALUES (?, ?, ?)
    ON CONFLICT (n) DO UPDATE SET settled = excluded.settled";

impl Ledger {
    pub(super) fn new(sql: SqlStorage, token: Token, outbox: Option<Outbox>) -> Self {
        Self { sql, token, outbox }
    }

    /// The record, and since when it is there. Reading writes nothing, not even a table.
    pub(super) fn read(&self) -> worker::Result<Option<(Record, Millis)>> {
        if !self.has("record")? {
            return Ok(None);
        }
        let rows: Vec<Row> = self.sql.exec("SELECT record, opened_at FROM record", None)?.to_array()?;
        let Some(row) = rows.into_iter().next() else { return Ok(None) };
        #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, far below 2^53")]
        let opened_at = row.opened_at as Millis;
        Ok(Some((serde_json::from_str(&row.record)?, opened_at)))
    }

    /// Writes it all down, in one commit with whatever follows without an await.
    pub(super) fn write(&self, record: &Record) -> worker::Result<()> {
        if let Some(outbox) = &self.outbox {
            let before = self.read()?.map(|(before, _)| before);
            outbox.add(&self.token, &arising(before.as_ref(), record))?;
        }
        for table in TABLES {
            self.sql.exec(table, None)?;
        }
        for (n, fence) in (0..).zip(&record.intent.fences) {
            let at = SqlStorageValue::try_from_i64(fence.at)?;
            let settled = SqlStorageValue::try_from_i64(fence.settled.into())?;
            self.sql.exec(FENCE, vec![SqlStorageValue::try_from_i64(n)?, at, settled])?;
        }
        let opened_at = SqlStorageValue::try_from_i64(clock::now())?;
        self.sql.exec(WRITE, vec![serde_json::to_string(record)?.into(), opened_at])?;
        Ok(())
    }

    /// Changes the record, if there is one.
    pub(super) fn change(&self, by: impl FnOnce(Record) -> Record) -> worker::Result<()> {
        let Some((record, _)) = self.read()? else { return Ok(()) };
        let changed = by(record.clone());
        if changed == record { Ok(()) } else { self.write(&changed) }
    }

    /// Keeps a sealed request.
    pub(super) fn seal(&self, request: Vec<u8>) -> worker::Result<()> {
        self.sql.exec(SEALED, None)?;
        let request = SqlStorageValue::Blob(request);
        self.sql.exec("INSERT OR REPLACE INTO sealed (id, request) VALUES (1, ?)", vec![request])?;
        Ok(())
    }

    /// The sealed request.
    pub(super) fn sealed(&self) -> worker::Result<Option<Vec<u8>>> {
        if !self.has("sealed")? {
            return Ok(None);
        }
        let rows = self.sql.exec("SELECT request FROM sealed", None)?;
        let first = rows.raw().next().transpose()?.and_then(|row| row.into_iter().next());
        Ok(match first {
            Some(SqlStorageValue::Blob(request)) => Some(request),
            _ => None,
        })
    }

    /// Destroys the sealed request: written over first, for a deleted row may
    /// stay in its page.
    pub(super) fn destroy(&self) -> worker::Result<()> {
        if self.has("sealed")? {
            self.sql.exec("UPDATE sealed SET request = zeroblob(length(request))", None)?;
            self.sql.exec("DELETE FROM sealed", None)?;
        }
        Ok(())
    }

    fn has(&self, table: &str) -> worker::Result<bool> {
        let known = "SELECT 1 AS found FROM sqlite_master WHERE name = ?";
        Ok(self.sql.exec(known, vec![table.into()])?.raw().next().is_some())
    }
}
