//! The object that all isolates of one platform share. What it decides is in
//! [`gate`](crate::gate); here it is written down and carried out.

use std::cell::RefCell;
use std::rc::Rc;

use futures_util::future::{join_all, join3};
use worker::{DurableObject, Env, State, durable_object};

use super::BINDING;
use super::rows::Rows;
use crate::gate::{Ask, Book, Breaker, Departing, Leave, Limits, Request, Rounds, Urgency, Verdict};
use crate::intent::Millis;
use crate::log::Untended;
use crate::orders::{Command, News, OrderNames, Outcome, Token};
use crate::outbox::Tally;
use crate::platform::{OrderPlatform, Platform};
use crate::worker::alarm::Alarm;
use crate::worker::isolate::{Isolate, write};
use crate::worker::{clock, intent};

/// Milliseconds after which the object tries again what failed.
const TRY_AGAIN: Millis = 60_000;

/// Counts what the platform's key uses, watches the platform's health, and
/// knows the open intents and those whose letters are not taken.
#[durable_object(alarm)]
pub struct StoreGate {
    state: State,
    desk: Rc<Desk>,
}

/// The object at work.
pub(super) struct Desk {
    pub(super) env: Env,
    pub(super) rows: Rows,
    book: RefCell<Book>,
    breaker: RefCell<Breaker>,
    pub(super) alarm: Alarm,
    /// `None` when the seller has left it off since.
    pub(super) platform: Option<Platform>,
    /// When all orders of a silent platform were asked about last.
    pub(super) rounds: Rounds,
}

impl DurableObject for StoreGate {
    fn new(state: State, env: Env) -> Self {
        let platform = platform(&state, &env);
        let (limits, calls) = platform.and_then(|platform| limits(platform, &env)).unwrap_or_default();
        let storage = state.storage();
        let desk = Desk {
            env,
            rows: Rows::new(storage.sql()),
            book: RefCell::new(Book::new(limits)),
            breaker: RefCell::new(Breaker::new(calls.into())),
            alarm: Alarm::new(storage),
            platform,
            rounds: Rounds::default(),
        };
        Self { state, desk: Rc::new(desk) }
    }

    async fn fetch(&self, mut request: worker::Request) -> worker::Result<worker::Response> {
        let ask: Ask = serde_json::from_slice(&request.bytes().await?)?;
        let verdict = match ask.request {
            Request::Receive { hash, news } => self.receive(hash, news).await?,
            _ => self.desk.answer(ask).await?,
        };
        worker::Response::from_bytes(serde_json::to_vec(&verdict)?)
    }

    /// Never fails: an alarm that fails too often is not called again.
    async fn alarm(&self) -> worker::Result<worker::Response> {
        self.desk.tend_surely().await;
        worker::Response::empty()
    }
}

/// Whose gate this object is: that of the platform which is asked with the key of its name.
fn platform(state: &State, env: &Env) -> Option<Platform> {
    let isolate = Isolate::of(env);
    let config = &isolate.config;
    let objects = env.durable_object(BINDING).ok()?;
    let is_for = |platform: &Platform| {
        let names = config.order_platform(*platform).map(OrderPlatform::key_names).unwrap_or_default();
        let ids = names.into_iter().filter_map(|name| objects.id_from_name(name).ok());
        ids.into_iter().any(|id| id.to_string() == state.id().to_string())
    };
    config.platforms_on().find(is_for)
}

/// What a platform bears, and when it counts as unwell.
fn limits(platform: Platform, env: &Env) -> Option<(Limits, u16)> {
    let isolate = Isolate::of(env);
    let config = &isolate.config;
    match platform {
        Platform::Scalev => config.scalev.as_ref().map(|account| (account.limits, account.breaker_calls)),
        Platform::Ngorder => config.ngorder.as_ref().map(|account| (account.limits, account.breaker_calls)),
    }
}

impl StoreGate {
    /// Writes a letter down and answers; it is delivered after that.
    async fn receive(&self, hash: String, news: Option<News>) -> worker::Result<Verdict> {
        let Some(letter) = self.desk.take_in(hash, news, clock::now()).await? else {
            return Ok(Verdict::Known);
        };
        if let Some(letter) = letter {
            let desk = Rc::clone(&self.desk);
            // If it fails the alarm is the second messenger.
            self.state.wait_until(async move { drop(desk.deliver(&letter).await) });
        }
        Ok(Verdict::Noted)
    }
}

