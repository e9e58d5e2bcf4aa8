//! The rows of an intent's outbox, and their way into the queue. The row is
//! what counts: a queue may lose a note or bring it twice.

use serde::Deserialize;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use worker::{Env, SqlStorage, SqlStorageValue};

use super::clock;
use super::desk::Desk;
use super::isolate::write;
use crate::intent::Millis;
use crate::log::DeadLetter;
use crate::orders::Token;
use crate::outbox::{Kind, Note, RESEND, again, eid, is_over, letter};

const BINDING: &str = "EFFECTS";

/// `state`: 0 to be told, 1 done, 2 given up.
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
pub(super) struct Outbox(SqlStorage);

#[derive(Deserialize)]
pub(super) struct Row {
    eid: String,
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

    fn kind(&self) -> Option<Kind> {
        serde_json::from_value(Value::from(self.kind.as_str())).ok()
    }
}

impl Outbox {
    pub(super) fn new(sql: SqlStorage) -> Self {
        Self(sql)
    }

    /// Adds what is to be told, in one commit with whatever else is written
    /// without an await.
    pub(super) fn add(&self, token: &Token, kinds: &[Kind]) -> worker::Result<()> {
        if !kinds.is_empty() {
            self.0.exec(TABLE, None)?;
        }
        let now = SqlStorageValue::try_from_i64(clock::now())?;
        for kind in kinds {
            let row = vec![eid(token, *kind).into(), kind.as_str().into(), now.clone(), now.clone()];
            self.0.exec(ADD, row)?;
        }
        Ok(())
    }

    fn is_there(&self) -> worker::Result<bool> {
        let tables = self.0.exec("SELECT 1 AS found FROM sqlite_master WHERE name = 'outbox'", None)?;
        Ok(tables.raw().next().is_some())
    }

    /// When the next row is to be sent.
    pub(super) fn due(&self) -> worker::Result<Option<Millis>> {
        if !self.is_there()? {
            return Ok(None);
        }
        let rows: Vec<Due> =
            self.0.exec("SELECT MIN(due) AS due FROM outbox WHERE state = 0", None)?.to_array()?;
        Ok(rows.into_iter().next().and_then(|row| row.due).map(millis))
    }

    /// What is due; each is due again later, the first time after `resend` seconds.
    fn take(&self, now: Millis, resend: u32) -> worker::Result<Vec<Row>> {
        if !self.is_there()? {
            return Ok(Vec::new());
        }
        let due = "SELECT eid, kind, made_at, tries FROM outbox WHERE state = 0 AND due <= ?";
        let rows: Vec<Row> = self.0.exec(due, vec![SqlStorageValue::try_from_i64(now)?])?.to_array()?;
        for row in &rows {
            let again = SqlStorageValue::try_from_i64(now.saturating_add(again(resend, row.tries())))?;
            let later = "UPDATE outbox SET due = ?, tries = tries + 1 WHERE eid = ?";
            self.0.exec(later, vec![again, row.eid.as_str().into()])?;
        }
        Ok(rows)
    }

    fn row(&self, eid: &str) -> worker::Result<Option<Row>> {
        if !self.is_there()? {
            return Ok(None);
        }
        let open = "SELECT eid, kind, made_at, tries FROM outbox WHERE eid = ? AND state = 0";
        Ok(self.0.exec(open, vec![eid.into()])?.to_array()?.into_iter().next())
    }

    fn close(&self, eid: &str, state: i32) -> worker::Result<()> {
        if self.is_there()? {
            self.0.exec("UPDATE outbox SET state = ? WHERE eid = ?", vec![state.into(), eid.into()])?;
        }
        Ok(())
    }
}

impl Desk {
    /// Puts what is due into the queue. What that loses is due again later.
    pub(super) async fn send_notes(&self) -> worker::Result<()> {
        let now = clock::now();
        let resend = self.isolate.config.seller.as_ref().map_or(RESEND, |seller| seller.resend);
        for row in self.outbox.take(now, resend)? {
            if is_over(millis(row.made_at), now) {
                self.outbox.close(&row.eid, 2)?;
                write(&DeadLetter { kind: row.kind(), given_up: true });
                continue;
            }
            let note = Note { eid: row.eid, token: self.token.clone() };
            let _ = enqueue(&self.isolate.env, &note).await;
        }
        Ok(())
    }

    /// The letter of a row that is not done. `None` when there is none.
    pub(super) fn letter(&self, eid: &str) -> worker::Result<Option<Value>> {
        let (Some(row), Some(record)) = (self.outbox.row(eid)?, self.record()?) else { return Ok(None) };
        let Some(kind) = row.kind() else { return Ok(None) };
        Ok(Some(letter(kind, eid, &self.token, &record, millis(row.made_at))))
    }

    /// The seller has it.
    pub(super) fn done(&self, eid: &str) -> worker::Result<()> {
        self.outbox.close(eid, 1)
    }
}

async fn enqueue(env: &Env, note: &Note) -> Result<(), JsValue> {
    let queue = js_sys::Reflect::get(env, &JsValue::from_str(BINDING))?;
    let send: js_sys::Function = js_sys::Reflect::get(&queue, &JsValue::from_str("send"))?.dyn_into()?;
    let text = serde_json::to_string(note).unwrap_or_default();
    let promise: js_sys::Promise = send.call1(&queue, &js_sys::JSON::parse(&text)?)?.dyn_into()?;
    JsFuture::from(promise).await.map(drop)
}
