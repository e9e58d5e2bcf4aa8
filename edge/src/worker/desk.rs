//! Where the object of an intent does its work: the record, its alarm, and the
//! looking after it. The one request leaves by [`flight`](super::flight).

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use worker::{Env, Storage};

use super::flight::Flight;
use super::isolate::{Isolate, write};
use super::ledger::Ledger;
use super::send::send_first;
use super::{clock, gate, look};
use crate::intent::{Effect, Event, Millis, Stage};
use crate::log::Told;
use crate::orders::{Dispatch, Fingerprint, Outcome, Placed, Receipt, Record, Token};
use crate::platform::scalev;

/// Milliseconds after which the object forgets: links are of no use by then.
const KEPT: Millis = 90 * 24 * 3_600_000;
/// Milliseconds after which an intent of which nothing came is forgotten.
const KEPT_EMPTY: Millis = 24 * 3_600_000;
/// Milliseconds after which the object tries again what failed.
pub(super) const TRY_AGAIN: Millis = 60_000;
/// Milliseconds between two readings of an order at the platform.
const READ_AGAIN: Millis = 5_000;

/// One intent's object at work.
pub(super) struct Desk {
    pub(super) token: Token,
    pub(super) isolate: Rc<Isolate>,
    pub(super) flight: RefCell<Option<Flight>>,
    /// The request that waits, when there is no secret to seal it with.
    pub(super) held: RefCell<Option<Dispatch>>,
    pub(super) ledger: Ledger,
    storage: Storage,
    read_at: Cell<Millis>,
    awake: Cell<bool>,
}

impl Desk {
    pub(super) fn new(token: Token, storage: Storage, env: &Env) -> Self {
        Self {
            token,
            isolate: Isolate::of(env),
            flight: RefCell::new(None),
            held: RefCell::new(None),
            ledger: Ledger::new(storage.sql()),
            storage,
            read_at: Cell::new(0),
            awake: Cell::new(false),
        }
    }

    /// What is written down.
    pub(super) fn record(&self) -> worker::Result<Option<Record>> {
        Ok(self.ledger.read()?.map(|(record, _)| record))
    }

    /// The first thing a new life does: whatever was on its way is lost.
    pub(super) async fn wake_up(&self) -> worker::Result<()> {
        if !self.awake.replace(true) && self.record()?.is_some() {
            self.happens(Event::Restarted)?;
            self.plan().await?;
        }
        Ok(())
    }

    /// What could not be written down is as lost as after a restart: whoever
    /// asks next finds out.
    pub(super) fn fall_asleep(&self) {
        self.awake.set(false);
    }

    /// Writes the intent down. Tells whether a request may leave.
    pub(super) fn open(
        &self,
        record: Option<Record>,
        fingerprint: Fingerprint,
        store: i64,
        receipt: Receipt,
    ) -> worker::Result<bool> {
        let (intent, untold) = record.map(|record| (record.intent, record.untold)).unwrap_or_default();
        let record = Record { intent, untold, ..Record::new(fingerprint, store, receipt) };
        Ok(self.step(&record, Event::Submitted)?.contains(&Effect::Pass))
    }

    /// Applies an event and writes down what follows, without an await.
    fn step(&self, record: &Record, event: Event) -> worker::Result<Vec<Effect>> {
        let (next, effects) = record.advance(event, clock::now());
        if next != *record {
            self.ledger.write(&next)?;
        }
        for effect in &effects {
            if let Effect::Tell(notice) = effect {
                write(&Told { notice: *notice });
            }
        }
        Ok(effects)
    }

    pub(super) fn happens(&self, event: Event) -> worker::Result<Vec<Effect>> {
        match self.record()? {
            Some(record) => self.step(&record, event),
            None => Ok(Vec::new()),
        }
    }

    /// What an alarm is for: to look, to send again, to tell, or to forget.
    pub(super) async fn tend(self: &Rc<Self>) -> worker::Result<()> {
        self.wake_up().await?;
        let Some((record, opened_at)) = self.ledger.read()? else {
            return self.storage.delete_all().await;
        };
        if clock::now() >= end_of_life(&record, opened_at) {
            return self.storage.delete_all().await;
        }
        let effects = self.happens(Event::Woke)?;
        if effects.contains(&Effect::Look) {
            self.look().await?;
        }
        if effects.contains(&Effect::Pass) {
            self.send_again().await?;
        }
        self.read_unread().await?;
        self.tell_gate().await?;
        self.plan().await
    }

