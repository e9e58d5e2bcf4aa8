//! The one request, from its turn at the gate to what came of it.

use std::rc::Rc;

use futures_util::FutureExt as _;
use futures_util::future::{LocalBoxFuture, Shared, try_join_all};
use shared::v3::{Order, OrderMetadata, OrderRequest};

use super::chaos::{self, Mistake, Moment};
use super::desk::Desk;
use super::gate::{self, Departure, Turn};
use super::isolate::write;
use super::send::{in_turn, send_now};
use super::{clock, nonce};
use crate::gate::Urgency;
use crate::intent::{Effect, Event, Millis};
use crate::log::{Unconfirmed, Withheld};
use crate::orders::{Dispatch, Outcome, Placed, reply};
use crate::platform::{Errand, Incoming, OrderPlatform, Outgoing, Platform, PlatformError, Said};
use crate::seal;

/// The outcome of the one request and the milliseconds it took.
pub(super) type Flight = Shared<LocalBoxFuture<'static, (Outcome, u32)>>;

/// Once, and never again, whatever comes of it.
async fn send_once(call: &Outgoing) -> Result<Incoming, PlatformError> {
    let answer = send_now(call).await;
    let is_good = answer.as_ref().is_ok_and(|answer| answer.status < 500);
    if !is_good && chaos::makes(Mistake::SendAgain) {
        return send_now(call).await;
    }
    answer
}

impl Desk {
    /// Begins the flight, which everybody who asks meanwhile joins.
    pub(super) fn take_off(self: &Rc<Self>, dispatch: Dispatch) -> Flight {
        let flight = Rc::clone(self).fly(dispatch).boxed_local().shared();
        self.flight.replace(Some(flight.clone()));
        flight
    }

    async fn fly(self: Rc<Self>, dispatch: Dispatch) -> (Outcome, u32) {
        let flown = match self.isolate.platform(Platform::of(&dispatch.order.store_unique_id)) {
            Ok(platform) => self.try_to_fly(platform, dispatch).await,
            Err(_) => Err("the platform is off".into()),
        };
        // It has landed: who comes from here on is answered from the record.
        self.flight.replace(None);
        if flown.is_err() || self.plan().await.is_err() {
            self.fall_asleep();
        }
        flown.unwrap_or((Outcome::Confirming, 0))
    }

    async fn try_to_fly(
        &self,
        platform: &dyn OrderPlatform,
        dispatch: Dispatch,
    ) -> worker::Result<(Outcome, u32)> {
        chaos::reach(Moment::Opened, &self.token).await;
        let order = self.order(&dispatch);
        let call = match self.take_turn(platform, &dispatch, &order).await? {
            Ok(call) => call,
            Err(outcome) => {
                if matches!(outcome, Outcome::Waiting { .. }) {
                    self.hold(dispatch)?;
                }
                return Ok((outcome, 0));
            }
        };
        chaos::reach(Moment::Registered, &self.token).await;
        let effects = self.happens(Event::Permitted)?;
        if !effects.iter().any(|effect| matches!(effect, Effect::Post { .. })) {
            return Ok((Outcome::Confirming, 0));
        }
        self.plan().await?;
        chaos::reach(Moment::Fenced, &self.token).await;
        let began = clock::now();
        let answer = send_once(&call).await;
        let ms = clock::since(began);
        chaos::reach(Moment::Answered, &self.token).await;
        let answer =
            answer.and_then(|answer| platform.read_placed(&answer, self.token.as_str(), clock::seconds()));
        self.has_read();
        self.happens(Event::Answered(reply(&answer)))?;
        let outcome = self.keep(answer, dispatch)?;
        chaos::reach(Moment::Written, &self.token).await;
        match outcome {
            Outcome::Placed(placed) => {
                if platform.is_read_back() {
                    self.read_again(&placed, Urgency::Order).await?;
                } else {
                    self.read_public().await?;
                }
                let outcome = self.record()?.map(|record| record.outcome(clock::now()));
                Ok((outcome.unwrap_or(Outcome::Placed(placed)), clock::since(began)))
            }
            outcome => Ok((outcome, ms)),
        }
    }

    /// The payload, with what we store with it to find it again.
    fn order(&self, dispatch: &Dispatch) -> OrderRequest {
        let metadata = OrderMetadata {
            tumbas_token: self.token.to_string(),
            custom_domain_full_url: dispatch.custom_domain.clone(),
            attribution: dispatch.attribution.clone(),
        };
        OrderRequest { metadata: Some(metadata), ..dispatch.order.clone() }
    }

