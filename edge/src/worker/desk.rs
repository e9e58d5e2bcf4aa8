//! Where the object of an intent does its work: the record, the flight of the
//! one request, and the looking after it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use futures_util::future::{LocalBoxFuture, Shared};
use shared::v3::{OrderMetadata, OrderRequest};
use shared::value::Rupiah;
use worker::{Env, Storage};

use super::isolate::{Isolate, write};
use super::ledger::Ledger;
use super::send::{send_first, send_now};
use super::{clock, gate, look};
use crate::config::Scalev;
use crate::gate::Urgency;
use crate::intent::{Effect, Event, Millis, Policy};
use crate::log::{Told, Unconfirmed, Withheld};
use crate::orders::{Fingerprint, Outcome, Placed, Record, Token, reply};
use crate::platform::{PlatformError, scalev};

/// Milliseconds after which the object forgets: links are of no use by then.
const KEPT: Millis = 90 * 24 * 3_600_000;
/// Milliseconds between two readings of an order at the platform.
const READ_AGAIN: i64 = 5_000;

/// The outcome of the one request and the milliseconds it took.
pub(super) type Flight = Shared<LocalBoxFuture<'static, (Outcome, u32)>>;

/// One intent's object at work.
pub(super) struct Desk {
    pub(super) token: Token,
    pub(super) isolate: Rc<Isolate>,
    pub(super) flight: RefCell<Option<Flight>>,
    storage: Storage,
    ledger: Ledger,
    read_at: Cell<i64>,
    awake: Cell<bool>,
}

