//! Which changes of an intent are told.

use serde::{Deserialize, Serialize};

use crate::intent::Stage;
use crate::orders::{Placed, Record};

/// A change that is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// There is an order.
    #[serde(rename = "order.placed")]
    Placed,
    /// It was paid.
    #[serde(rename = "order.paid")]
    Paid,
    /// It was called off.
    #[serde(rename = "order.canceled")]
    Canceled,
    /// Nothing was ordered after all: the shopper may want a call.
    #[serde(rename = "order.absent")]
    Absent,
    /// A person has to look whether there is an order.
    #[serde(rename = "order.review")]
    Review,
    /// There are several orders where one was wanted.
    #[serde(rename = "order.duplicated")]
    Duplicated,
    /// The sale, as advertising systems count it: the money is there, or cash
    /// is to be had for what the seller confirmed.
    #[serde(rename = "conversion.purchase")]
    Purchase,
}

impl Kind {
    /// Every one of them.
    pub const ALL: [Self; 7] = [
        Self::Placed,
        Self::Paid,
        Self::Canceled,
        Self::Absent,
        Self::Review,
        Self::Duplicated,
        Self::Purchase,
    ];

    /// As it is told.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Placed => "order.placed",
            Self::Paid => "order.paid",
            Self::Canceled => "order.canceled",
            Self::Absent => "order.absent",
            Self::Review => "order.review",
            Self::Duplicated => "order.duplicated",
            Self::Purchase => "conversion.purchase",
        }
    }

    /// Whether this is so of an intent.
    fn holds(self, record: &Record) -> bool {
        let placed = record.placed.as_ref();
        match self {
            Self::Placed => !record.intent.orders.is_empty(),
            Self::Paid => placed.is_some_and(Placed::is_paid),
            Self::Purchase => record.is_sold(),
            Self::Canceled => placed.is_some_and(|placed| placed.status == "canceled"),
            Self::Absent => record.intent.stage == Stage::Absent,
            Self::Review => record.intent.stage == Stage::Review,
            Self::Duplicated => record.intent.stage == Stage::Duplicated,
        }
    }
}

/// What is so now and was not before.
pub fn arising(before: Option<&Record>, after: &Record) -> Vec<Kind> {
    let is_new = |kind: &Kind| kind.holds(after) && !before.is_some_and(|before| kind.holds(before));
    Kind::ALL.into_iter().filter(is_new).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use shared::v3::PaymentMethodCode;

    use super::*;
    use crate::intent::{Event, Fence, Intent, Reply};
    use crate::orders::{Fingerprint, Receipt};

    fn record(stage: Stage) -> Record {
        let fences = vec![Fence { at: 0, deadline: 1, settled: false }];
        let intent = Intent { stage, fences, ..Intent::default() };
        Record { intent, ..Record::new(Fingerprint::stored("a".into()), 1, Receipt::default()) }
    }

    fn placed(status: &str, payment: &str) -> Placed {
        let json = serde_json::json!({ "id": "1", "status": status, "payment_status": payment });
        Placed::new(serde_json::from_value(json).unwrap()).unwrap()
    }

    #[test]
    fn an_order_is_told_when_it_is_there_and_never_again() {
        let before = record(Stage::Dispatching);
        let (after, _) = before.advance(Event::Answered(Reply::Order("1".into())), 0);
        assert_eq!(arising(Some(&before), &after), [Kind::Placed]);
        assert_eq!(arising(Some(&after), &after), []);
        let (doubled, _) = after.advance(Event::Told { order: "2".into() }, 0);
        assert_eq!(arising(Some(&after), &doubled), [Kind::Duplicated]);
    }

    #[test]
    fn payment_and_the_end_are_told_once() {
        let with = |placed: Placed| Record { placed: Some(placed), ..record(Stage::Placed) };
        let (unpaid, paid) = (with(placed("pending", "unpaid")), with(placed("confirmed", "paid")));
        assert_eq!(arising(Some(&unpaid), &paid), [Kind::Paid, Kind::Purchase]);
        assert_eq!(arising(Some(&paid), &with(placed("shipped", "settled"))), []);
        assert_eq!(arising(Some(&unpaid), &with(placed("canceled", "unpaid"))), [Kind::Canceled]);
    }

    /// Cash comes with the parcel: it is sold when the seller says so, and once.
    #[test]
    fn what_is_paid_at_the_door_is_sold_when_it_is_confirmed() {
        let method = Some(PaymentMethodCode::new("cod"));
        let receipt = Receipt { payment_method: method, ..Receipt::default() };
        let with = |status, payment| Record {
            placed: Some(placed(status, payment)),
            receipt: receipt.clone(),
            ..record(Stage::Placed)
        };
        let (pending, confirmed) = (with("pending", "unpaid"), with("confirmed", "unpaid"));
        assert_eq!(arising(Some(&pending), &confirmed), [Kind::Purchase]);
        assert_eq!(arising(Some(&pending), &with("shipped", "unpaid")), [Kind::Purchase]);
        assert_eq!(arising(Some(&confirmed), &with("completed", "paid")), [Kind::Paid]);
        assert_eq!(arising(Some(&pending), &with("rts", "unpaid")), []);
        let by_link = |status| Record { placed: Some(placed(status, "unpaid")), ..record(Stage::Placed) };
        assert_eq!(arising(Some(&by_link("pending")), &by_link("confirmed")), []);
    }

    #[test]
    fn what_a_person_should_know_is_told() {
        let before = record(Stage::Reconciling);
        assert_eq!(arising(Some(&before), &record(Stage::Absent)), [Kind::Absent]);
        assert_eq!(arising(Some(&before), &record(Stage::Review)), [Kind::Review]);
        assert_eq!(arising(None, &record(Stage::Open)), []);
    }

    #[test]
    fn every_kind_is_written_as_it_is_told() {
        for kind in Kind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
    }

    fn any_record() -> impl Strategy<Value = Record> {
        let stages = [Stage::Dispatching, Stage::Reconciling, Stage::Placed, Stage::Review, Stage::Absent];
        let known = vec!["pending", "confirmed", "canceled"];
        let paid = vec!["unpaid", "paid", "settled", "conflict"];
        let order = (prop::sample::select(known), prop::sample::select(paid));
        let stage = prop::sample::select(stages.to_vec());
        let method = prop::sample::select(vec!["cod", "qris"]);
        (stage, 0..3_usize, prop::option::of(order), method).prop_map(|(stage, orders, order, method)| {
            let mut record = record(stage);
            record.receipt.payment_method = Some(PaymentMethodCode::new(method));
            record.intent.orders = (0..orders).map(|id| id.to_string()).collect();
            Record { placed: order.map(|(status, payment)| placed(status, payment)), ..record }
        })
    }

    proptest! {
        /// Whatever is written in whatever order: what was ever so was told when it became so.
        #[test]
        fn no_change_is_forgotten(history in prop::collection::vec(any_record(), 1..12)) {
            let mut told = Vec::new();
            let mut before = None;
            for record in &history {
                told.extend(arising(before, record));
                for kind in Kind::ALL {
                    prop_assert!(!kind.holds(record) || told.contains(&kind), "{kind:?}");
                }
                before = Some(record);
            }
            let ever = |kind: &Kind| history.iter().any(|record| kind.holds(record));
            prop_assert!(told.iter().all(ever));
        }
    }
}
