//! The rows of a gate. Ids, names of orders and hashes: nothing personal.

use std::cell::Cell;

use serde::Deserialize;
use worker::{SqlStorage, SqlStorageValue};

use crate::intent::Millis;
use crate::orders::{OrderNames, Token};

const MINUTE: Millis = 60_000;
const DAY: Millis = 24 * 60 * MINUTE;
/// Milliseconds for which an equal order is asked about.
const LIKENESS: Millis = 10 * MINUTE;
/// Milliseconds for which an order's names are known.
const NAMES: Millis = 90 * DAY;
/// Milliseconds for which an intent that made nothing is remembered: its
/// order may still come to light.
const EMPTY: Millis = DAY;
/// Milliseconds after which an open intent has told us all it ever will.
const OPEN: Millis = 2 * DAY;
/// Milliseconds from an intent's turn to the first look after it: its request
/// and the first readings of the list are over by then.
const FIRST_CHECK: Millis = 30_000;
/// Most intents looked after at once.
const CHECKS_MAX: i64 = 20;

const TABLES: [&str; 5] = [
    "CREATE TABLE IF NOT EXISTS intent (
        token TEXT PRIMARY KEY,
        store INTEGER NOT NULL,
        opened_at INTEGER NOT NULL,
        next_check INTEGER NOT NULL,
        tries INTEGER NOT NULL,
        empty_at INTEGER)",
    "CREATE INDEX IF NOT EXISTS intent_due ON intent (next_check) WHERE empty_at IS NULL",
    "CREATE TABLE IF NOT EXISTS name (
        id TEXT PRIMARY KEY,
        order_id TEXT,
        token TEXT NOT NULL,
        at INTEGER NOT NULL)",
    "CREATE INDEX IF NOT EXISTS name_order ON name (order_id)",
    "CREATE TABLE IF NOT EXISTS likeness (
        hash TEXT NOT NULL,
        token TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (hash, token)) WITHOUT ROWID",
];

/// The gate's own database.
pub(super) struct Rows {
    sql: SqlStorage,
    laid: Cell<bool>,
}

#[derive(Deserialize)]
struct Named {
    token: Token,
}

#[derive(Deserialize)]
struct Moment {
    at: Option<f64>,
}

impl Rows {
    pub(super) fn new(sql: SqlStorage) -> Self {
        Self { sql, laid: Cell::new(false) }
    }

    /// Lays the tables out. A gate that only gives permits never does.
    fn lay(&self) -> worker::Result<()> {
        if !self.laid.get() {
            for table in TABLES {
                self.sql.exec(table, None)?;
            }
            self.laid.set(true);
        }
        Ok(())
    }

    fn are_there(&self) -> worker::Result<bool> {
        if !self.laid.get() {
            let found = self.sql.exec("SELECT 1 AS found FROM sqlite_master WHERE name = 'intent'", None)?;
            if found.raw().next().is_none() {
                return Ok(false);
            }
            self.lay()?;
        }
        Ok(true)
    }

    fn run(&self, statement: &str, values: Vec<SqlStorageValue>) -> worker::Result<()> {
        self.lay()?;
        self.sql.exec(statement, values).map(drop)
    }

    fn tokens(&self, query: &str, values: Vec<SqlStorageValue>) -> worker::Result<Vec<Token>> {
        if !self.are_there()? {
            return Ok(Vec::new());
        }
        let rows: Vec<Named> = self.sql.exec(query, values)?.to_array()?;
        Ok(rows.into_iter().map(|row| row.token).collect())
    }

    /// The first intent with an equal order, within the last minutes.
    pub(super) fn first_like(
        &self,
        likeness: &str,
        than: &Token,
        now: Millis,
    ) -> worker::Result<Option<Token>> {
        let since = now.saturating_sub(LIKENESS);
        let query = "SELECT token FROM likeness WHERE hash = ? AND token <> ? AND at > ? ORDER BY at LIMIT 1";
        let found = self.tokens(query, vec![likeness.into(), than.as_str().into(), since.into()])?;
        Ok(found.into_iter().next())
    }

