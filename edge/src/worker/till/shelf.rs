//! The rows of what the other channel has, and of what it said it sold.

use serde::Deserialize;

use super::rows::Rows;
use crate::channel::{Board, Night, Reported, Row, Touched};
use crate::intent::Millis;
use crate::till::Budget;

pub(super) const TABLES: [&str; 3] = [
    "CREATE TABLE IF NOT EXISTS listing (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS reported (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, json TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS reported_age ON reported (at)",
];

const COMPARE_AT: &str = "compare_at";
const BUDGET: &str = "channel_budget";
const NIGHT: &str = "night";
const LAST: &str = "last_reported";
/// Milliseconds for which an order is known that was reported: as long as a letter.
const KEPT: Millis = 400 * 24 * 3_600_000;
/// Most reported orders that the seller is shown.
const SHOWN: i64 = 100;

#[derive(Deserialize)]
struct Told {
    json: String,
}

impl Rows {
    /// Everything that is at the channel by us, or should be.
    pub(super) fn read_board(&self) -> worker::Result<Board> {
        Ok(Board::new(self.all::<Row>("SELECT id, json FROM listing")?))
    }

    /// Writes down what changed, in one commit with whatever else is written without an await.
    pub(super) fn write_board(&self, board: &Board, touched: &Touched) -> worker::Result<()> {
        for key in &touched.0 {
            match board.row(key) {
                Some(row) => self.put("listing", key, serde_json::to_string(row)?)?,
                None => self.run("DELETE FROM listing WHERE id = ?", vec![key.as_str().into()])?,
            }
        }
        Ok(())
    }

    /// When the channel's list is compared next, Unix milliseconds.
    pub(super) fn compare_at(&self) -> worker::Result<Option<Millis>> {
        self.noted(COMPARE_AT)
    }

    pub(super) fn put_compare_at(&self, at: Millis) -> worker::Result<()> {
        self.note(COMPARE_AT, &at)
    }

    /// What the last comparison found.
    pub(super) fn night(&self) -> worker::Result<Option<Night>> {
        self.noted(NIGHT)
    }

    pub(super) fn put_night(&self, night: &Night) -> worker::Result<()> {
        self.note(NIGHT, night)
    }

    pub(super) fn channel_budget(&self) -> worker::Result<Budget> {
        Ok(self.noted(BUDGET)?.unwrap_or_default())
    }

    pub(super) fn put_channel_budget(&self, budget: Budget) -> worker::Result<()> {
        self.note(BUDGET, &budget)
    }

    /// The order of this number, if it was reported before.
    pub(super) fn reported(&self, id: i64) -> worker::Result<Option<Reported>> {
        let rows: Vec<Told> = self.query("SELECT json FROM reported WHERE id = ?", vec![id.into()])?;
        Ok(rows.into_iter().next().map(|row| serde_json::from_str(&row.json)).transpose()?)
    }

    /// Writes a reported order down, and forgets those of long ago.
    pub(super) fn put_reported(&self, id: i64, reported: &Reported) -> worker::Result<()> {
        let statement = "INSERT INTO reported (id, at, json) VALUES (?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET json = excluded.json";
        let json = serde_json::to_string(reported)?;
        self.run(statement, vec![id.into(), reported.at.into(), json.into()])?;
        let over = reported.at.saturating_sub(KEPT);
        self.run("DELETE FROM reported WHERE at < ?", vec![over.into()])
    }

    /// The latest reported orders.
    pub(super) fn latest_reported(&self) -> worker::Result<Vec<Reported>> {
        let query = "SELECT json FROM reported ORDER BY at DESC, id DESC LIMIT ?";
        let rows: Vec<Told> = self.query(query, vec![SHOWN.into()])?;
        Ok(rows.into_iter().map(|row| serde_json::from_str(&row.json)).collect::<Result<_, _>>()?)
    }

    /// The number of the last order that was in no doubt.
    pub(super) fn last_reported(&self) -> worker::Result<Option<u64>> {
        self.noted(LAST)
    }

    pub(super) fn put_last_reported(&self, id: u64) -> worker::Result<()> {
        self.note(LAST, &id)
    }
}
