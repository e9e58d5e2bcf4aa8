//! The object that keeps the till's catalogue. What an event means is decided
//! in [`till`](crate::till); here it is written down.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use worker::{DurableObject, Env, Request, Response, State, durable_object};

use super::rows::Rows;
use crate::channel::Board;
use crate::config::Secret;
use crate::intent::Millis;
use crate::log::Untended;
use crate::platform::dealpos::{Event, EventName};
use crate::till::{Ask, Catalogue, Change, Report, Said, Truth};
use crate::worker::alarm::Alarm;
use crate::worker::clock;
use crate::worker::isolate::{Isolate, write};

/// Milliseconds after which the object tries again what failed.
const TRY_AGAIN: Millis = 60_000;
/// Milliseconds for which events gather before the till is asked about them.
const GATHER: Millis = 500;

/// Keeps what the till has told.
#[durable_object(alarm)]
pub struct TillCatalogue {
    desk: Option<Rc<Desk>>,
}

/// The object at work.
pub(super) struct Desk {
    pub(super) isolate: Rc<Isolate>,
    pub(super) rows: Rows,
    /// Leave to ask the till, until it is refused.
    pub(super) leave: RefCell<Option<Secret>>,
    /// What the other channel has of the goods.
    pub(super) board: RefCell<Option<Board>>,
    /// Nothing is sent to the channel before, Unix milliseconds: a call is
    /// under way, or too many were made.
    pub(super) held: Cell<Millis>,
    /// Everything for sale has a row at the channel, whatever was configured before.
    pub(super) is_listed: Cell<bool>,
    catalogue: RefCell<Option<Catalogue>>,
    alarm: Alarm,
}

impl DurableObject for TillCatalogue {
    fn new(state: State, env: Env) -> Self {
        let storage = state.storage();
        let desk = Rows::new(storage.sql()).map(|rows| Desk {
            isolate: Isolate::of(&env),
            rows,
            leave: RefCell::new(None),
            board: RefCell::new(None),
            held: Cell::new(0),
            is_listed: Cell::new(false),
            catalogue: RefCell::new(None),
            alarm: Alarm::new(storage),
        });
        Self { desk: desk.ok().map(Rc::new) }
    }

    async fn fetch(&self, mut request: Request) -> worker::Result<Response> {
        let ask: Ask = serde_json::from_slice(&request.bytes().await?)?;
        let desk = self.desk.as_ref().ok_or("the tables cannot be laid out")?;
        Response::from_bytes(serde_json::to_vec(&desk.answer(ask).await?)?)
    }

    /// Never fails: an alarm that fails too often is not called again.
    async fn alarm(&self) -> worker::Result<Response> {
        if let Some(desk) = &self.desk {
            desk.tend_surely().await;
        }
        Response::empty()
    }
}

impl Desk {
    async fn answer(&self, ask: Ask) -> worker::Result<Said> {
        match ask {
            Ask::Nothing => Ok(Said::Noted),
            Ask::Hear { name, body } => self.hear(name, &body).await,
            Ask::Overlay { known } => self.overlay(known),
            Ask::Report => self.report().map(Said::Report),
            Ask::Paid { body, is_named } => self.hear_paid(&body, is_named),
            Ask::Channel => self.report_channel().map(Said::Channel),
            Ask::Sweep => {
                self.tend_surely().await;
                Ok(Said::Noted)
            }
        }
    }

    async fn hear(&self, name: EventName, body: &str) -> worker::Result<Said> {
        let Ok(event) = Event::read(name, body.as_bytes()) else { return Ok(Said::Unreadable) };
        let now = clock::now();
        let change = self.change(|catalogue| catalogue.hear(event, now))?;
        self.follow_up(&change, now).await?;
        Ok(Said::Noted)
    }

    /// Believes an answer of the till.
    pub(super) async fn learn(&self, truth: Truth) -> worker::Result<()> {
        let now = clock::now();
        let change = self.change(|catalogue| catalogue.learn(truth, now))?;
        self.follow_up(&change, now).await
    }

    /// From reading to writing nothing is awaited. What could not be written
    /// is not remembered either.
    pub(super) fn change(&self, change: impl FnOnce(&mut Catalogue) -> Change) -> worker::Result<Change> {
        let mut catalogue = match self.catalogue.take() {
            Some(catalogue) => catalogue,
            None => self.rows.read()?,
        };
        let change = change(&mut catalogue);
        self.rows.write(&catalogue, &change)?;
        if !change.is_nothing() {
            self.list(&catalogue)?;
        }
        self.catalogue.replace(Some(catalogue));
        Ok(change)
    }

    /// Whatever came of a change is done once such changes have gathered.
    async fn follow_up(&self, change: &Change, now: Millis) -> worker::Result<()> {
        let soon = now.saturating_add(GATHER);
        if self.isolate.config.till.as_ref().is_some_and(|till| till.api.is_some()) {
            for question in &change.questions {
                self.rows.question(question, soon, now)?;
            }
        }
        if self.next_due()?.is_some_and(|due| due <= soon) { self.alarm.ring_by(soon).await } else { Ok(()) }
    }

    fn overlay(&self, known: i64) -> worker::Result<Said> {
        let version = self.rows.version()?;
        if version == known {
            return Ok(Said::Unchanged);
        }
        let overlay = self.with_catalogue(|catalogue| catalogue.overlay(self.outlet()))?;
        Ok(Said::Overlay { version, overlay })
    }

    fn report(&self) -> worker::Result<Report> {
        let open = self.rows.open_questions()?;
        self.with_catalogue(|catalogue| {
            let nameless = catalogue.present().filter(|(_, item, _)| item.sku.is_none()).count();
            Report::new(&catalogue.overlay(self.outlet()), u32::try_from(nameless).unwrap_or(u32::MAX), open)
        })
    }

    pub(super) fn outlet(&self) -> Option<&str> {
        self.isolate.config.till.as_ref()?.outlet.as_deref()
    }

    pub(super) fn with_catalogue<T>(&self, read: impl FnOnce(&Catalogue) -> T) -> worker::Result<T> {
        let mut catalogue = self.catalogue.borrow_mut();
        if catalogue.is_none() {
            *catalogue = Some(self.rows.read()?);
        }
        Ok(read(catalogue.get_or_insert_default()))
    }

    async fn tend_surely(&self) {
        self.alarm.rang();
        if self.tend().await.is_err() {
            write(&Untended {});
            let _ = self.alarm.ring(clock::now().saturating_add(TRY_AGAIN)).await;
        }
    }

    async fn tend(&self) -> worker::Result<()> {
        self.inquire().await?;
        self.sync().await?;
        match self.next_due()? {
            Some(at) => self.alarm.ring(at.max(clock::now().saturating_add(GATHER))).await,
            None => Ok(()),
        }
    }

    /// When there is next something to do.
    fn next_due(&self) -> worker::Result<Option<Millis>> {
        Ok(self.rows.next_due()?.into_iter().chain(self.next_sync()?).min())
    }
}
