//! The object that owns one intent: it alone sends the one request, looks for
//! it when its answer was lost, and outlives whoever asked.
//!
//! What it decides is [`Intent::advance`](crate::intent::Intent::advance); here
//! it is loaded, applied, written down and carried out, in this order.

use std::rc::Rc;
use std::time::Duration;

use futures_util::FutureExt as _;
use worker::{DurableObject, Env, Request, Response, State, durable_object};

use super::desk::Desk;
use super::isolate::write;
use crate::log::Untended;
use crate::orders::{Answer, Command, Next, Outcome, Token, judge, recall};
use crate::platform::PlatformError;

/// Milliseconds after which the object tries again what failed.
const TRY_AGAIN: u64 = 60_000;

/// Owns one intent.
#[durable_object(alarm)]
pub struct OrderIntent {
    state: State,
    desk: Option<Rc<Desk>>,
}

impl DurableObject for OrderIntent {
    fn new(state: State, env: Env) -> Self {
        let desk = Token::from_object_id(&state.id().to_string())
            .map(|token| Rc::new(Desk::new(token, state.storage(), &env)));
        Self { state, desk }
    }

    async fn fetch(&self, mut request: Request) -> worker::Result<Response> {
        let command: Command = serde_json::from_slice(&request.bytes().await?)?;
        let desk = self.desk.as_ref().ok_or("an object without an id")?;
        desk.wake_up().await?;
        let (outcome, replayed, platform_ms) = match command {
            Command::Place { .. } => self.place(desk, command).await?,
            Command::Recall { fingerprint } => (recall(desk.record()?.as_ref(), &fingerprint), true, 0),
            Command::Show => desk.show().await?,
            Command::Hear { news: _ } => desk.show().await?,
            Command::Tend => {
                desk.tend().await?;
                desk.show().await?
            }
        };
        let answer = Answer { token: desk.token.clone(), outcome, replayed, platform_ms };
        Response::from_bytes(serde_json::to_vec(&answer)?)
    }

    /// Never fails: an alarm that fails too often is not called again.
    async fn alarm(&self) -> worker::Result<Response> {
        let tended = match &self.desk {
            Some(desk) => desk.tend().await,
            None => Ok(()),
        };
        if tended.is_err() {
            write(&Untended {});
            let _ = self.state.storage().set_alarm(Duration::from_millis(TRY_AGAIN)).await;
        }
        Response::empty()
    }
}

impl OrderIntent {
    async fn place(&self, desk: &Rc<Desk>, command: Command) -> worker::Result<(Outcome, bool, u32)> {
        let Command::Place { fingerprint, store, total, order, custom_domain } = command else {
            return Ok((Outcome::Missing, false, 0));
        };
        let Some(account) = desk.isolate.config.scalev.clone() else {
            return Ok((Outcome::Failed(PlatformError::Unauthorized), false, 0));
        };
        let record = desk.record()?;
        let flight = desk.flight.borrow().clone();
        match (judge(record.as_ref(), &fingerprint, flight.is_some()), flight) {
            (Next::Answer(outcome), _) => Ok((outcome, true, 0)),
            (Next::Join, Some(flight)) => {
                let (outcome, ms) = flight.await;
                Ok((outcome, true, ms))
            }
            (Next::Join, None) => Ok((Outcome::Confirming, true, 0)),
            (Next::Dispatch, _) => {
                // From reading the record to here nothing was awaited: no other request came between.
                if !desk.open(record, fingerprint, store, total)? {
                    return Ok((Outcome::Confirming, false, 0));
                }
                let flight = Rc::clone(desk).fly(account, *order, custom_domain).boxed_local().shared();
                desk.flight.replace(Some(flight.clone()));
                self.state.wait_until(flight.clone().map(drop));
                let (outcome, ms) = flight.await;
                Ok((outcome, false, ms))
            }
        }
    }
}
