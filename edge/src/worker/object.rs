//! The object that owns one intent: it alone sends the one request, looks for
//! it when its answer was lost, and outlives whoever asked.
//!
//! What it decides is [`Intent::advance`](crate::intent::Intent::advance); here
//! it is loaded, applied, written down and carried out, in this order.

use std::rc::Rc;

use worker::{DurableObject, Env, Request, Response, State, durable_object};

use super::chaos::{self, Mistake};
use super::clock;
use super::desk::{Desk, TRY_AGAIN};
use super::flight::Flight;
use super::isolate::write;
use super::watch::watch;
use crate::log::Untended;
use crate::orders::{Answer, Command, Next, Outcome, Token, judge, recall};
use crate::platform::Platform;

/// Owns one intent.
#[durable_object(alarm)]
pub struct OrderIntent {
    state: State,
    desk: Option<Rc<Desk>>,
}

impl DurableObject for OrderIntent {
    fn new(state: State, env: Env) -> Self {
        chaos::own(&state);
        let desk = Token::from_object_id(&state.id().to_string())
            .map(|token| Rc::new(Desk::new(token, state.storage(), &env)));
        Self { state, desk }
    }

    async fn fetch(&self, mut request: Request) -> worker::Result<Response> {
        let command: Command = serde_json::from_slice(&request.bytes().await?)?;
        let desk = self.desk.as_ref().ok_or("an object without an id")?;
        desk.wake_up().await?;
        let is_by_token = matches!(command, Command::Show);
        let (outcome, replayed, platform_ms) = match command {
            Command::Place { .. } => self.place(desk, command).await?,
            Command::Recall { fingerprint } => {
                (recall(desk.record()?.as_ref(), &fingerprint, clock::now()), true, 0)
            }
            Command::Show => desk.show().await?,
            Command::Effect { eid } => {
                return match desk.letter(&eid)? {
                    Some(letter) => Response::from_bytes(serde_json::to_vec(&letter)?),
                    None => Ok(Response::empty()?.with_status(404)),
                };
            }
            Command::Done { eid } => {
                desk.taken(&eid).await?;
                (desk.outcome()?, true, 0)
            }
            Command::Undelivered { eid } => {
                desk.undelivered(&eid).await?;
                (desk.outcome()?, true, 0)
            }
            Command::Carry => {
                desk.tend().await?;
                return Response::from_bytes(serde_json::to_vec(&desk.tally()?)?);
            }
            Command::Watch { origin } => return watch(desk, origin).await,
            Command::Hear { news } => {
                desk.hear(&news).await?;
                (desk.outcome()?, false, 0)
            }
            Command::Tend => {
                desk.tend().await?;
                desk.show().await?
            }
        };
        let record = desk.record()?.filter(|_| is_by_token);
        let read_at = record.as_ref().map_or(0, |record| record.read_at);
        let receipt = record.map(|record| Box::new(record.receipt));
        let answer = Answer { token: desk.token.clone(), outcome, replayed, platform_ms, receipt, read_at };
        Response::from_bytes(serde_json::to_vec(&answer)?)
    }

    /// Never fails: an alarm that fails too often is not called again.
    async fn alarm(&self) -> worker::Result<Response> {
        let tended = match &self.desk {
            Some(desk) => desk.tend().await,
            None => Ok(()),
        };
        if tended.is_err()
            && let Some(desk) = &self.desk
        {
            write(&Untended {});
            // When even this fails, the sweep finds it.
            let _ = desk.wake_in(TRY_AGAIN).await;
        }
        Response::empty()
    }
}

impl OrderIntent {
    async fn place(&self, desk: &Rc<Desk>, command: Command) -> worker::Result<(Outcome, bool, u32)> {
        let Command::Place { fingerprint, store, receipt, dispatch } = command else {
            return Ok((Outcome::Missing, false, 0));
        };
        if let Err(off) = desk.isolate.platform(Platform::of(&receipt.store_unique_id)) {
            return Ok((Outcome::Failed(off), false, 0));
        }
        let record = desk.record()?;
        let flight = desk.flight.borrow().clone();
        chaos::dawdle(Mistake::AwaitBeforeClaim).await;
        match (judge(record.as_ref(), &fingerprint, flight.is_some(), clock::now()), flight) {
            (Next::Answer(outcome), _) => Ok((outcome, true, 0)),
            (Next::Join, Some(flight)) => {
                let (outcome, ms) = flight.await;
                Ok((outcome, true, ms))
            }
            (Next::Join, None) => Ok((Outcome::Confirming, true, 0)),
            (Next::Dispatch, _) => {
                // From reading the record to here nothing was awaited that is not ready: no other
                // request came between.
                if !desk.open(record, fingerprint, store, *receipt)? {
                    return Ok((Outcome::Confirming, false, 0));
                }
                let flight = desk.take_off(*dispatch);
                self.state.wait_until(after(flight.clone(), Rc::clone(desk)));
                let (outcome, ms) = flight.await;
                Ok((outcome, false, ms))
            }
        }
    }
}

/// What the shopper need not wait for.
async fn after(flight: Flight, desk: Rc<Desk>) {
    flight.await;
    // What fails here is repeated by the alarm.
    if desk.tell_gate().await.is_ok() {
        let _ = desk.plan().await;
    }
}
