//! Reads what the platform keeps apart from an order, while somebody looks at it.

use futures_util::future::join;

use super::clock;
use super::desk::Desk;
use super::send::in_turn;
use crate::gate::Urgency;
use crate::orders::{Answers, Questions, Record};
use crate::platform::{Incoming, OrderPlatform, Outgoing, Said};

impl Desk {
    /// Adds it to what is known, and tells whether anything was asked. A question
    /// that fails is asked at the next look.
    pub(super) async fn read_apart(&self, record: &Record) -> worker::Result<bool> {
        let Some(power) = self.platform(record).ok().and_then(OrderPlatform::apart) else { return Ok(false) };
        let questions = Questions::of(power, record);
        if questions.is_empty() || !self.may_ask(record, &self.apart_at) {
            return Ok(false);
        }
        self.apart_at.set(clock::now());
        let (payments, parcel) = join(ask(questions.payments), ask(questions.parcel)).await;
        let answers = Answers::read(power, [payments, parcel], clock::seconds());
        // While the platform was asked the order may have moved on: only this is added.
        self.ledger.change(|record| record.with_apart(answers))?;
        Ok(true)
    }
}

async fn ask(call: Option<Outgoing>) -> Option<Said<Incoming>> {
    match call {
        Some(call) => Some(in_turn(&call, Urgency::Read).await),
        None => None,
    }
}
