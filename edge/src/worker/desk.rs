//! Where the object of an intent does its work: the record, its alarm, and the
//! looking after it. The one request leaves by [`flight`](super::flight); the platform is
//! listened to in [`reading`](super::reading).

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use worker::{Env, Storage};

use super::flight::Flight;
use super::isolate::{Isolate, write};
use super::ledger::Ledger;
use super::outbox::Outbox;
use super::reading::READ_AGAIN;
use super::watch::Watchers;
use super::{clock, gate, look};
use crate::intent::{Effect, Event, Millis, Stage};
use crate::log::Told;
use crate::orders::{Dispatch, Fingerprint, Outcome, Receipt, Record, Token};
use crate::platform::{OrderPlatform, Platform, Said};

/// Milliseconds after which the object tries again what failed.
pub(super) const TRY_AGAIN: Millis = 60_000;

/// One intent's object at work.
pub(super) struct Desk {
    pub(super) token: Token,
    pub(super) isolate: Rc<Isolate>,
    pub(super) flight: RefCell<Option<Flight>>,
    /// The request that waits, when there is no secret to seal it with.
    pub(super) held: RefCell<Option<Dispatch>>,
    pub(super) ledger: Ledger,
    pub(super) outbox: Outbox,
    pub(super) watchers: Watchers,
    storage: Storage,
    pub(super) read_at: Cell<Millis>,
    /// When the platform was last asked for what it keeps apart.
    pub(super) apart_at: Cell<Millis>,
    /// Readings in a row that said nothing new.
    pub(super) quiet: Cell<u32>,
    awake: Cell<bool>,
}

impl Desk {
    pub(super) fn new(token: Token, storage: Storage, env: &Env) -> Self {
        let isolate = Isolate::of(env);
        let outbox = Outbox::new(storage.sql());
        let told = isolate.config.seller.is_some().then(|| outbox.clone());
        Self {
            ledger: Ledger::new(storage.sql(), token.clone(), told),
            outbox,
            token,
            isolate,
            flight: RefCell::new(None),
            held: RefCell::new(None),
            watchers: Watchers::default(),
            storage,
            read_at: Cell::new(0),
            apart_at: Cell::new(0),
            quiet: Cell::new(0),
            awake: Cell::new(false),
        }
    }

    /// What is written down.
    pub(super) fn record(&self) -> worker::Result<Option<Record>> {
        Ok(self.ledger.read()?.map(|(record, _)| record))
    }

    /// The platform that an intent is for.
    pub(super) fn platform(&self, record: &Record) -> Said<&dyn OrderPlatform> {
        self.isolate.platform(Platform::of(&record.receipt.store_unique_id))
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
        self.follow(record, &next, &effects)?;
        Ok(effects)
    }

    /// Writes down what an intent became, and says what is to be told of it.
    pub(super) fn follow(&self, record: &Record, next: &Record, effects: &[Effect]) -> worker::Result<()> {
        if next != record {
            self.ledger.write(next)?;
        }
        // It has left or was given up, in the same commit: it is never sent from there again.
        if record.intent.holds_request() && !next.intent.holds_request() {
            self.held.take();
            self.ledger.destroy()?;
        }
        for effect in effects {
            if let Effect::Tell(notice) = effect {
                write(&Told { notice: *notice });
            }
        }
        Ok(())
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
        if clock::now() >= record.ends_at(opened_at) {
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
        self.settle_doubt().await?;
        self.follow_up().await?;
        self.send_notes().await?;
        self.tell_gate().await?;
        self.plan().await
    }

    async fn look(&self) -> worker::Result<Vec<Effect>> {
        let Some(record) = self.record()? else { return self.happens(Event::LookFailed) };
        let Ok(platform) = self.platform(&record) else { return self.happens(Event::LookFailed) };
        let (event, look) = look::turn(platform, &record, &self.token).await;
        self.ledger.change(|record| Record { look, ..record })?;
        self.happens(event)
    }

    /// Tells the gate what it does not know yet; the alarm repeats what fails.
    pub(super) async fn tell_gate(&self) -> worker::Result<()> {
        // First, so that the gate never knows of neither.
        self.tell_of_letters().await?;
        let Some(record) = self.record()? else { return Ok(()) };
        let Ok(platform) = self.platform(&record) else { return Ok(()) };
        let Some(names) = record.names().filter(|_| record.untold) else { return Ok(()) };
        if gate::settled(&self.isolate, platform.key(), &self.token, &names).await.is_err() {
            return Ok(());
        }
        match self.record()? {
            Some(record) if record.names().as_ref() == Some(&names) => {
                self.ledger.write(&Record { untold: false, ..record })
            }
            _ => Ok(()),
        }
    }

    /// What the holder of the token is told.
    pub(super) fn outcome(&self) -> worker::Result<Outcome> {
        Ok(self.record()?.map_or(Outcome::Missing, |record| record.outcome(clock::now())))
    }

    /// Sets the alarm for whatever is due next, and wakes those who watch.
    pub(super) async fn plan(&self) -> worker::Result<()> {
        self.watchers.wake();
        let Some((record, opened_at)) = self.ledger.read()? else { return Ok(()) };
        let now = clock::now();
        let is_unfinished =
            record.untold || record.intent.stage == Stage::Passing || self.outbox.untold()?.is_some();
        let soon = is_unfinished.then(|| now.saturating_add(TRY_AGAIN));
        let doubt = record.doubtful.then(|| now.saturating_add(READ_AGAIN));
        let notes = self.outbox.due()?;
        let followed = self.follow_up_at(&record);
        let due = [record.intent.due(), soon, doubt, followed, notes, Some(record.ends_at(opened_at))];
        let wake = due.into_iter().flatten().min().unwrap_or(now);
        self.wake_in(wake.saturating_sub(now)).await
    }

    pub(super) async fn wake_in(&self, ms: Millis) -> worker::Result<()> {
        self.storage.set_alarm(Duration::from_millis(u64::try_from(ms).unwrap_or(0))).await
    }
}