impl Desk {
    pub(super) fn new(token: Token, storage: Storage, env: &Env) -> Self {
        Self {
            token,
            isolate: Isolate::of(env),
            flight: RefCell::new(None),
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
        if !self.awake.replace(true)
            && let Some(record) = self.record()?
        {
            let effects = self.step(&record, Event::Restarted)?;
            self.plan(&effects).await?;
        }
        Ok(())
    }

    /// Writes the intent down. Tells whether a request may leave.
    pub(super) fn open(
        &self,
        record: Option<Record>,
        fingerprint: Fingerprint,
        store: i64,
        total: Option<Rupiah>,
    ) -> worker::Result<bool> {
        let known = record.map(|record| record.intent).unwrap_or_default();
        let record = Record { intent: known, ..Record::new(fingerprint, store, total) };
        Ok(self.step(&record, Event::Submitted)?.contains(&Effect::Pass))
    }

    /// Applies an event and writes down what follows, without an await.
    fn step(&self, record: &Record, event: Event) -> worker::Result<Vec<Effect>> {
        let (intent, effects) = record.intent.clone().advance(&Policy::SAFE, event, clock::now());
        let next = Record { intent, ..record.clone() };
        if next != *record || event_opens(&effects) {
            self.ledger.write(&next)?;
        }
        Ok(effects)
    }

    fn happens(&self, event: Event) -> worker::Result<Vec<Effect>> {
        match self.record()? {
            Some(record) => self.step(&record, event),
            None => Ok(Vec::new()),
        }
    }

    /// The one request, from its turn to what came of it.
    pub(super) async fn fly(
        self: Rc<Self>,
        account: Scalev,
        order: OrderRequest,
        custom_domain: Option<String>,
    ) -> (Outcome, u32) {
        let flown = self.try_to_fly(&account, order, custom_domain).await;
        // It has landed: who comes from here on is answered from the record.
        self.flight.replace(None);
        let planned = match &flown {
            Ok((_, _, effects)) => self.plan(effects).await,
            Err(_) => Ok(()),
        };
        if flown.is_err() || planned.is_err() {
            // What could not be written down is as lost as after a restart: whoever asks next finds out.
            self.awake.set(false);
        }
        flown.map_or((Outcome::Confirming, 0), |(outcome, ms, _)| (outcome, ms))
    }

    async fn try_to_fly(
        &self,
        account: &Scalev,
        order: OrderRequest,
        custom_domain: Option<String>,
    ) -> worker::Result<(Outcome, u32, Vec<Effect>)> {
        if let Err(busy) = gate::pass(&self.isolate, &account.key, Urgency::Order).await {
            self.happens(Event::Withdrawn)?;
            return Ok((Outcome::Failed(busy), 0, Vec::new()));
        }
        let effects = self.happens(Event::Permitted)?;
        if !effects.iter().any(|effect| matches!(effect, Effect::Post { .. })) {
            return Ok((Outcome::Confirming, 0, Vec::new()));
        }
        self.plan(&effects).await?;
        let metadata =
            OrderMetadata { tumbas_token: self.token.to_string(), custom_domain_full_url: custom_domain };
        let order = OrderRequest { metadata: Some(metadata), ..order };
        let began = clock::now();
        let answer = send_now(&scalev::place(account, &order)).await;
        let ms = clock::since(began);
        let answer = answer.and_then(|answer| scalev::placed(&answer, self.token.as_str(), clock::seconds()));
        self.read_at.set(clock::now());
        let effects = self.happens(Event::Answered(reply(&answer)))?;
        let outcome = self.keep(answer)?;
        Ok((outcome, ms, effects))
    }

    /// Writes down the order of an answer. Tells what those who wait are told.
    fn keep(&self, answer: Result<shared::v3::Order, PlatformError>) -> worker::Result<Outcome> {
        match answer {
            Ok(order) => {
                Placed::withheld(&order).for_each(|member| write(&Withheld { member }));
                if let Some(placed) = Placed::new(order) {
                    self.ledger.place(&placed)?;
                }
            }
            Err(error) if error.is_known_not_executed() => return Ok(Outcome::Failed(error)),
            Err(error) => write(&Unconfirmed { reason: &error }),
        }
        Ok(self.record()?.map_or(Outcome::Confirming, |record| record.outcome()))
    }

    /// What an alarm is for: to look, to wait on, or to forget.
    pub(super) async fn tend(&self) -> worker::Result<()> {
        self.wake_up().await?;
        let Some((_, opened_at)) = self.ledger.read()? else {
            return self.storage.delete_all().await;
        };
        if clock::now() >= opened_at.saturating_add(KEPT) {
            return self.storage.delete_all().await;
        }
        let mut effects = self.happens(Event::Woke)?;
        if effects.contains(&Effect::Look) {
            effects = self.look().await?;
        }
        self.plan(&effects).await?;
        self.read_unread().await
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

    /// Sets the alarm that follows, and tells what is to be told.
    async fn plan(&self, effects: &[Effect]) -> worker::Result<()> {
        let mut wake = None;
        for effect in effects {
            match effect {
                Effect::Wake { at } => wake = Some(*at),
                Effect::Tell(notice) => write(&Told { notice: *notice }),
                Effect::Pass | Effect::Post { .. } | Effect::Look => {}
            }
        }
        let Some((record, opened_at)) = self.ledger.read()? else { return Ok(()) };
        let wake = match wake {
            Some(at) => at,
            None if record.intent.is_settled() => opened_at.saturating_add(KEPT),
            None => return Ok(()),
        };
        let ms = u64::try_from(wake.saturating_sub(clock::now())).unwrap_or(0);
        self.storage.set_alarm(Duration::from_millis(ms)).await
    }

    /// Where the order stands, read again when the platform may know more.
    pub(super) async fn show(&self) -> worker::Result<(Outcome, bool, u32)> {
        let began = clock::now();
        self.read_unread().await?;
        match self.record()?.map_or(Outcome::Missing, |record| record.outcome()) {
            Outcome::Placed(placed)
                if placed.is_moving() && began.saturating_sub(self.read_at.get()) >= READ_AGAIN =>
            {
                self.read_at.set(began);
                let later = self.ask(&placed.id).await;
                let placed = later.map_or(placed.clone(), |later| placed.updated(later));
                self.ledger.place(&placed)?;
                Ok((Outcome::Placed(placed), false, clock::since(began)))
            }
            outcome => Ok((outcome, false, clock::since(began))),
        }
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

/// The first record of an intent is written even when nothing in it changed.
fn event_opens(effects: &[Effect]) -> bool {
    effects.contains(&Effect::Pass)
}
