//! The object that keeps the till's catalogue. What an event means is decided
//! in [`till`](crate::till); here it is written down.

use std::cell::RefCell;
use std::rc::Rc;

use worker::{DurableObject, Env, Request, Response, State, durable_object};

use super::rows::Rows;
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
        self.ask_later(&change, now).await?;
        Ok(Said::Noted)
    }

    /// Believes an answer of the till.
    pub(super) async fn learn(&self, truth: Truth) -> worker::Result<()> {
        let now = clock::now();
        let change = self.change(|catalogue| catalogue.learn(truth, now))?;
        self.ask_later(&change, now).await
    }

    /// From reading to writing nothing is awaited. What could not be written
    /// is not remembered either.
    fn change(&self, change: impl FnOnce(&mut Catalogue) -> Change) -> worker::Result<Change> {
        let mut catalogue = match self.catalogue.take() {
            Some(catalogue) => catalogue,
            None => self.rows.read()?,
        };
        let change = change(&mut catalogue);
        self.rows.write(&catalogue, &change)?;
        self.catalogue.replace(Some(catalogue));
        Ok(change)
    }

    async fn ask_later(&self, change: &Change, now: Millis) -> worker::Result<()> {
        if self.isolate.config.till.as_ref().is_none_or(|till| till.api.is_none()) {
            return Ok(());
        }
        for question in &change.questions {
            self.rows.question(question, now.saturating_add(GATHER), now)?;
        }
        if change.questions.is_empty() {
            Ok(())
        } else {
            self.alarm.ring_by(now.saturating_add(GATHER)).await
        }
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

    fn outlet(&self) -> Option<&str> {
        self.isolate.config.till.as_ref()?.outlet.as_deref()
    }

    fn with_catalogue<T>(&self, read: impl FnOnce(&Catalogue) -> T) -> worker::Result<T> {
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
        match self.rows.next_due()? {
            Some(at) => self.alarm.ring(at.max(clock::now().saturating_add(GATHER))).await,
            None => Ok(()),
        }
    }
}
