//! `order.paid`, the one thing it tells (platforms §3.2).

use serde::{Deserialize, Serialize};
use serde_json::Value;
use shared::value::Rupiah;

use crate::platform::loose::{list, money, number, text};

/// The largest whole number that JSON keeps exact.
const ID_MAX: u64 = 9_007_199_254_740_991;

/// Something it tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// An order is paid, so it says.
    Paid(PaidOrder),
    /// Something that we do not know.
    Other,
}

/// An order of its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PaidOrder {
    /// Counts over all stores.
    pub id: u64,
    /// Whose store.
    #[serde(deserialize_with = "text")]
    pub store_slug: Option<String>,
    /// With fees, tax, tip, delivery and discount in it: not the sum of the lines.
    #[serde(deserialize_with = "money")]
    pub total_amount: Option<Rupiah>,
    /// `qris`, `bank_transfer`, …
    #[serde(deserialize_with = "text")]
    pub payment_method: Option<String>,
    /// `DINE_IN`, `TAKEAWAY`, `DELIVERY`, …
    #[serde(deserialize_with = "text")]
    pub order_type: Option<String>,
    /// What was bought; nothing when it is a merchant's invoice.
    #[serde(deserialize_with = "list")]
    pub items: Vec<PaidItem>,
}

/// A line of an order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PaidItem {
    /// The key it was linked with, if it was.
    #[serde(deserialize_with = "text")]
    pub external_id: Option<String>,
    /// As the store calls it.
    #[serde(deserialize_with = "text")]
    pub name: Option<String>,
    /// Pieces.
    #[serde(deserialize_with = "number")]
    pub quantity: Option<f64>,
    /// Of one piece.
    #[serde(deserialize_with = "money")]
    pub price: Option<Rupiah>,
}

/// The body is nothing that it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an object in JSON with an event is expected, and with an id when an order is paid")]
pub struct Unreadable;

impl Event {
    /// Reads a body.
    pub fn read(body: &[u8]) -> Result<Self, Unreadable> {
        let body: Value = serde_json::from_slice(body).map_err(|_| Unreadable)?;
        let event = body.get("event").and_then(Value::as_str).ok_or(Unreadable)?;
        if event != "order.paid" {
            return Ok(Self::Other);
        }
        let data = body.get("data").filter(|data| data.is_object()).ok_or(Unreadable)?;
        let order = PaidOrder::deserialize(data).map_err(|_| Unreadable)?;
        if (1..=ID_MAX).contains(&order.id) { Ok(Self::Paid(order)) } else { Err(Unreadable) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn paid(body: &[u8]) -> PaidOrder {
        match Event::read(body).unwrap() {
            Event::Paid(order) => order,
            Event::Other => panic!("an order"),
        }
    }

    #[test]
    fn the_documented_orders_are_read() {
        for body in [
            documented!("gercep/webhook_order_paid.request.json").as_bytes(),
            documented!("gercep/synthetic/webhook_order_paid.observed.json").as_bytes(),
        ] {
            let order = paid(body);
            let item = PaidItem {
                external_id: Some("POS-123".into()),
                name: Some("Nasi Goreng Spesial".into()),
                quantity: Some(2.0),
                price: Some(Rupiah::new(25_000)),
            };
            let expected = PaidOrder {
                id: 456,
                store_slug: Some("nama-toko".into()),
                total_amount: Some(Rupiah::new(50_000)),
                payment_method: Some("qris".into()),
                order_type: Some("DELIVERY".into()),
                items: vec![item],
            };
            assert_eq!(order, expected);
        }
        let invoice = paid(documented!("gercep/synthetic/webhook_order_paid.no_items.json").as_bytes());
        assert_eq!((invoice.items, invoice.payment_method), (Vec::new(), None));
        let unlinked = paid(documented!("gercep/synthetic/webhook_order_paid.unlinked_item.json").as_bytes());
        assert_eq!(unlinked.items.first().map(|item| item.external_id.clone()), Some(None));
    }

    #[test]
    fn no_phone_number_is_read() {
        let order = paid(documented!("gercep/webhook_order_paid.request.json").as_bytes());
        assert!(!serde_json::to_string(&order).unwrap().contains("8123456789"));
    }

    #[test]
    fn other_words_are_no_error_and_other_bodies_are() {
        assert_eq!(Event::read(br#"{"event":"order.refunded","data":7}"#), Ok(Event::Other));
        let odd = br#"{"event":"order.paid","data":{"id":7,"orderType":{},"items":[1,{"quantity":"3"}],"totalAmount":"50.000,5"}}"#;
        assert_eq!(paid(odd).items.len(), 1);
        for body in [
            "",
            "null",
            "[]",
            "{}",
            r#"{"event":1}"#,
            r#"{"event":"order.paid"}"#,
            r#"{"event":"order.paid","data":[456]}"#,
            r#"{"event":"order.paid","data":{"id":0}}"#,
            r#"{"event":"order.paid","data":{"id":-1}}"#,
            r#"{"event":"order.paid","data":{"id":9007199254740992}}"#,
            r#"{"event":"order.paid","data":{"id":"x"}}"#,
        ] {
            assert_eq!(Event::read(body.as_bytes()), Err(Unreadable), "{body}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(body in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = Event::read(&body);
        }
    }
}
