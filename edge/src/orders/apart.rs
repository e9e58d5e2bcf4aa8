//! What a platform keeps apart from an order, asked for while somebody looks.

use shared::value::Rupiah;
use shared::wire::{Movement, ParcelStep};

use super::{Details, Placed, Record};
use crate::platform::{Apart, Incoming, Outgoing, Said};

/// What is to be asked.
#[derive(Debug, Default)]
pub struct Questions {
    /// What was paid, of an order that is paid in parts.
    pub payments: Option<Outgoing>,
    /// Where the parcel is, until it is known to have arrived.
    pub parcel: Option<Outgoing>,
}

/// What was answered; `None` for what was not asked, or could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    paid: Option<Rupiah>,
    movements: Option<Vec<Movement>>,
}

impl Questions {
    /// Of an order as it is known.
    pub fn of(power: &dyn Apart, record: &Record) -> Self {
        let Some(placed) = &record.placed else { return Self::default() };
        let (id, service) = (placed.id.as_str(), record.receipt.courier_service_id);
        let waybill = placed.details.tracking_number.as_deref().filter(|_| placed.may_travel());
        Self {
            payments: placed.is_paid_in_part().then(|| power.payments(id)).flatten(),
            parcel: waybill.zip(service).and_then(|(waybill, service)| power.parcel(id, waybill, service)),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.payments.is_none() && self.parcel.is_none()
    }
}

impl Answers {
    /// What the answers to both questions say.
    pub fn read(power: &dyn Apart, answers: [Option<Said<Incoming>>; 2], now: i64) -> Self {
        let [payments, parcel] = answers.map(|answer| answer.and_then(Result::ok));
        Self {
            paid: payments.and_then(|answer| power.read_payments(&answer, now).ok()),
            movements: parcel.and_then(|answer| power.read_parcel(&answer, now).ok()),
        }
    }
}

impl Record {
    /// With what is known apart from the order, which is of no state.
    #[must_use]
    pub fn with_apart(self, known: Answers) -> Self {
        let add = |placed: Placed| {
            let later = Details {
                paid: known.paid,
                movements: known.movements.unwrap_or_default(),
                ..Details::default()
            };
            Placed { details: placed.details.updated(later), ..placed }
        };
        Self { placed: self.placed.map(add), ..self }
    }
}

impl Placed {
    /// Whether more may be heard of its parcel.
    fn may_travel(&self) -> bool {
        match self.details.movements.last() {
            Some(last) => last.step != ParcelStep::Delivered && self.is_moving(),
            None => true,
        }
    }

    /// What was paid of it, in rupiah, while it is paid in parts.
    pub fn paid_so_far(&self) -> Option<Rupiah> {
        self.details.paid.filter(|_| self.is_paid_in_part())
    }

    /// Whether a part of the money is there, as far as anybody said.
    fn is_paid_in_part(&self) -> bool {
        self.payment_status.as_deref() == Some("part_paid")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::orders::{Fingerprint, Receipt};
    use crate::platform::OrderPlatform;
    use crate::platform::ngorder::tests::{account, ok};

    const PAYMENTS: &str =
        include_str!("../../../tests/fixtures/ngorder/order_payment_history.response.json");
    const PARCEL: &str = include_str!("../../../tests/fixtures/ngorder/expedition_tracking.response.json");

    fn record(json: &str) -> Record {
        let receipt = Receipt { courier_service_id: Some(57), ..Receipt::default() };
        let placed = Placed::new(serde_json::from_str(json).unwrap());
        Record { placed, ..Record::new(Fingerprint::stored("a".into()), 1, receipt) }
    }

    fn asked(json: &str) -> (bool, bool) {
        let questions = Questions::of(account().apart().unwrap(), &record(json));
        (questions.payments.is_some(), questions.parcel.is_some())
    }

    #[test]
    fn only_what_may_have_an_answer_is_asked() {
        assert_eq!(asked(r#"{"id":"7","payment_status":"unpaid"}"#), (false, false));
        assert_eq!(asked(r#"{"id":"7","payment_status":"part_paid"}"#), (true, false));
        assert_eq!(asked(r#"{"id":"7","payment_status":"settled","shipment_receipt":"JP1"}"#), (false, true));
        let unknown =
            Record { receipt: Receipt::default(), ..record(r#"{"id":"7","shipment_receipt":"JP1"}"#) };
        assert!(Questions::of(account().apart().unwrap(), &unknown).is_empty());
    }

    #[test]
    fn what_was_known_stays_when_nothing_is_answered() {
        let ngorder = account();
        let power = ngorder.apart().unwrap();
        let answers = [PAYMENTS, PARCEL].map(ok);
        let known = record(r#"{"id":"7","shipment_receipt":"JP1"}"#).with_apart(Answers::read(
            power,
            answers.map(|one| Some(Ok(one))),
            0,
        ));
        let placed = known.placed.clone().unwrap();
        assert_eq!((placed.details.paid, placed.details.movements.len()), (Some(Rupiah::new(226_947)), 6));
        let in_part = Placed { payment_status: Some("part_paid".into()), ..placed.clone() };
        assert_eq!((placed.paid_so_far(), in_part.paid_so_far()), (None, in_part.details.paid));
        // It was handed over: there is no more to hear.
        assert!(Questions::of(power, &known).is_empty());
        let odd = [Some(Ok(ok("<html>"))), None];
        assert_eq!(known.clone().with_apart(Answers::read(power, odd, 0)), known);
    }
}