    async fn look(&self) -> worker::Result<Vec<Effect>> {
        let (Some(record), Some(account)) = (self.record()?, self.isolate.config.scalev.as_ref()) else {
            return self.happens(Event::LookFailed);
        };
        let event = match look::around(account, &record, &self.token).await {
            Ok(witness) => Event::Looked(witness),
            Err(_) => Event::LookFailed,
        };
        self.happens(event)
    }

    /// Tells the gate what it does not know yet; the alarm repeats what fails.
    pub(super) async fn tell_gate(&self) -> worker::Result<()> {
        let (Some(record), Some(account)) = (self.record()?, self.isolate.config.scalev.as_ref()) else {
            return Ok(());
        };
        let Some(names) = record.names().filter(|_| record.untold) else { return Ok(()) };
        if gate::settled(&self.isolate, &account.key, &self.token, &names).await.is_err() {
            return Ok(());
        }
        match self.record()? {
            Some(record) if record.names().as_ref() == Some(&names) => {
                self.ledger.write(&Record { untold: false, ..record })
            }
            _ => Ok(()),
        }
    }

    /// Sets the alarm for whatever is due next.
    pub(super) async fn plan(&self) -> worker::Result<()> {
        let Some((record, opened_at)) = self.ledger.read()? else { return Ok(()) };
        let now = clock::now();
        let is_unfinished = record.untold || record.intent.stage == Stage::Passing;
        let soon = is_unfinished.then(|| now.saturating_add(TRY_AGAIN));
        let due = [record.intent.due(), soon, Some(end_of_life(&record, opened_at))];
        let wake = due.into_iter().flatten().min().unwrap_or(now);
        self.wake_in(wake.saturating_sub(now)).await
    }

    pub(super) async fn wake_in(&self, ms: Millis) -> worker::Result<()> {
        self.storage.set_alarm(Duration::from_millis(u64::try_from(ms).unwrap_or(0))).await
    }

    /// Where the order stands, read again when the platform may know more.
    pub(super) async fn show(&self) -> worker::Result<(Outcome, bool, u32)> {
        let began = clock::now();
        self.read_unread().await?;
        match self.record()?.map_or(Outcome::Missing, |record| record.outcome(began)) {
            Outcome::Placed(placed)
                if placed.is_moving() && began.saturating_sub(self.read_at.get()) >= READ_AGAIN =>
            {
                let placed = self.read_again(*placed).await?;
                Ok((Outcome::Placed(Box::new(placed)), false, clock::since(began)))
            }
            outcome => Ok((outcome, false, clock::since(began))),
        }
    }

    async fn read_again(&self, placed: Placed) -> worker::Result<Placed> {
        self.has_read();
        let Some(later) = self.ask(&placed.id).await else { return Ok(placed) };
        let placed = placed.updated(later);
        self.ledger.place(&placed)?;
        self.read_public().await?;
        Ok(self.record()?.and_then(|record| record.placed).unwrap_or(placed))
    }

    /// The platform has just been asked.
    pub(super) fn has_read(&self) {
        self.read_at.set(clock::now());
    }

    /// Reads an order that was only heard of.
    async fn read_unread(&self) -> worker::Result<()> {
        let Some(record) = self.record()? else { return Ok(()) };
        let Some(id) = record.unread() else { return Ok(()) };
        match self.ask(id).await {
            Some(placed) => self.ledger.place(&placed),
            None => Ok(()),
        }
    }

    async fn ask(&self, id: &str) -> Option<Placed> {
        let call = scalev::show(self.isolate.config.scalev.as_ref()?, id)?;
        let answer = send_first(&call).await.and_then(|answer| scalev::read_order(&answer, clock::seconds()));
        Placed::new(answer.ok()?)
    }
}

/// When an intent is forgotten.
fn end_of_life(record: &Record, opened_at: Millis) -> Millis {
    let is_empty = record.intent.stage == Stage::Open;
    opened_at.saturating_add(if is_empty { KEPT_EMPTY } else { KEPT })
}
