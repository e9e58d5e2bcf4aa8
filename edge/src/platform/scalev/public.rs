//! The order as its buyer may see it: the only one that says where to send the
//! buyer (scalev-v3 §3.4). Names and addresses of people are not read.

use super::{error, get};
use crate::config::Scalev;
use crate::platform::{Credential, Incoming, Outgoing, PlatformError, PublicOrder, PublicOrders, Said};

/// Milliseconds for one reading: a shopper waits for it.
const DEADLINE_MS: u32 = 4_000;
/// Most bytes of an answer.
const CAP: usize = 1 << 20;

impl PublicOrders for Scalev {
    fn is_paid_on_our_page(&self) -> bool {
        false
    }

    fn show_public(&self, store_unique_id: &str, secret_slug: Option<&str>) -> Vec<Outgoing> {
        let (Some(key), Some(secret_slug)) = (&self.storefront, secret_slug) else { return Vec::new() };
        let is_plain = |id: &str| {
            !id.is_empty()
                && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
        };
        let path = ["/v3/stores/", store_unique_id, "/public/orders/", secret_slug].concat();
        let call = (is_plain(store_unique_id) && is_plain(secret_slug)).then(|| Outgoing {
            key: key.0.clone(),
            credential: Credential::Storefront,
            deadline_ms: DEADLINE_MS,
            cap: CAP,
            ..get(self, &path, None)
        });
        call.into_iter().collect()
    }

    fn read_public(&self, answers: &[Incoming], now: i64) -> Said<PublicOrder> {
        error::read(answers.first().ok_or(PlatformError::Malformed)?, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::scalev::tests::account;

    fn read(body: &str) -> Result<PublicOrder, PlatformError> {
        account().read_public(&[Incoming { status: 200, body: body.into(), ..Incoming::default() }], 0)
    }

    #[test]
    fn it_is_asked_for_with_the_storefronts_own_key() {
        let [call] = <[_; 1]>::try_from(account().show_public("store_1", Some("Zx3_-"))).unwrap();
        assert_eq!(call.url, "https://api.example/v3/stores/store_1/public/orders/Zx3_-");
        assert_eq!(call.credential(), ("x-scalev-storefront-api-key", "sfpk_test".to_owned()));
        let without = Scalev { storefront: None, ..account() };
        assert!(without.show_public("store_1", Some("Zx3")).is_empty());
        assert!(account().show_public("store_1", None).is_empty());
        for (store, slug) in
            [("", "x"), ("store_1", ""), ("store_1", "x/payment"), ("../x", "y"), ("a", "b?c")]
        {
            assert!(account().show_public(store, Some(slug)).is_empty(), "{store} {slug}");
        }
    }

    #[test]
    fn what_the_buyer_needs_is_read() {
        let order = read(
            r#"{"redirect_url":"https://melati.example/o/Zx3/success?x=1","payment_method":"bank_transfer",
            "payment_expiration_at":"2026-11-23T04:05:00Z","handler_phone":"6281200000099",
            "customer":{"email":"sari@example.com"},"store":{"name":"Melati","is_show_whatsapp":true,
            "payment_accounts":[{"account_number":"123","account_holder":"PT Melati","financial_entity":{"name":"BCA"}}]}}"#,
        )
        .unwrap();
        assert_eq!(order.redirect_url.as_deref(), Some("https://melati.example/o/Zx3/success?x=1"));
        assert_eq!(order.payment_expiration_at, Some(1_795_406_700));
        let bank = &order.store.payment_accounts[0];
        assert_eq!(
            (bank.account_number.as_deref(), bank.financial_entity.name.as_deref()),
            (Some("123"), Some("BCA"))
        );
        assert!(!format!("{order:?}").contains("sari"));
    }

    #[test]
    fn an_odd_member_does_not_hide_the_others() {
        let order = read(
            r#"{"redirect_url":"https://x.example","payment_expiration_at":17,"store":[1],"handler_phone":{}}"#,
        );
        assert_eq!(order.unwrap().redirect_url.as_deref(), Some("https://x.example"));
        assert_eq!(read("{}").unwrap(), PublicOrder::default());
        assert_eq!(read("<html>"), Err(PlatformError::Malformed));
    }
}
