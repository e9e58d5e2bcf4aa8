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

pub use catalogue::{
    bundle, bundle_page, payment_methods, product_page, read_list, read_one, store_page, variant,
};
pub use location::{location_page, postal_codes, read_postal_codes};
pub use order::{place, placed, read_order, show};
pub use public::{PublicAccount, PublicOrder, read_public_order, show_public};
pub use shipping::{read_couriers, read_warehouses, search_couriers, search_warehouses};
pub use witness::{Listed, made_at, order_page, read_order_page};

use crate::config::Scalev;
use crate::platform::{Credential, Outgoing, Verb};

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

/// A small question, to see whether the platform answers at all.
pub fn probe(scalev: &Scalev) -> Outgoing {
    Outgoing { deadline_ms: PROBE_DEADLINE_MS, ..get(scalev, "/v3/stores/simplified?page_size=1", None) }
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
