//! A letter of the platform, opened. Its signature is judged before.

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::EventName;
use crate::orders::{News, to_hex};
use crate::timestamp::unix_ms;

/// Longest id, number or state that is kept.
const WORD_MAX: usize = 64;

/// What is kept of a letter: nothing personal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What it is about.
    pub event: EventName,
    /// The same for every delivery of it, and for no other letter.
    pub hash: String,
    /// What it says of an order.
    pub news: Option<News>,
}

impl Letter {
    /// Opens a letter. One that cannot be read is a letter all the same: the
    /// platform must not be told to send it again (scalev-v3 §4.2).
    pub fn open(body: &[u8]) -> Self {
        let envelope: Value = serde_json::from_slice(body).unwrap_or_default();
        let text = |member: &str| envelope.get(member).and_then(Value::as_str);
        let event = text("event").map_or(EventName::Other, EventName::from);
        // Two members tell the letter's name apart from the bytes of one without a name.
        let hash = match text("unique_id").filter(|id| !id.is_empty()) {
            Some(id) => Sha256::new().chain_update("id:").chain_update(id).finalize(),
            None => Sha256::new().chain_update("letter:").chain_update(body).finalize(),
        };
        let news = envelope.get("data").filter(|_| event.is_of_an_order());
        let news = news.and_then(|data| news_of(event, text("timestamp"), data));
        Self { event, hash: to_hex(&hash), news }
    }
}

/// Every form of scalev-v3 §4.3 to §4.5, each member optional; old payloads
/// name the order by its number alone.
fn news_of(event: EventName, timestamp: Option<&str>, data: &Value) -> Option<News> {
    let text = |member: &str| data.get(member).and_then(Value::as_str);
    let state = |member: &str| text(member).filter(|word| is_state(word)).map(str::to_owned);
    let id = match data.get("id") {
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => text("id").map(str::to_owned),
    };
    let news = News {
        id: id.filter(|id| is_name(id)),
        order_id: text("order_id").filter(|id| is_name(id)).map(str::to_owned),
        at: timestamp.or_else(|| text("last_updated_at")).and_then(unix_ms).unwrap_or_default(),
        status: state("status"),
        payment_status: state("payment_status"),
        tracking_number: None,
        deleted: event == EventName::OrderDeleted,
    };
    (news.id.is_some() || news.order_id.is_some()).then_some(news)
}

fn is_name(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    !text.is_empty() && text.len() <= WORD_MAX && text.bytes().all(is_plain)
}

fn is_state(text: &str) -> bool {
    is_name(text) && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    const ID: &str = "019ab5c0-7d2e-7c41-9b6a-5f0e2d3c4b1a";

    fn open(envelope: &Value) -> Letter {
        Letter::open(envelope.to_string().as_bytes())
    }

    fn letter(event: &str, data: &Value) -> Letter {
        open(
            &json!({ "event": event, "unique_id": "event_1", "timestamp": "2026-11-22T04:05:00.123456Z", "data": data }),
        )
    }

    #[test]
    fn a_whole_order_is_read_and_its_people_are_not() {
        let data = json!({ "id": ID, "order_id": "261122QWERTY", "secret_slug": "s", "status": "pending", "payment_status": "unpaid",
            "customer": { "name": "Sari KENARI" }, "destination_address": { "name": "KENARI", "phone": "62812" }, "notes": "KENARI" });
        let Letter { event, news, .. } = letter("order.created", &data);
        let expected = News {
            id: Some(ID.into()),
            order_id: Some("261122QWERTY".into()),
            at: 1_795_320_300_123,
            status: Some("pending".into()),
            payment_status: Some("unpaid".into()),
            tracking_number: None,
            deleted: false,
        };
        assert_eq!((event, news.as_ref()), (EventName::OrderCreated, Some(&expected)));
    }

    #[test]
    fn a_payment_is_read() {
        let data = json!({ "id": ID, "order_id": "261122QWERTY", "payment_status": "paid", "payment_status_history": [] });
        for event in ["payment.received", "order.payment_status_changed", "payment.failed"] {
            let news = letter(event, &data).news.unwrap();
            assert_eq!((news.status, news.payment_status.as_deref()), (None, Some("paid")), "{event}");
        }
    }

    #[test]
    fn old_payloads_name_an_order_by_number() {
        let news = letter("order.updated", &json!({ "order_id": "230101A", "id": null })).news.unwrap();
        assert_eq!((news.id, news.order_id.as_deref()), (None, Some("230101A")));
        let news = letter("order.status_changed", &json!({ "id": 123, "status": "shipped" })).news.unwrap();
        assert_eq!((news.id.as_deref(), news.status.as_deref()), (Some("123"), Some("shipped")));
    }

    #[test]
    fn an_order_that_is_gone_says_so() {
        assert!(letter("order.deleted", &json!({ "id": ID })).news.unwrap().deleted);
    }

    #[test]
    fn what_is_not_about_an_order_is_no_news() {
        for (event, name) in [
            ("business.test_event", EventName::Test),
            ("checkout_intent.abandoned", EventName::CheckoutIntent),
            ("shipment.status.updated", EventName::Other),
        ] {
            let letter = letter(event, &json!({ "id": ID }));
            assert_eq!((letter.event, letter.news), (name, None), "{event}");
        }
        for data in [json!({}), json!(null), json!([]), json!({ "id": "" }), json!({ "id": "../stores" })] {
            assert_eq!(letter("order.created", &data).news, None, "{data}");
        }
    }

    /// They are written down and may be shown.
    #[test]
    fn words_that_are_no_states_are_left_out() {
        for word in ["<b>", "Dikirim ke Sari", &"a".repeat(65), "", "../x"] {
            let news = letter("order.updated", &json!({ "id": ID, "status": word })).news.unwrap();
            assert_eq!(news.status, None, "{word}");
        }
    }

    #[test]
    fn a_letter_is_known_by_its_id_and_without_one_by_its_bytes() {
        let named = |id: &str, data: &str| open(&json!({ "event": "x", "unique_id": id, "data": data })).hash;
        assert_eq!(named("event_1", "a"), named("event_1", "b"));
        assert_ne!(named("event_1", "a"), named("event_2", "a"));
        assert_ne!(named("", "a"), named("", "b"));
        assert_eq!(Letter::open(b"not json").hash, Letter::open(b"not json").hash);
        assert_ne!(Letter::open(b"event_1").hash, named("event_1", "a"));
        assert_eq!(Letter::open(b"{\"event\":1e400}").event, EventName::Other);
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(body in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = Letter::open(&body);
        }

        #[test]
        fn what_is_kept_is_plain(id in ".{0,80}", status in ".{0,80}") {
            if let Some(news) = letter("order.updated", &json!({ "id": id, "order_id": "A1", "status": status })).news {
                let kept = serde_json::to_string(&news).unwrap();
                prop_assert!(kept.is_ascii() && kept.len() < 400 && !kept.contains('\\'), "{}", kept);
            }
        }
    }
}