impl Desk {
    async fn answer(&self, ask: Ask) -> worker::Result<Verdict> {
        let now = clock::now();
        self.breaker.borrow_mut().hear(ask.seen, now);
        match ask.request {
            Request::Permits { urgency } => return Ok(self.permit(urgency, now)),
            Request::Turn(departing) => return self.turn(&departing, now).await,
            Request::Refused { retry_after } => self.book.borrow_mut().close(retry_after, now),
            Request::Probed { well } => self.breaker.borrow_mut().probed(well, now),
            Request::Settled { token, orders } => self.settle(&token, &orders, now)?,
            Request::Letters { token, tally } => self.count(&token, tally, now).await?,
            Request::Sweep => self.sweep().await?,
            Request::Receive { hash, news } => drop(self.take_in(hash, news, now).await?),
        }
        Ok(Verdict::Noted)
    }

    fn settle(&self, token: &Token, orders: &[OrderNames], now: Millis) -> worker::Result<()> {
        self.rows.settle(token, orders, now)?;
        if self.is_silent(&Isolate::of(&self.env)) {
            self.rows.await_news(token, orders, now)
        } else {
            Ok(())
        }
    }

    async fn count(&self, token: &Token, tally: Tally, now: Millis) -> worker::Result<()> {
        match self.rows.count(token, tally, now)? {
            Some(check) => self.alarm.ring_by(check).await,
            None => Ok(()),
        }
    }

    async fn sweep(&self) -> worker::Result<()> {
        self.tend_surely().await;
        self.ask_around().await?;
        let untaken = self.rows.untaken()?;
        if !untaken.is_nothing() {
            write(&untaken);
        }
        Ok(())
    }

    fn permit(&self, urgency: Urgency, now: Millis) -> Verdict {
        match self.breaker.borrow_mut().ask(now) {
            Leave::Go => self.book.borrow_mut().ask(urgency, now),
            Leave::Probe => Verdict::Probe,
            Leave::Shut { ms } => Verdict::Shut { ms },
        }
    }

    async fn turn(&self, departing: &Departing, now: Millis) -> worker::Result<Verdict> {
        let Departing { token, store, likeness, confirmed } = departing;
        let likeness = likeness.as_deref();
        // From looking for an equal order to writing this one down nothing is
        // awaited: of two that come at once, one is the first.
        if let Some(likeness) = likeness.filter(|_| !confirmed)
            && let Some(first) = self.rows.first_like(likeness, token, now)?
        {
            return Ok(Verdict::Duplicate(first));
        }
        let check = self.rows.open(token, *store, likeness, now)?;
        self.alarm.ring_by(check).await?;
        Ok(self.permit(Urgency::Order, now))
    }

    /// Does what is due, on the alarm or, if that was lost, each minute.
    async fn tend_surely(&self) {
        self.alarm.rang();
        if self.tend().await.is_err() {
            write(&Untended {});
            let _ = self.alarm.ring(clock::now().saturating_add(TRY_AGAIN)).await;
        }
    }

    async fn tend(&self) -> worker::Result<()> {
        let now = clock::now();
        self.rows.forget(now)?;
        let letters = self.rows.take_letters(now)?;
        let overdue = self.rows.take_overdue(now)?;
        let uncarried = self.rows.take_uncarried(now)?;
        let deliveries = join_all(letters.iter().map(|letter| self.deliver(letter)));
        let looks = join_all(overdue.iter().map(|token| self.look_after(token)));
        let carried = join_all(uncarried.iter().map(|token| self.have_carried(token)));
        join3(deliveries, looks, carried).await;
        match self.rows.next_due()? {
            Some(at) => self.alarm.ring(at).await,
            None => Ok(()),
        }
    }

    /// Has an intent do what is due, and hears what became of it.
    async fn look_after(&self, token: &Token) {
        let Some(id) = Token::object_id(token.as_str()) else { return };
        let Ok(answer) = intent::by_id(&self.env, &id, &Command::Tend).await else { return };
        let names = match &answer.outcome {
            Outcome::Placed(placed) => vec![placed.names()],
            outcome if outcome.is_open() => return,
            _ => Vec::new(),
        };
        // What it could not tell by itself, it told now; if this fails it is asked again.
        let _ = self.settle(token, &names, clock::now());
    }
    /// Has an intent's letters carried, and writes down how they stand then.
    async fn have_carried(&self, token: &Token) {
        let Some(id) = Token::object_id(token.as_str()) else { return };
        if let Ok(tally) = intent::carry(&self.env, &id).await {
            // If this fails it is asked again.
            let _ = self.rows.count(token, tally, clock::now());
        }
    }
}
