//! The order as its buyer may see it: the only one that says where to send the
//! buyer (scalev-v3 §3.4). Names and addresses of people are not read.

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::{error, get};
use crate::config::Scalev;
use crate::platform::{Credential, Incoming, Outgoing, PublicOrders, Said};
use crate::timestamp;

/// Milliseconds for one reading: a shopper waits for it.
const DEADLINE_MS: u32 = 4_000;
/// Most bytes of an answer.
const CAP: usize = 1 << 20;

/// What we read of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct PublicOrder {
    /// Where to send the buyer, to be opened unchanged.
    #[serde(deserialize_with = "text")]
    pub redirect_url: Option<String>,
    /// Unix seconds until which it can be paid.
    #[serde(deserialize_with = "moment")]
    pub payment_expiration_at: Option<i64>,
    /// The code of the way to pay.
    #[serde(deserialize_with = "text")]
    pub payment_method: Option<String>,
    /// The account chosen for a transfer by hand.
    #[serde(deserialize_with = "text")]
    pub payment_account_number: Option<String>,
    /// WhatsApp number of whoever handles the order for the seller.
    #[serde(deserialize_with = "text")]
    pub handler_phone: Option<String>,
    /// The store.
    #[serde(deserialize_with = "or_default")]
    pub store: PublicStore,
}

/// What it says of its store.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct PublicStore {
    /// Where a transfer by hand goes.
    #[serde(deserialize_with = "or_default")]
    pub payment_accounts: Vec<PublicAccount>,
    /// Whether buyers may see the seller's number; absent means yes.
    #[serde(deserialize_with = "or_default")]
    pub is_show_whatsapp: Option<bool>,
}

/// An account of the seller.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct PublicAccount {
    /// In whose name it is.
    #[serde(deserialize_with = "text")]
    pub account_holder: Option<String>,
    /// Its number.
    #[serde(deserialize_with = "text")]
    pub account_number: Option<String>,
    /// Its bank.
    #[serde(deserialize_with = "or_default")]
    pub financial_entity: PublicBank,
}

/// A bank.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct PublicBank {
    /// Such as `BCA`.
    #[serde(deserialize_with = "text")]
    pub name: Option<String>,
}

impl PublicOrders for Scalev {
    fn show_public(&self, store_unique_id: &str, secret_slug: &str) -> Option<Outgoing> {
        let key = self.storefront.as_ref()?;
        let is_plain = |id: &str| {
            !id.is_empty()
                && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
        };
        let path = ["/v3/stores/", store_unique_id, "/public/orders/", secret_slug].concat();
        (is_plain(store_unique_id) && is_plain(secret_slug)).then(|| Outgoing {
            key: key.0.clone(),
            credential: Credential::Storefront,
            deadline_ms: DEADLINE_MS,
            cap: CAP,
            ..get(self, &path, None)
        })
    }

    fn read_public(&self, answer: &Incoming, now: i64) -> Said<PublicOrder> {
        error::read(answer, now)
    }
}

/// A member of another form than expected is no reason to lose the others.
fn or_default<'de, D: Deserializer<'de>, T>(deserializer: D) -> Result<T, D::Error>
where
    T: for<'any> Deserialize<'any> + Default,
{
    let value = Value::deserialize(deserializer)?;
    Ok(T::deserialize(value).unwrap_or_default())
}

fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text: Option<String> = or_default(deserializer)?;
    Ok(text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()))
}

fn moment<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    let ms = text(deserializer)?.and_then(|text| timestamp::unix_ms(&text));
    Ok(ms.map(|ms| ms.div_euclid(1_000)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::PlatformError;
    use crate::platform::scalev::tests::account;

    fn read(body: &str) -> Result<PublicOrder, PlatformError> {
        account().read_public(&Incoming { status: 200, body: body.into(), ..Incoming::default() }, 0)
    }

    #[test]
    fn it_is_asked_for_with_the_storefronts_own_key() {
        let call = account().show_public("store_1", "Zx3_-").unwrap();
        assert_eq!(call.url, "https://api.example/v3/stores/store_1/public/orders/Zx3_-");
        assert_eq!(call.credential(), ("x-scalev-storefront-api-key", "sfpk_test".to_owned()));
        let without = Scalev { storefront: None, ..account() };
        assert!(without.show_public("store_1", "Zx3").is_none());
        for (store, slug) in
            [("", "x"), ("store_1", ""), ("store_1", "x/payment"), ("../x", "y"), ("a", "b?c")]
        {
            assert!(account().show_public(store, slug).is_none(), "{store} {slug}");
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
