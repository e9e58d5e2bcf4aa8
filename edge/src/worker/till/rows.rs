//! The rows of the till's catalogue, and what it is still to be asked.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use worker::{SqlStorage, SqlStorageValue};

use super::shelf;
use crate::intent::Millis;
use crate::till::{Budget, Catalogue, Change, Question};

const TABLES: [&str; 4] = [
    "CREATE TABLE IF NOT EXISTS product (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS item (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS question (
        json TEXT PRIMARY KEY,
        due INTEGER NOT NULL,
        tries INTEGER NOT NULL,
        heard INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS memo (key TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID",
];

const VERSION: &str = "version";
const BUDGET: &str = "budget";

/// The object's own database.
pub(super) struct Rows {
    sql: SqlStorage,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    json: String,
}

#[derive(Deserialize)]
struct Memo {
    json: String,
}

#[derive(Deserialize)]
struct Number {
    n: Option<f64>,
}

/// A question that is due.
#[derive(Deserialize)]
struct QuestionRow {
    json: String,
    tries: u32,
    heard: f64,
}

/// A question that is due, and which hearing it came of.
pub(super) struct Due {
    pub(super) question: Question,
    pub(super) tries: u32,
    pub(super) heard: Millis,
}

#[expect(clippy::cast_possible_truncation, reason = "whole, far below 2^53")]
fn whole(number: f64) -> i64 {
    number as i64
}

impl Rows {
    pub(super) fn new(sql: SqlStorage) -> worker::Result<Self> {
        for table in TABLES.into_iter().chain(shelf::TABLES) {
            sql.exec(table, None)?;
        }
        Ok(Self { sql })
    }

    /// Everything the till has told.
    pub(super) fn read(&self) -> worker::Result<Catalogue> {
        Ok(Catalogue::new(self.all("SELECT id, json FROM product")?, self.all("SELECT id, json FROM item")?))
    }

    pub(super) fn all<T: DeserializeOwned>(&self, query: &str) -> worker::Result<Vec<(String, T)>> {
        let rows: Vec<Row> = self.sql.exec(query, None)?.to_array()?;
        rows.into_iter().map(|row| Ok((row.id, serde_json::from_str(&row.json)?))).collect()
    }

    /// Writes down what changed. Nothing in here waits, so all of it is
    /// written or none.
    pub(super) fn write(&self, catalogue: &Catalogue, change: &Change) -> worker::Result<()> {
        for id in &change.products {
            self.put("product", id, serde_json::to_string(&catalogue.product(id))?)?;
        }
        for id in &change.items {
            self.put("item", id, serde_json::to_string(&catalogue.item(id))?)?;
        }
        if change.is_nothing() {
            return Ok(());
        }
        self.note(VERSION, &self.version()?.saturating_add(1))
    }

    pub(super) fn put(&self, table: &str, id: &str, json: String) -> worker::Result<()> {
        let statement = format!(
            "INSERT INTO {table} (id, json) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json"
        );
        self.run(&statement, vec![id.into(), json.into()])
    }

    /// Which word of the till this is; 1 when it has said nothing yet.
    pub(super) fn version(&self) -> worker::Result<i64> {
        Ok(self.noted(VERSION)?.unwrap_or(1))
    }

    pub(super) fn budget(&self) -> worker::Result<Budget> {
        Ok(self.noted(BUDGET)?.unwrap_or_default())
    }

    pub(super) fn put_budget(&self, budget: Budget) -> worker::Result<()> {
        self.note(BUDGET, &budget)
    }

    /// Writes a question down. Asked again it is due anew: what is answered to
    /// an earlier asking may be older than what made it be asked.
    pub(super) fn question(&self, question: &Question, due: Millis, heard: Millis) -> worker::Result<()> {
        let statement = "INSERT INTO question (json, due, tries, heard) VALUES (?, ?, 0, ?)
            ON CONFLICT (json) DO UPDATE SET due = min(due, excluded.due), tries = 0, heard = excluded.heard + 1";
        self.run(statement, vec![serde_json::to_string(question)?.into(), due.into(), heard.into()])
    }

    /// The questions that are due, the oldest first.
    pub(super) fn due(&self, now: Millis, most: i64) -> worker::Result<Vec<Due>> {
        let query = "SELECT json, tries, heard FROM question WHERE due <= ? ORDER BY due LIMIT ?";
        let rows: Vec<QuestionRow> = self.sql.exec(query, vec![now.into(), most.into()])?.to_array()?;
        rows.into_iter()
            .map(|row| {
                let question = serde_json::from_str(&row.json)?;
                Ok(Due { question, tries: row.tries, heard: whole(row.heard) })
            })
            .collect()
    }

    /// A question is answered, unless it was asked again meanwhile.
    pub(super) fn answered(&self, due: &Due) -> worker::Result<()> {
        let json = serde_json::to_string(&due.question)?;
        self.run("DELETE FROM question WHERE json = ? AND heard = ?", vec![json.into(), due.heard.into()])
    }

    /// A question is asked again later.
    pub(super) fn put_off(&self, due: &Due, until: Millis) -> worker::Result<()> {
        let json = serde_json::to_string(&due.question)?;
        self.run(
            "UPDATE question SET tries = tries + 1, due = ? WHERE json = ?",
            vec![until.into(), json.into()],
        )
    }

    /// When the next question is due.
    pub(super) fn next_due(&self) -> worker::Result<Option<Millis>> {
        self.number("SELECT min(due) AS n FROM question")
    }

    /// How many questions are open.
    pub(super) fn open_questions(&self) -> worker::Result<u32> {
        let count = self.number("SELECT count(*) AS n FROM question")?.unwrap_or(0);
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    }

    pub(super) fn query<T: DeserializeOwned>(
        &self,
        query: &str,
        values: Vec<SqlStorageValue>,
    ) -> worker::Result<Vec<T>> {
        self.sql.exec(query, values)?.to_array()
    }

    fn number(&self, query: &str) -> worker::Result<Option<i64>> {
        let rows: Vec<Number> = self.sql.exec(query, None)?.to_array()?;
        Ok(rows.into_iter().find_map(|row| row.n).map(whole))
    }

    pub(super) fn noted<T: DeserializeOwned>(&self, key: &str) -> worker::Result<Option<T>> {
        let rows: Vec<Memo> =
            self.sql.exec("SELECT json FROM memo WHERE key = ?", vec![key.into()])?.to_array()?;
        Ok(rows.into_iter().next().map(|memo| serde_json::from_str(&memo.json)).transpose()?)
    }

    pub(super) fn note<T: serde::Serialize>(&self, key: &str, value: &T) -> worker::Result<()> {
        let statement =
            "INSERT INTO memo (key, json) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET json = excluded.json";
        self.run(statement, vec![key.into(), serde_json::to_string(value)?.into()])
    }

    pub(super) fn run(&self, statement: &str, values: Vec<SqlStorageValue>) -> worker::Result<()> {
        self.sql.exec(statement, values).map(drop)
    }
}
