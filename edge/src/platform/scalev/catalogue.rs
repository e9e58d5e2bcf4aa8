//! Stores, ways to pay, products and bundles (scalev-v3 §2.1 to §2.4).

use shared::v3::{Bundle, FullVariant, List, PaymentMethodItem, Product, Store};

use super::{error, get};
use crate::config::Scalev;
use crate::platform::{Bundles, Catalogue, FullVariants, Incoming, Outgoing, Said};

impl Catalogue for Scalev {
    fn store_page(&self, cursor: Option<&str>) -> Outgoing {
        get(self, "/v3/stores/simplified", cursor)
    }

    fn read_stores(&self, answer: &Incoming, now: i64) -> Said<List<Store>> {
        error::read(answer, now)
    }

    fn payment_methods(&self, store: i64) -> Outgoing {
        get(self, &format!("/v3/stores/{store}/payment-methods"), None)
    }

    fn read_payment_methods(&self, answer: &Incoming, now: i64) -> Said<List<PaymentMethodItem>> {
        error::read(answer, now)
    }

    fn product_page(&self, store: i64, cursor: Option<&str>) -> Outgoing {
        get(self, &format!("/v3/stores/{store}/products"), cursor)
    }

    fn read_products(&self, answer: &Incoming, now: i64) -> Said<List<Product>> {
        error::read(answer, now)
    }
}

impl Bundles for Scalev {
    fn bundle_page(&self, store: i64, cursor: Option<&str>) -> Outgoing {
        get(self, &format!("/v3/stores/{store}/bundles"), cursor)
    }

    fn read_bundles(&self, answer: &Incoming, now: i64) -> Said<List<Bundle>> {
        error::read(answer, now)
    }

    fn bundle(&self, store: i64, bundle: i64) -> Outgoing {
        get(self, &format!("/v3/stores/{store}/bundles/{bundle}"), None)
    }

    fn read_bundle(&self, answer: &Incoming, now: i64) -> Said<Bundle> {
        error::read(answer, now)
    }
}

impl FullVariants for Scalev {
    fn variant(&self, store: i64, variant: i64) -> Outgoing {
        get(self, &format!("/v3/stores/{store}/variants/{variant}"), None)
    }

    fn read_variant(&self, answer: &Incoming, now: i64) -> Said<FullVariant> {
        error::read(answer, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::PlatformError;
    use crate::platform::scalev::tests::account;

    fn ok(body: &str) -> Incoming {
        Incoming { status: 200, body: body.as_bytes().to_vec(), ..Incoming::default() }
    }

    #[test]
    fn stores_are_asked_by_their_number() {
        assert_eq!(account().product_page(4101, None).url, "https://api.example/v3/stores/4101/products");
        assert_eq!(
            account().bundle_page(4101, Some("c")).url,
            "https://api.example/v3/stores/4101/bundles?next_cursor=c"
        );
        assert_eq!(account().payment_methods(1).url, "https://api.example/v3/stores/1/payment-methods");
    }

    #[test]
    fn a_page_is_read_with_its_cursor() {
        let page = ok(
            r#"{"data":[{"id":1,"unique_id":"store_a","name":"A","extra":1}],"is_paginated":true,"has_next":true,"next_cursor":"n"}"#,
        );
        let list = account().read_stores(&page, 0).unwrap();
        assert_eq!((list.data.len(), list.next()), (1, Some("n")));
    }

    #[test]
    fn ways_to_pay_come_as_strings_or_objects() {
        let list = account().read_payment_methods(
            &ok(r#"{"data":["qris",{"code":"cod","enabled":true}],"is_paginated":false}"#),
            0,
        );
        assert_eq!(list.unwrap().data.len(), 2);
    }

    #[test]
    fn nonsense_is_malformed() {
        for nonsense in ["", "<html>", "{\"data\":[{\"id\":", "[]", "{\"data\":{}}", "null"] {
            assert_eq!(
                account().read_products(&ok(nonsense), 0),
                Err(PlatformError::Malformed),
                "{nonsense}"
            );
        }
    }
}
