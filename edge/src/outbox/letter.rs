//! The body of what is told. Nothing in it is about a person.

use serde_json::{Value, json};

use super::Kind;
use crate::intent::Millis;
use crate::orders::{Receipt, ReceiptLine, Record, Token};
use crate::page::machine;

/// The body, as Standard Webhooks lay it out: what, when, and of which order.
pub fn letter(kind: Kind, eid: &str, token: &Token, record: &Record, made_at: Millis) -> Value {
    let data = match kind {
        Kind::Purchase => purchase(eid, token, record),
        _ => order(token, record),
    };
    json!({ "type": kind.as_str(), "timestamp": machine(made_at.div_euclid(1_000)), "data": data })
}

fn order(token: &Token, record: &Record) -> Value {
    let (receipt, placed) = (&record.receipt, record.placed.as_ref());
    json!({
        "token": token,
        "order_url": receipt.origin.as_ref().map(|origin| [origin, "/o/", token.as_str()].concat()),
        "order_id": placed.and_then(|placed| placed.order_id.clone()),
        "orders": record.intent.orders,
        "status": placed.map(|placed| placed.status.clone()),
        "payment_status": placed.and_then(|placed| placed.payment_status.clone()),
        "payment_method": receipt.payment_method,
        "store_unique_id": receipt.store_unique_id,
        "currency": "IDR",
        "total": placed.and_then(|placed| placed.total).or(receipt.total),
        "items": receipt.lines.iter().map(line).collect::<Vec<_>>(),
    })
}

fn line(line: &ReceiptLine) -> Value {
    json!({ "id": line.unique_id, "name": line.name, "quantity": line.quantity, "total": line.total })
}

/// Google Analytics' `purchase`, which others read as well.
fn purchase(eid: &str, token: &Token, record: &Record) -> Value {
    let Receipt { lines, shipping_cost, total, store_name, .. } = &record.receipt;
    let placed = record.placed.as_ref();
    let number = placed.and_then(|placed| placed.order_id.clone());
    let total = placed.and_then(|placed| placed.total).or(*total);
    json!({
        "event_name": "purchase",
        "event_id": eid,
        "transaction_id": number.unwrap_or_else(|| token.to_string()),
        "affiliation": store_name,
        "currency": "IDR",
        // What the goods brought: shipping is a member of its own.
        "value": total.and_then(|total| total.checked_sub(shipping_cost.unwrap_or_default())),
        "shipping": shipping_cost,
        "items": lines.iter().map(item).collect::<Vec<_>>(),
    })
}

fn item(line: &ReceiptLine) -> Value {
    let price = line.total.map(|total| total.amount().checked_div(line.quantity.into()));
    json!({
        "item_id": line.unique_id,
        "item_name": line.name,
        "quantity": line.quantity,
        "price": price.flatten(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::orders::{Fingerprint, Placed};
    use shared::value::Rupiah;

    fn record() -> Record {
        let line = ReceiptLine {
            unique_id: "variant_1".into(),
            name: "Ebook".into(),
            quantity: 2,
            total: Some(Rupiah::new(98_000)),
        };
        let origin = Some("https://tumbas.example".into());
        let total = Some(Rupiah::new(117_000));
        let shipping_cost = Some(Rupiah::new(19_000));
        let receipt = Receipt { lines: vec![line], shipping_cost, total, origin, ..Receipt::default() };
        let json = r#"{"id":"019a","order_id":"261122A","status":"pending","gross_revenue":"118000.00",
            "customer_name":"kenari","secret_slug":"kenari","payment_url":"https://pay.example/kenari"}"#;
        let placed = Placed::new(serde_json::from_str(json).unwrap());
        Record { placed, ..Record::new(Fingerprint::stored("a".into()), 1, receipt) }
    }

    fn written(kind: Kind) -> Value {
        let token = Token::from_object_id(&"0f".repeat(32)).unwrap();
        letter(kind, "evt_1", &token, &record(), 1_795_320_000_000)
    }

    #[test]
    fn an_order_is_told_with_what_is_in_it() {
        let letter = written(Kind::Placed);
        assert_eq!(
            (&letter["type"], &letter["data"]["order_id"]),
            (&json!("order.placed"), &json!("261122A"))
        );
        assert_eq!((&letter["data"]["total"], &letter["data"]["currency"]), (&json!(118_000), &json!("IDR")));
        assert_eq!(letter["data"]["items"][0]["name"], "Ebook");
        assert_eq!(letter["timestamp"], "2026-11-22T04:00:00Z");
        let page = letter["data"]["order_url"].as_str().unwrap();
        assert_eq!(page.strip_prefix("https://tumbas.example/o/"), letter["data"]["token"].as_str());
    }

    #[test]
    fn neither_people_nor_what_opens_the_platforms_pages_are_told() {
        for kind in Kind::ALL {
            let letter = written(kind).to_string();
            assert!(!letter.contains("kenari"), "{letter}");
        }
    }

    #[test]
    fn a_purchase_counts_as_analytics_count() {
        let data = &written(Kind::Purchase)["data"];
        assert_eq!((&data["event_id"], &data["value"]), (&json!("evt_1"), &json!(99_000)));
        assert_eq!(data["shipping"], 19_000);
        assert_eq!(data["items"][0]["price"], 49_000);
        assert_eq!(data["transaction_id"], "261122A");
    }
}
