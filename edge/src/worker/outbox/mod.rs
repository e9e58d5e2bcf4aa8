//! An intent's letters to the seller, and their way into the queue. The row is
//! what counts: a queue may lose a note or bring it twice.

mod rows;
mod tally;

pub(super) use rows::Outbox;

use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use worker::Env;

use self::rows::{End, Row};
use super::chaos::{self, Moment};
use super::desk::Desk;
use super::isolate::write;
use super::{clock, gate};
use crate::intent::Millis;
use crate::log::DeadLetter;
use crate::outbox::{Note, RESEND, Tally, is_over, letter};

const BINDING: &str = "EFFECTS";

impl Desk {
    /// Puts what is due into the queue. What that loses is due again later.
    pub(super) async fn send_notes(&self) -> worker::Result<()> {
        let now = clock::now();
        let resend = self.isolate.config.seller.as_ref().map_or(RESEND, |seller| seller.resend);
        for row in self.outbox.take(now, resend)? {
            if is_over(row.made_at(), now) {
                self.give_up(&row, now)?;
                continue;
            }
            let note = Note { eid: row.eid, token: self.token.clone() };
            chaos::reach(Moment::Noted, &self.token).await;
            let _ = enqueue(&self.isolate.env, &note).await;
            chaos::reach(Moment::Queued, &self.token).await;
        }
        Ok(())
    }

    /// The letter of a row that is not done. `None` when there is none.
    pub(super) fn letter(&self, eid: &str) -> worker::Result<Option<Value>> {
        let (Some(row), Some(record)) = (self.outbox.row(eid)?, self.record()?) else { return Ok(None) };
        let Some(kind) = row.kind() else { return Ok(None) };
        Ok(Some(letter(kind, eid, &self.token, &record, row.made_at())))
    }

    /// The seller has it.
    pub(super) async fn taken(&self, eid: &str) -> worker::Result<()> {
        self.outbox.end(eid, End::Taken)?;
        self.tell_of_letters().await
    }

    /// No try of the queue could deliver it.
    pub(super) async fn undelivered(&self, eid: &str) -> worker::Result<()> {
        let Some(row) = self.outbox.row(eid)? else { return Ok(()) };
        self.give_up(&row, clock::now())?;
        self.tell_of_letters().await
    }

    fn give_up(&self, row: &Row, now: Millis) -> worker::Result<()> {
        let given_up = is_over(row.made_at(), now);
        self.outbox.end(&row.eid, if given_up { End::GivenUp } else { End::Dead })?;
        write(&DeadLetter { kind: row.kind(), given_up });
        Ok(())
    }

    /// How the letters stand, after whatever was due is done.
    pub(super) fn tally(&self) -> worker::Result<Tally> {
        self.outbox.tally()
    }

    /// Tells the gate how the letters stand: it looks after those that are not
    /// taken, and counts. The alarm repeats what fails.
    pub(super) async fn tell_of_letters(&self) -> worker::Result<()> {
        let (Some(tally), Some(record)) = (self.outbox.untold()?, self.record()?) else { return Ok(()) };
        let Ok(platform) = self.platform(&record) else { return Ok(()) };
        if gate::letters(&self.isolate, platform.key(), &self.token, tally).await.is_ok() {
            self.outbox.tell(tally)?;
        }
        Ok(())
    }
}

async fn enqueue(env: &Env, note: &Note) -> Result<(), JsValue> {
    let queue = js_sys::Reflect::get(env, &JsValue::from_str(BINDING))?;
    let send: js_sys::Function = js_sys::Reflect::get(&queue, &JsValue::from_str("send"))?.dyn_into()?;
    let text = serde_json::to_string(note).unwrap_or_default();
    let promise: js_sys::Promise = send.call1(&queue, &js_sys::JSON::parse(&text)?)?.dyn_into()?;
    JsFuture::from(promise).await.map(drop)
}
