//! Ngorder, which is also called Smartseller: an order platform without a
//! payment page, without webhooks and without sets. Its words are translated
//! here and nowhere else; costs, keys and people's addresses of mail have no
//! member in the types of this module, so that they cannot leave it.
//!
//! Contract: `api.smartseller.co.id/api/open` (platforms §2).

mod accounts;
mod apart;
mod catalogue;
mod courier;
mod customer;
mod error;
mod lenient;
mod location;
mod name;
mod order;
mod order_request;
mod payment;
mod progress;
mod shipping;
mod silence;
mod stock;
mod unique_code;
mod warehouse;
mod witness;

pub use accounts::{Accounts, AccountsError};
pub use customer::{Buyer, create_customer, find_customers, known_customer, read_created};
pub use name::{NameError, OriginName, PREFIX, ShopName, VariationName};
pub use order_request::{
    Cost, CostCategory, CostKind, Expedition, OrderRequest, Parties, Payment, PaymentStatus, ProductLine,
};
pub use shipping::{OWN_COURIER, PICK_UP};

use serde::Serialize;

use crate::config::{Ngorder, Secret};
use crate::page::machine;
use crate::platform::{
    Apart, Bundles, Credential, FullVariants, OrderPlatform, Outgoing, PostalCodes, PublicOrders, Silent,
    Verb,
};

/// Milliseconds for one reading, headers and body.
const READ_DEADLINE_MS: u32 = 8_000;
/// Milliseconds for seeing whether the platform answers.
const PROBE_DEADLINE_MS: u32 = 3_000;
/// Milliseconds until the answer to a change must be whole.
const CHANGE_DEADLINE_MS: u32 = 15_000;
/// Most bytes of one answer.
const CAP: usize = 4 << 20;

type Pairs<'a> = &'a [(&'a str, &'a str)];

/// Parameters go into the address even where the vendor lists them as a body:
/// no `fetch` sends a body with GET (platforms §2.1).
fn get(ngorder: &Ngorder, path: &str, query: Pairs<'_>) -> Outgoing {
    let mut url = ngorder.base.join(path);
    if !query.is_empty() {
        url.push(if path.contains('?') { '&' } else { '?' });
        url.push_str(&form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish());
    }
    Outgoing {
        method: Verb::Get,
        url,
        key: ngorder.key.clone(),
        credential: Credential::Bearer,
        body: None,
        deadline_ms: READ_DEADLINE_MS,
        cap: CAP,
    }
}

fn send<T: Serialize>(ngorder: &Ngorder, method: Verb, path: &str, body: &T) -> Outgoing {
    Outgoing {
        method,
        body: Some(serde_json::to_vec(body).unwrap_or_default()),
        deadline_ms: CHANGE_DEADLINE_MS,
        ..get(ngorder, path, &[])
    }
}

/// Asia/Jakarta is seven hours ahead all year.
const WIB: i64 = 7 * 3_600;

/// `yyyy-mm-dd`, of Unix seconds.
fn jakarta_date(seconds: i64) -> String {
    machine(seconds.saturating_add(WIB)).chars().take("yyyy-mm-dd".len()).collect()
}

impl OrderPlatform for Ngorder {
    fn key(&self) -> &Secret {
        &self.key
    }

    fn key_names(&self) -> Vec<&str> {
        vec![self.key.name()]
    }

    fn probe(&self) -> Outgoing {
        Outgoing { deadline_ms: PROBE_DEADLINE_MS, ..get(self, "/shop", &[]) }
    }

    fn bundles(&self) -> Option<&dyn Bundles> {
        None
    }

    fn full_variants(&self) -> Option<&dyn FullVariants> {
        None
    }

    fn postal_codes(&self) -> Option<&dyn PostalCodes> {
        None
    }

    fn public_orders(&self) -> Option<&dyn PublicOrders> {
        Some(self)
    }

    fn silent(&self) -> Option<&dyn Silent> {
        Some(self)
    }

    fn apart(&self) -> Option<&dyn Apart> {
        Some(self)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::num::NonZero;

    use super::*;
    use crate::gate::Limits;
    use crate::platform::Incoming;

    /// A payload of the vendor's documentation.
    macro_rules! fixture {
        ($name:literal) => {
            include_str!(concat!("../../../../tests/fixtures/ngorder/", $name, ".json"))
        };
    }
    pub(crate) use fixture;

    pub(crate) fn account() -> Ngorder {
        Ngorder {
            base: "https://api.example/api/open".parse().unwrap(),
            key: "canary-key".parse().unwrap(),
            banks_path: "/bank?type=BANK".parse().unwrap(),
            order_source: Some(12),
            has_pick_up: true,
            accounts: Accounts::default(),
            has_unique_code: false,
            pay_days: NonZero::<u8>::MIN,
            limits: Limits::default(),
            breaker_calls: 20,
        }
    }

    pub(crate) fn ok(body: &str) -> Incoming {
        Incoming { status: 200, body: body.as_bytes().to_vec(), ..Incoming::default() }
    }

    /// The body of a call.
    pub(crate) fn sent(call: &Outgoing) -> serde_json::Value {
        serde_json::from_slice(call.body.as_deref().unwrap()).unwrap()
    }

    #[test]
    fn parameters_are_escaped_and_added_to_those_of_the_path() {
        let url = |path: &str| get(&account(), path, &[("keyword", "ma rang&x=")]).url;
        assert_eq!(url("/region"), "https://api.example/api/open/region?keyword=ma+rang%26x%3D");
        assert_eq!(
            url("/bank?type=BANK"),
            "https://api.example/api/open/bank?type=BANK&keyword=ma+rang%26x%3D"
        );
        assert_eq!(get(&account(), "/shop", &[]).url, "https://api.example/api/open/shop");
        assert_eq!(get(&account(), "/shop", &[]).credential().0, "authorization");
    }
}
