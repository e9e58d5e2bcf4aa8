//! The object that owns one intent: it alone sends the one request, and its
//! work outlives whoever asked.
//!
//! From reading the row to writing the fence nothing is awaited, so no other
//! request can come between; from then on, others find the flight and wait
//! for it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::{LocalBoxFuture, Shared};
use shared::v3::{OrderMetadata, OrderRequest};
use worker::{DurableObject, Env, Request, Response, State, Storage, durable_object};

use super::clock;
use super::isolate::{Isolate, write};
use super::ledger::Ledger;
use super::send::send_first;
use crate::config::Scalev;
use crate::log::{Unconfirmed, Withheld};
use crate::orders::{
    Answer, Command, Fingerprint, Next, Outcome, Placed, Settled, Token, judge, recall, settle, show,
};
use crate::platform::{PlatformError, scalev};

/// Days after which the object forgets: links are of no use by then.
const DAYS_KEPT: u64 = 90;
/// Milliseconds between two readings of an order at the platform.
const READ_AGAIN: i64 = 5_000;

/// The outcome of the one request and the milliseconds it took.
type Flight = Shared<LocalBoxFuture<'static, (Outcome, u32)>>;

/// Owns one intent.
#[durable_object(alarm)]
pub struct OrderIntent {
    state: State,
    desk: Option<Rc<Desk>>,
}

struct Desk {
    token: Token,
    storage: Storage,
    ledger: Ledger,
    isolate: Rc<Isolate>,
    flight: RefCell<Option<Flight>>,
    read_at: Cell<i64>,
}

impl DurableObject for OrderIntent {
    fn new(state: State, env: Env) -> Self {
        let desk = Token::from_object_id(&state.id().to_string()).map(|token| {
            Rc::new(Desk {
                token,
                storage: state.storage(),
                ledger: Ledger::new(state.storage().sql()),
                isolate: Isolate::of(&env),
                flight: RefCell::new(None),
                read_at: Cell::new(0),
            })
        });
        Self { state, desk }
    }

    async fn fetch(&self, mut request: Request) -> worker::Result<Response> {
        let command: Command = serde_json::from_slice(&request.bytes().await?)?;
        let desk = self.desk.as_ref().ok_or("an object without an id")?;
        let (outcome, replayed, platform_ms) = match command {
            Command::Place { fingerprint, order, custom_domain } => {
                self.place(desk, &fingerprint, *order, custom_domain).await?
            }
            Command::Recall { fingerprint } => (recall(desk.ledger.read()?.as_ref(), &fingerprint), true, 0),
            Command::Show => desk.show().await?,
        };
        let answer = Answer { token: desk.token.clone(), outcome, replayed, platform_ms };
        Response::from_bytes(serde_json::to_vec(&answer)?)
    }

    async fn alarm(&self) -> worker::Result<Response> {
        self.state.storage().delete_all().await?;
        Response::empty()
    }
}

impl OrderIntent {
    async fn place(
        &self,
        desk: &Rc<Desk>,
        fingerprint: &Fingerprint,
        order: OrderRequest,
        custom_domain: Option<String>,
    ) -> worker::Result<(Outcome, bool, u32)> {
        let Some(account) = desk.isolate.config.scalev.clone() else {
            return Ok((Outcome::Failed(PlatformError::Unauthorized), false, 0));
        };
        let flight = desk.flight.borrow().clone();
        match (judge(desk.ledger.read()?.as_ref(), fingerprint, flight.is_some()), flight) {
            (Next::Answer(outcome), _) => Ok((outcome, true, 0)),
            (Next::Join, Some(flight)) => {
                let (outcome, ms) = flight.await;
                Ok((outcome, true, ms))
            }
            (Next::Join, None) => Ok((Outcome::Confirming, true, 0)),
            (Next::Dispatch, _) => {
                desk.ledger.open(fingerprint)?;
                let metadata = OrderMetadata {
                    tumbas_token: desk.token.to_string(),
                    custom_domain_full_url: custom_domain,
                };
                let order = OrderRequest { metadata: Some(metadata), ..order };
                let flight = Rc::clone(desk).fly(account, order).boxed_local().shared();
                desk.flight.replace(Some(flight.clone()));
                self.state.wait_until(flight.clone().map(drop));
                let (outcome, ms) = flight.await;
                Ok((outcome, false, ms))
            }
        }
    }
}

impl Desk {
    async fn fly(self: Rc<Self>, account: Scalev, order: OrderRequest) -> (Outcome, u32) {
        let began = clock::now();
        let answer = send_first(&scalev::place(&account, &order)).await;
        let ms = clock::since(began);
        let order = answer.and_then(|answer| scalev::placed(&answer, self.token.as_str(), clock::seconds()));
        if let Ok(order) = &order {
            Placed::withheld(order).for_each(|member| write(&Withheld { member }));
        }
        let settled = settle(order);
        self.read_at.set(clock::now());
        // When this fails the row stays pending, which says: answer unknown.
        let _ = self.write_down(&settled);
        self.flight.replace(None);
        let _ = self.storage.set_alarm(Duration::from_hours(24 * DAYS_KEPT)).await;
        (settled.outcome(), ms)
    }

    fn write_down(&self, settled: &Settled) -> worker::Result<()> {
        match settled {
            Settled::Placed(placed) => self.ledger.place(placed),
            Settled::Free(_) => self.ledger.forget(),
            Settled::Unknown(reason) => {
                write(&Unconfirmed { reason });
                self.ledger.lose()
            }
        }
    }

    async fn show(&self) -> worker::Result<(Outcome, bool, u32)> {
        let outcome = show(self.ledger.read()?.as_ref());
        let began = clock::now();
        match outcome {
            Outcome::Placed(placed)
                if placed.is_moving() && began.saturating_sub(self.read_at.get()) >= READ_AGAIN =>
            {
                self.read_at.set(began);
                let placed = self.read_again(placed).await;
                Ok((Outcome::Placed(placed), false, clock::since(began)))
            }
            outcome => Ok((outcome, false, 0)),
        }
    }

    /// The order as the platform has it now, or as we know it.
    async fn read_again(&self, placed: Placed) -> Placed {
        let account = self.isolate.config.scalev.as_ref();
        let Some(call) = account.and_then(|account| scalev::show(account, &placed.id)) else { return placed };
        let answer = send_first(&call).await.and_then(|answer| scalev::read_order(&answer, clock::seconds()));
        let Some(later) = answer.ok().and_then(Placed::new) else { return placed };
        let placed = placed.updated(later);
        let _ = self.ledger.place(&placed);
        placed
    }
}
