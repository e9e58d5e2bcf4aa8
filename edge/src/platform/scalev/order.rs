//! Orders: make one, read one (scalev-v3 §3.1, §3.2, §3.4).

use shared::v3::{List, Order, OrderRequest};

use super::{error, get, witness};
use crate::config::Scalev;
use crate::platform::{Credential, Errand, Incoming, Listed, Orders, Outgoing, PlatformError, Said, Verb};

/// Milliseconds until the platform's answer to an order must be whole.
const PLACE_DEADLINE_MS: u32 = 15_000;
/// Milliseconds for reading an order again.
const SHOW_DEADLINE_MS: u32 = 8_000;
/// Most bytes of an order's answer.
const CAP: usize = 1 << 20;

impl Orders for Scalev {
    /// There is no idempotency key (§3.1).
    fn errand(&self, order: &OrderRequest, _heard: &[Vec<Incoming>], _now: i64) -> Said<Errand> {
        Ok(Errand::Place(Outgoing {
            method: Verb::Post,
            url: self.base.join("/v3/orders"),
            key: self.key.clone(),
            credential: Credential::Bearer,
            body: Some(serde_json::to_vec(order).unwrap_or_default()),
            deadline_ms: PLACE_DEADLINE_MS,
            cap: CAP,
        }))
    }

    fn read_placed(&self, answer: &Incoming, token: &str, now: i64) -> Said<Order> {
        let order: Order = error::read(answer, now)?;
        let ours = order.metadata.as_ref().is_none_or(|metadata| metadata.tumbas_token == token);
        let known = order.id.as_deref().is_some_and(|id| !id.is_empty());
        if ours && known { Ok(order) } else { Err(PlatformError::Malformed) }
    }

    fn is_read_back(&self) -> bool {
        false
    }

    fn show(&self, id: &str) -> Option<Outgoing> {
        let plain = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        plain.then(|| Outgoing {
            deadline_ms: SHOW_DEADLINE_MS,
            cap: CAP,
            ..get(self, &["/v3/orders/", id].concat(), None)
        })
    }

    fn read_order(&self, _id: &str, answer: &Incoming, now: i64) -> Said<Order> {
        error::read(answer, now)
    }

    fn order_page(&self, store: i64, _since: i64, cursor: Option<&str>) -> Outgoing {
        witness::order_page(self, store, cursor)
    }

    fn read_order_page(&self, answer: &Incoming, now: i64) -> Said<List<Listed>> {
        witness::read_order_page(answer, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::scalev::tests::account;

    fn ok(body: &str) -> Incoming {
        Incoming { status: 200, body: body.as_bytes().to_vec(), ..Incoming::default() }
    }

    #[test]
    fn an_order_is_posted_once_with_its_members_and_no_others() {
        let order = OrderRequest { store_unique_id: "store_1".into(), ..OrderRequest::default() };
        let Ok(Errand::Place(call)) = account().errand(&order, &[], 0) else { panic!("nothing to ask") };
        assert_eq!((call.method, call.url.as_str()), (Verb::Post, "https://api.example/v3/orders"));
        assert_eq!(
            call.body.as_deref(),
            Some(br#"{"store_unique_id":"store_1","customer_name":""}"#.as_slice())
        );
    }

    #[test]
    fn an_answer_with_an_id_is_an_order() {
        let order = account()
            .read_placed(&ok(r#"{"id":"019ab5c0","metadata":{"tumbas_token":"ck_1"}}"#), "ck_1", 0)
            .unwrap();
        assert_eq!(order.id.as_deref(), Some("019ab5c0"));
        assert!(account().read_placed(&ok(r#"{"id":123,"metadata":{"source":"x"}}"#), "ck_1", 0).is_ok());
    }

    #[test]
    fn an_answer_that_does_not_speak_of_our_order_is_malformed() {
        for body in [
            r"{}",
            r#"{"id":null}"#,
            r#"{"id":""}"#,
            r#"{"id":"019a","metadata":{"tumbas_token":"ck_other"}}"#,
            r#"{"id":"019a","#,
            "",
            "<html>",
        ] {
            assert_eq!(account().read_placed(&ok(body), "ck_1", 0), Err(PlatformError::Malformed), "{body}");
        }
    }

    #[test]
    fn an_id_cannot_reach_another_route() {
        assert!(account().show("019ab5c0-1111").is_some());
        for id in ["", "1/payment", "../stores", "1?x", "1%2f"] {
            assert!(account().show(id).is_none(), "{id}");
        }
    }
}
