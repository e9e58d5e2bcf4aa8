//! The v3 order platform. Its language is ours, so translating means: ask with
//! the right ids, read leniently, and name every way it can fail.
//!
//! Contract: `api.scalev.com`, version 3 (scalev-v3 §1, §2, §3).

mod catalogue;
mod error;
mod location;
mod order;
mod public;
mod shipping;
mod witness;

pub use witness::made_at;

use crate::config::{Scalev, Secret};
use crate::platform::{
    Apart, Bundles, Credential, FullVariants, OrderPlatform, Outgoing, PostalCodes, PublicOrders, Silent,
    Verb,
};

/// Milliseconds for one catalogue call, headers and body.
const READ_DEADLINE_MS: u32 = 8_000;
/// Milliseconds for seeing whether the platform answers.
const PROBE_DEADLINE_MS: u32 = 3_000;
/// Most bytes of one catalogue answer.
const READ_CAP: usize = 4 << 20;

fn get(scalev: &Scalev, path: &str, cursor: Option<&str>) -> Outgoing {
    let mut url = scalev.base.join(path);
    if let Some(cursor) = cursor {
        url.push_str("?next_cursor=");
        url.extend(form_urlencoded::byte_serialize(cursor.as_bytes()));
    }
    Outgoing {
        method: Verb::Get,
        url,
        key: scalev.key.clone(),
        credential: Credential::Bearer,
        body: None,
        deadline_ms: READ_DEADLINE_MS,
        cap: READ_CAP,
    }
}

impl OrderPlatform for Scalev {
    fn key(&self) -> &Secret {
        &self.key
    }

    fn key_names(&self) -> Vec<&str> {
        let storefront = self.storefront.as_ref().map(|storefront| storefront.0.name());
        std::iter::once(self.key.name()).chain(storefront).collect()
    }

    fn probe(&self) -> Outgoing {
        Outgoing { deadline_ms: PROBE_DEADLINE_MS, ..get(self, "/v3/stores/simplified?page_size=1", None) }
    }

    fn bundles(&self) -> Option<&dyn Bundles> {
        Some(self)
    }

    fn full_variants(&self) -> Option<&dyn FullVariants> {
        Some(self)
    }

    fn postal_codes(&self) -> Option<&dyn PostalCodes> {
        Some(self)
    }

    /// They are asked for with a key of their own.
    fn silent(&self) -> Option<&dyn Silent> {
        None
    }

    fn apart(&self) -> Option<&dyn Apart> {
        None
    }

    fn public_orders(&self) -> Option<&dyn PublicOrders> {
        self.storefront.as_ref().map(|_| self as &dyn PublicOrders)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::gate::Limits;

    pub(crate) fn account() -> Scalev {
        Scalev {
            base: "https://api.example".parse().unwrap(),
            key: "sk_test".parse().unwrap(),
            storefront: Some("sfpk_test".parse().unwrap()),
            limits: Limits::default(),
            breaker_calls: 20,
        }
    }

    #[test]
    fn a_cursor_is_escaped() {
        assert_eq!(
            get(&account(), "/v3/x", Some("a b+/=")).url,
            "https://api.example/v3/x?next_cursor=a+b%2B%2F%3D"
        );
    }
}
