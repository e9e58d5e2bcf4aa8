//! What the platform tells by itself: signed, at least once, in no promised order
//! (scalev-v3 §4).
//!
//! ```no_run
//! use tumbas_tests::sandbox::{Endpoint, Options, Release, Sandbox, WEBHOOK_SECRET};
//!
//! let sandbox = Sandbox::start(Options::default())?;
//! sandbox.subscribe(Endpoint::new("http://127.0.0.1:8787/webhooks/scalev", WEBHOOK_SECRET)).unwrap();
//! sandbox.hold_webhooks();
//! // … orders are made and paid …
//! sandbox.release_webhooks(&Release::shuffled(7).copies(5));
//! # Ok::<(), std::io::Error>(())
//! ```

mod delivery;
mod endpoint;
mod event;
mod post;
mod power;
mod release;
mod sender;
mod sign;

use jiff::Timestamp;

pub use delivery::{Attempt, Delivery, Standing};
pub use endpoint::{Endpoint, WEBHOOK_SECRET};
pub(super) use event::Event;
pub(super) use post::exchange;
pub use power::Forgery;
pub use release::{Release, Sequence};
pub(super) use sender::run;
pub use sign::{HEADER, sign};

use super::order::Order;

/// Who is told, what was told, and what waits.
#[derive(Debug, Clone, Default)]
pub(super) struct Webhooks {
    endpoint: Option<Endpoint>,
    deliveries: Vec<Delivery>,
    is_held: bool,
    last_number: u64,
}

impl Webhooks {
    /// Everything told so far, oldest first.
    pub(super) fn deliveries(&self) -> &[Delivery] {
        &self.deliveries
    }

    pub(super) fn endpoint(&self) -> Option<&Endpoint> {
        self.endpoint.as_ref()
    }

    pub(super) fn set_endpoint(&mut self, endpoint: Option<Endpoint>) {
        self.endpoint = endpoint;
    }

    pub(super) fn is_held(&self) -> bool {
        self.is_held
    }

    /// Nothing leaves from now on; what happens is kept.
    pub(super) fn hold(&mut self) {
        self.is_held = true;
    }

    /// The same endpoint with nothing told. Numbers go on, so that an attempt that is
    /// under way is not written to another delivery.
    pub(super) fn afresh(&self) -> Self {
        Self { endpoint: self.endpoint.clone(), last_number: self.last_number, ..Self::default() }
    }

    /// Tells of an order, when somebody wants to know.
    pub(super) fn tell(&mut self, event: Event, order: &Order) {
        if self.endpoint.as_ref().is_some_and(|endpoint| endpoint.wants(event)) {
            self.last_number += 1;
            self.deliveries.push(Delivery::new(self.last_number, event, order));
        }
    }

    /// Lets what was held go, in another order if wished.
    pub(super) fn release(&mut self, release: &Release) {
        self.is_held = false;
        let (waiting, done) =
            std::mem::take(&mut self.deliveries).into_iter().partition(Delivery::is_waiting);
        self.deliveries = done;
        for mut delivery in release.arrange(waiting) {
            // A copy is a delivery of its own with the same body.
            if self.deliveries.iter().any(|known| known.number == delivery.number) {
                self.last_number += 1;
                delivery.number = self.last_number;
            }
            self.deliveries.push(delivery);
        }
    }

    /// The first delivery that is due, or when the next will be.
    fn next(&self, now: Timestamp) -> Result<&Delivery, Option<Timestamp>> {
        if self.is_held || self.endpoint.is_none() {
            return Err(None);
        }
        let mut waiting = self.deliveries.iter().filter(|delivery| delivery.is_waiting());
        let first = waiting.clone().find(|delivery| delivery.due <= now);
        first.ok_or_else(|| waiting.by_ref().map(|delivery| delivery.due).min())
    }

    fn delivery(&mut self, number: u64) -> Option<&mut Delivery> {
        self.deliveries.iter_mut().find(|delivery| delivery.number == number)
    }
}