    /// Waits for its turn at the gate, then does what comes before the order.
    /// Tells what became of it when it cannot leave.
    async fn take_turn(
        &self,
        platform: &dyn OrderPlatform,
        dispatch: &Dispatch,
        order: &OrderRequest,
    ) -> worker::Result<Result<Outgoing, Outcome>> {
        let Some(record) = self.record()? else { return Ok(Err(Outcome::Missing)) };
        let departure = Departure {
            token: &self.token,
            store: record.store,
            likeness: dispatch.likeness.as_deref(),
            confirmed: dispatch.confirmed,
        };
        let (event, outcome) = match gate::turn(&self.isolate, platform.key(), &departure).await {
            Ok(Turn::Go) => match errands(platform, order).await {
                Ok(call) => return Ok(Ok(call)),
                Err(error) => staying(error),
            },
            Ok(Turn::Duplicate(first)) => (Event::Withdrawn, Outcome::Duplicate { first }),
            Err(error) => staying(error),
        };
        self.happens(event)?;
        Ok(Err(self.waiting()?.unwrap_or(outcome)))
    }

    fn waiting(&self) -> worker::Result<Option<Outcome>> {
        let outcome = self.record()?.map(|record| record.outcome(clock::now()));
        Ok(outcome.filter(|outcome| matches!(outcome, Outcome::Waiting { .. })))
    }

    /// Writes down what came of it, in one commit with the answer. Tells what
    /// those who wait are told.
    fn keep(&self, answer: Result<Order, PlatformError>, dispatch: Dispatch) -> worker::Result<Outcome> {
        match answer {
            Ok(order) => {
                Placed::withheld(&order).for_each(|member| write(&Withheld { member }));
                if let Some(placed) = Placed::new(order) {
                    self.ledger.change(|record| record.answered(placed, clock::now()))?;
                }
            }
            Err(error) if error.is_known_not_executed() => {
                return match self.waiting()? {
                    Some(waiting) => self.hold(dispatch).map(|()| waiting),
                    None => Ok(Outcome::Failed(error)),
                };
            }
            Err(error) => write(&Unconfirmed { reason: &error }),
        }
        Ok(self.record()?.map_or(Outcome::Confirming, |record| record.outcome(clock::now())))
    }

    /// Keeps a request that waits: sealed, or in memory when there is no
    /// secret. The shopper was asked about equal orders already.
    fn hold(&self, dispatch: Dispatch) -> worker::Result<()> {
        let dispatch = Dispatch { confirmed: true, ..dispatch };
        let quotes = self.isolate.config.quotes.as_ref();
        let sealed = quotes.zip(nonce::draw()).and_then(|(quotes, nonce)| {
            seal::seal(&quotes.secrets, self.token.as_str(), nonce, &serde_json::to_vec(&dispatch).ok()?)
        });
        let Some(sealed) = sealed else {
            self.held.replace(Some(dispatch));
            return Ok(());
        };
        self.ledger.destroy()?;
        self.ledger.seal(sealed)
    }

    fn held(&self) -> worker::Result<Option<Dispatch>> {
        if let Some(dispatch) = self.held.take() {
            return Ok(Some(dispatch));
        }
        let quotes = self.isolate.config.quotes.as_ref();
        let text = quotes
            .zip(self.ledger.sealed()?)
            .and_then(|(quotes, sealed)| seal::open(&quotes.secrets, self.token.as_str(), &sealed));
        Ok(text.and_then(|text| serde_json::from_slice(&text).ok()))
    }

    /// Sends what waited. What cannot be opened any more is given up.
    pub(super) async fn send_again(self: &Rc<Self>) -> worker::Result<()> {
        let is_on = |dispatch: &Dispatch| {
            self.isolate.platform(Platform::of(&dispatch.order.store_unique_id)).is_ok()
        };
        let Some(dispatch) = self.held()?.filter(is_on) else {
            return self.happens(Event::GivenUp).map(drop);
        };
        self.take_off(dispatch).await;
        Ok(())
    }
}

/// Rounds of questions before an order, at most.
const ROUNDS_MAX: usize = 4;

/// Asks before everybody who wants less than an order.
async fn first(call: &Outgoing) -> Said<Incoming> {
    in_turn(call, Urgency::Order).await
}

/// Everything that comes before the order, up to the call that makes it.
async fn errands(platform: &dyn OrderPlatform, order: &OrderRequest) -> Said<Outgoing> {
    let mut heard = Vec::new();
    for _ in 0..ROUNDS_MAX {
        match platform.errand(order, &heard, clock::seconds())? {
            Errand::Place(call) => return Ok(call),
            Errand::Ask(calls) => heard.push(try_join_all(calls.iter().map(first)).await?),
        }
    }
    Err(PlatformError::Malformed)
}

/// Nothing has left: it goes later, or not at all.
fn staying(error: PlatformError) -> (Event, Outcome) {
    let event = match &error {
        PlatformError::Busy { retry_after } => {
            Event::Postponed { wait: Millis::from(*retry_after).saturating_mul(1_000) }
        }
        _ => Event::Withdrawn,
    };
    (event, Outcome::Failed(error))
}
