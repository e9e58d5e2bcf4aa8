//! One delivery: the same body and id however often it is tried.

use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;

use super::event::Event;
use crate::sandbox::identity;
use crate::sandbox::order::Order;

/// Attempts before the platform gives up. The vendor publishes no number.
const ATTEMPTS: usize = 10;

/// Something told, and how it was taken.
#[derive(Debug, Clone, Serialize)]
pub struct Delivery {
    /// Counts from 1, over resets too.
    pub number: u64,
    /// `order.created`, …
    pub event: &'static str,
    /// `event_…`: what the receiver tells repetitions by.
    pub unique_id: String,
    /// The key of the order.
    pub order: String,
    /// The exact bytes.
    pub body: String,
    /// Where it stands.
    pub standing: Standing,
    /// Every attempt so far.
    pub attempts: Vec<Attempt>,
    #[serde(skip)]
    pub(super) due: Timestamp,
}

/// Where a delivery stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It will be sent, or sent again.
    Waiting,
    /// A 2xx acknowledged it.
    Delivered,
    /// It failed too often.
    GivenUp,
}

/// One attempt to deliver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attempt {
    /// When the answer was there, in Unix milliseconds.
    pub at_ms: i64,
    /// What was answered; nothing when nobody did.
    pub status: Option<u16>,
    /// Why nobody did.
    pub error: Option<String>,
}

impl Attempt {
    pub(in crate::sandbox) fn new(outcome: Result<u16, String>) -> Self {
        let at_ms = Timestamp::now().as_millisecond();
        match outcome {
            Ok(status) => Self { at_ms, status: Some(status), error: None },
            Err(error) => Self { at_ms, status: None, error: Some(error) },
        }
    }

    /// Any 2xx acknowledges.
    pub fn is_good(&self) -> bool {
        self.status.is_some_and(|status| (200..300).contains(&status))
    }
}

impl Delivery {
    pub(super) fn new(number: u64, event: Event, order: &Order) -> Self {
        let unique_id = identity::event_id();
        Self {
            number,
            event: event.name(),
            body: event.body(&unique_id, order),
            unique_id,
            order: order.id.clone(),
            standing: Standing::Waiting,
            attempts: Vec::new(),
            due: Timestamp::now(),
        }
    }

    pub(super) fn is_waiting(&self) -> bool {
        self.standing == Standing::Waiting
    }

    /// Notes how it was taken; a failure is tried again, each time twice as late.
    pub(super) fn note(&mut self, attempt: Attempt, retry: Duration) {
        let is_good = attempt.is_good();
        self.attempts.push(attempt);
        if is_good {
            self.standing = Standing::Delivered;
        } else if self.is_waiting() && self.attempts.len() >= ATTEMPTS {
            self.standing = Standing::GivenUp;
        } else {
            let times = 1 << (self.attempts.len() - 1).min(ATTEMPTS);
            self.due = Timestamp::now() + retry * times;
        }
    }
}
