//! Stores, ways to pay, products and bundles (scalev-v3 §2.1 to §2.4).

use serde::Deserialize;
use shared::v3::List;

use super::{error, get};
use crate::config::Scalev;
use crate::platform::{Incoming, Outgoing, PlatformError};

/// Asks for a page of the account's stores.
pub fn store_page(scalev: &Scalev, cursor: Option<&str>) -> Outgoing {
    get(scalev, "/v3/stores/simplified", cursor)
}

/// Asks how a store can be paid. `store` is its number.
pub fn payment_methods(scalev: &Scalev, store: i64) -> Outgoing {
    get(scalev, &format!("/v3/stores/{store}/payment-methods"), None)
}

/// Asks for a page of a store's products. `store` is its number.
pub fn product_page(scalev: &Scalev, store: i64, cursor: Option<&str>) -> Outgoing {
    get(scalev, &format!("/v3/stores/{store}/products"), cursor)
}

/// Asks for a page of a store's bundles. `store` is its number.
pub fn bundle_page(scalev: &Scalev, store: i64, cursor: Option<&str>) -> Outgoing {
    get(scalev, &format!("/v3/stores/{store}/bundles"), cursor)
}

/// Asks for one variant of a store. Both by their numbers.
pub fn variant(scalev: &Scalev, store: i64, variant: i64) -> Outgoing {
    get(scalev, &format!("/v3/stores/{store}/variants/{variant}"), None)
}

/// Asks for one bundle of a store. Both by their numbers.
pub fn bundle(scalev: &Scalev, store: i64, bundle: i64) -> Outgoing {
    get(scalev, &format!("/v3/stores/{store}/bundles/{bundle}"), None)
}

/// Reads one of anything. `now` in Unix seconds.
pub fn read_one<T: for<'de> Deserialize<'de>>(answer: &Incoming, now: i64) -> Result<T, PlatformError> {
    error::read(answer, now)
}

/// Reads a list of anything. `now` in Unix seconds.
pub fn read_list<T: for<'de> Deserialize<'de>>(
    answer: &Incoming,
    now: i64,
) -> Result<List<T>, PlatformError> {
    error::read(answer, now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::scalev::tests::account;
    use shared::v3::{PaymentMethodItem, Product, Store};

    fn ok(body: &str) -> Incoming {
        Incoming { status: 200, body: body.as_bytes().to_vec(), ..Incoming::default() }
    }

    #[test]
    fn stores_are_asked_by_their_number() {
        assert_eq!(product_page(&account(), 4101, None).url, "https://api.example/v3/stores/4101/products");
        assert_eq!(
            bundle_page(&account(), 4101, Some("c")).url,
            "https://api.example/v3/stores/4101/bundles?next_cursor=c"
        );
        assert_eq!(payment_methods(&account(), 1).url, "https://api.example/v3/stores/1/payment-methods");
    }

    #[test]
    fn a_page_is_read_with_its_cursor() {
        let page = ok(
            r#"{"data":[{"id":1,"unique_id":"store_a","name":"A","extra":1}],"is_paginated":true,"has_next":true,"next_cursor":"n"}"#,
        );
        let list = read_list::<Store>(&page, 0).unwrap();
        assert_eq!((list.data.len(), list.next()), (1, Some("n")));
    }

    #[test]
    fn ways_to_pay_come_as_strings_or_objects() {
        let list = read_list::<PaymentMethodItem>(
            &ok(r#"{"data":["qris",{"code":"cod","enabled":true}],"is_paginated":false}"#),
            0,
        );
        assert_eq!(list.unwrap().data.len(), 2);
    }

    #[test]
    fn nonsense_is_malformed() {
        for nonsense in ["", "<html>", "{\"data\":[{\"id\":", "[]", "{\"data\":{}}", "null"] {
            assert_eq!(read_list::<Product>(&ok(nonsense), 0), Err(PlatformError::Malformed), "{nonsense}");
        }
    }
}