    /// Writes an intent down as open, and answers when it is looked after.
    pub(super) fn open(
        &self,
        token: &Token,
        store: i64,
        likeness: Option<&str>,
        now: Millis,
    ) -> worker::Result<Millis> {
        let check = now.saturating_add(FIRST_CHECK);
        let statement = "INSERT INTO intent (token, store, opened_at, next_check, tries) VALUES (?, ?, ?, ?, 0)
            ON CONFLICT (token) DO UPDATE SET opened_at = excluded.opened_at, next_check = excluded.next_check,
                tries = 0, empty_at = NULL";
        let store = SqlStorageValue::try_from_i64(store)?;
        self.run(statement, vec![token.as_str().into(), store, now.into(), check.into()])?;
        if let Some(likeness) = likeness {
            let statement = "INSERT INTO likeness (hash, token, at) VALUES (?, ?, ?)
                ON CONFLICT (hash, token) DO UPDATE SET at = excluded.at";
            self.run(statement, vec![likeness.into(), token.as_str().into(), now.into()])?;
        }
        Ok(check)
    }

    /// Writes down what an intent came to.
    pub(super) fn settle(&self, token: &Token, orders: &[OrderNames], now: Millis) -> worker::Result<()> {
        let of_token = || vec![token.as_str().into()];
        if orders.is_empty() {
            self.run("DELETE FROM likeness WHERE token = ?", of_token())?;
            let statement = "UPDATE intent SET empty_at = ? WHERE token = ?";
            return self.run(statement, vec![now.into(), token.as_str().into()]);
        }
        for OrderNames { id, order_id } in orders {
            let statement = "INSERT INTO name (id, order_id, token, at) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET order_id = coalesce(excluded.order_id, name.order_id)";
            let values = vec![id.as_str().into(), order_id.clone().into(), token.as_str().into(), now.into()];
            self.run(statement, values)?;
        }
        self.run("DELETE FROM intent WHERE token = ?", of_token())
    }

    /// The open intents that have not been heard of for too long, each put off
    /// until it is looked after again: a minute, and longer each time.
    pub(super) fn take_overdue(&self, now: Millis) -> worker::Result<Vec<Token>> {
        let query =
            "UPDATE intent SET tries = tries + 1, next_check = ?1 + 60000 * min(1 << min(tries, 6), 60)
            WHERE token IN (SELECT token FROM intent WHERE empty_at IS NULL AND next_check <= ?1
                ORDER BY next_check LIMIT ?2)
            RETURNING token";
        self.tokens(query, vec![now.into(), CHECKS_MAX.into()])
    }

    /// Forgets what is kept no longer.
    pub(super) fn forget(&self, now: Millis) -> worker::Result<()> {
        if !self.are_there()? {
            return Ok(());
        }
        for (statement, life) in [
            ("DELETE FROM likeness WHERE at <= ?", LIKENESS),
            ("DELETE FROM name WHERE at <= ?", NAMES),
            ("DELETE FROM intent WHERE empty_at <= ?", EMPTY),
            ("DELETE FROM intent WHERE opened_at <= ?", OPEN),
        ] {
            self.run(statement, vec![now.saturating_sub(life).into()])?;
        }
        Ok(())
    }

    /// When there is next something to look after or to forget.
    pub(super) fn next_due(&self) -> worker::Result<Option<Millis>> {
        if !self.are_there()? {
            return Ok(None);
        }
        let query = "SELECT min(at) AS at FROM (
            SELECT min(next_check) AS at FROM intent WHERE empty_at IS NULL
            UNION ALL SELECT min(empty_at) + ? FROM intent
            UNION ALL SELECT min(at) + ? FROM likeness
            UNION ALL SELECT min(at) + ? FROM name)";
        let rows: Vec<Moment> =
            self.sql.exec(query, vec![EMPTY.into(), LIKENESS.into(), NAMES.into()])?.to_array()?;
        #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, far below 2^53")]
        Ok(rows.into_iter().find_map(|row| row.at).map(|at| at as Millis))
    }
}
