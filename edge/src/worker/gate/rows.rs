//! The rows of a gate. Ids, names of orders and hashes: nothing personal.

use std::cell::Cell;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use worker::{SqlStorage, SqlStorageValue};

use super::{awaited, letters};
use crate::gate::LIKENESS;
use crate::intent::Millis;
use crate::orders::{News, OrderNames, Token};

/// Milliseconds from an intent's turn to the first look after it: its request
/// and the first readings of the list are over by then.
const FIRST_CHECK: Millis = 30_000;
/// Most intents looked after at once.
const CHECKS_MAX: i64 = 20;
/// Most letters delivered at once.
const LETTERS_MAX: i64 = 20;
/// Milliseconds for which a letter is left to whoever delivers it.
const DELIVERY: Millis = 20_000;

const TABLES: [&str; 9] = [
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
    "CREATE INDEX IF NOT EXISTS name_age ON name (at)",
    "CREATE TABLE IF NOT EXISTS likeness (
        hash TEXT NOT NULL,
        token TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (hash, token)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS letter (
        hash TEXT PRIMARY KEY,
        received_at INTEGER NOT NULL,
        news TEXT,
        due INTEGER,
        tries INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS letter_due ON letter (due) WHERE due IS NOT NULL",
    "CREATE INDEX IF NOT EXISTS letter_age ON letter (received_at)",
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

/// A letter that is to be delivered.
pub(super) struct Waiting {
    pub(super) hash: String,
    pub(super) news: News,
    pub(super) received_at: Millis,
    /// From 1.
    pub(super) tries: u32,
}

#[derive(Deserialize)]
struct LetterRow {
    hash: String,
    news: String,
    received_at: f64,
    tries: u32,
}

impl LetterRow {
    fn waiting(self) -> Option<Waiting> {
        let news = serde_json::from_str(&self.news).ok()?;
        Some(Waiting { hash: self.hash, news, received_at: whole(self.received_at), tries: self.tries })
    }
}

#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, far below 2^53")]
pub(super) fn whole(number: f64) -> Millis {
    number as Millis
}

impl Rows {
    pub(super) fn new(sql: SqlStorage) -> Self {
        Self { sql, laid: Cell::new(false) }
    }

    /// Lays the tables out. A gate that only gives permits never does.
    fn lay(&self) -> worker::Result<()> {
        if !self.laid.get() {
            for table in TABLES.into_iter().chain(letters::TABLES).chain(awaited::TABLES) {
                self.sql.exec(table, None)?;
            }
            self.laid.set(true);
        }
        Ok(())
    }

    pub(super) fn are_there(&self) -> worker::Result<bool> {
        if !self.laid.get() {
            let found = self.sql.exec("SELECT 1 AS found FROM sqlite_master WHERE name = 'intent'", None)?;
            if found.raw().next().is_none() {
                return Ok(false);
            }
            self.lay()?;
        }
        Ok(true)
    }

    pub(super) fn run(&self, statement: &str, values: Vec<SqlStorageValue>) -> worker::Result<()> {
        self.lay()?;
        self.sql.exec(statement, values).map(drop)
    }

    pub(super) fn tokens(&self, query: &str, values: Vec<SqlStorageValue>) -> worker::Result<Vec<Token>> {
        let rows: Vec<Named> = self.rows_of(query, values)?;
        Ok(rows.into_iter().map(|row| row.token).collect())
    }

    /// What a question about some of them answers; nothing while there are no tables.
    pub(super) fn rows_of<T: DeserializeOwned>(
        &self,
        query: &str,
        values: Vec<SqlStorageValue>,
    ) -> worker::Result<Vec<T>> {
        if self.are_there()? { self.sql.exec(query, values)?.to_array() } else { Ok(Vec::new()) }
    }

    /// What a question about all of them answers; nothing while there are no tables.
    pub(super) fn read<T: DeserializeOwned>(&self, query: &str) -> worker::Result<Vec<T>> {
        if self.are_there()? { self.sql.exec(query, None)?.to_array() } else { Ok(Vec::new()) }
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
        for names in orders {
            self.name(token, names, now)?;
        }
        self.run("DELETE FROM intent WHERE token = ?", of_token())
    }

    /// Writes down by which names the platform tells of an intent's order.
    pub(super) fn name(&self, token: &Token, names: &OrderNames, now: Millis) -> worker::Result<()> {
        let OrderNames { id, order_id } = names;
        let statement = "INSERT INTO name (id, order_id, token, at) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET order_id = coalesce(excluded.order_id, name.order_id)";
        let values = vec![id.as_str().into(), order_id.clone().into(), token.as_str().into(), now.into()];
        self.run(statement, values)
    }

    /// The intent whose order is told of.
    pub(super) fn token_of(&self, news: &News) -> worker::Result<Option<Token>> {
        let query =
            "SELECT token FROM name WHERE id = ? UNION ALL SELECT token FROM name WHERE order_id = ? LIMIT 1";
        let found = self.tokens(query, vec![news.id.clone().into(), news.order_id.clone().into()])?;
        Ok(found.into_iter().next())
    }

    /// Whether an order of ours may be at the platform whose names are not known.
    pub(super) fn expect_orders(&self) -> worker::Result<bool> {
        Ok(!self.tokens("SELECT token FROM intent LIMIT 1", Vec::new())?.is_empty())
    }

    /// Whether the name of an order of ours became known in this time.
    pub(super) fn was_named_between(&self, from: Millis, to: Millis) -> worker::Result<bool> {
        let query = "SELECT token FROM name WHERE at BETWEEN ? AND ? LIMIT 1";
        Ok(!self.tokens(query, vec![from.into(), to.into()])?.is_empty())
    }

    /// Writes a letter down. False when it came before.
    pub(super) fn receive(
        &self,
        hash: &str,
        news: Option<&News>,
        due: Option<Millis>,
        now: Millis,
    ) -> worker::Result<bool> {
        self.lay()?;
        let news = news.map(serde_json::to_string).transpose()?;
        let statement = "INSERT INTO letter (hash, received_at, news, due, tries) VALUES (?, ?, ?, ?, 0)
            ON CONFLICT (hash) DO NOTHING RETURNING hash";
        let written = self.sql.exec(statement, vec![hash.into(), now.into(), news.into(), due.into()])?;
        Ok(written.raw().next().is_some())
    }

    /// The letters that are due, each left alone for a while: somebody delivers it now.
    pub(super) fn take_letters(&self, now: Millis) -> worker::Result<Vec<Waiting>> {
        if !self.are_there()? {
            return Ok(Vec::new());
        }
        let query = "UPDATE letter SET tries = tries + 1, due = ?
            WHERE hash IN (SELECT hash FROM letter WHERE due <= ? ORDER BY due LIMIT ?)
            RETURNING hash, news, received_at, tries";
        let values = vec![now.saturating_add(DELIVERY).into(), now.into(), LETTERS_MAX.into()];
        let rows: Vec<LetterRow> = self.sql.exec(query, values)?.to_array()?;
        Ok(rows.into_iter().filter_map(LetterRow::waiting).collect())
    }

    /// A letter is to be delivered later.
    pub(super) fn put_off(&self, hash: &str, due: Millis) -> worker::Result<()> {
        self.run("UPDATE letter SET due = ? WHERE hash = ?", vec![due.into(), hash.into()])
    }

    /// A letter is delivered: what it said is forgotten, that it came is not.
    pub(super) fn finish(&self, hash: &str) -> worker::Result<()> {
        self.run("UPDATE letter SET due = NULL, news = NULL WHERE hash = ?", vec![hash.into()])
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
}
