//! Whether two intents look like one shopper buying the same twice.

use std::collections::BTreeMap;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use shared::v3::OrderRequest;

use super::token::to_hex;
use crate::seal::{Purpose, key};
use crate::shipping::QuoteSecrets;

/// Equal for orders of the same things by the same phone number at the same
/// store, and good for nothing else: who does not have the secret cannot try
/// phone numbers. Without the secret there is none. While a secret is changed,
/// an equal order of some minutes before is not recognised.
pub fn likeness(secrets: Option<&QuoteSecrets>, order: &OrderRequest) -> Option<String> {
    let secret = secrets?.texts().next()?;
    let phone = order.customer_phone.as_deref().filter(|phone| !phone.is_empty())?;
    let text = serde_json::to_vec(&(&order.store_unique_id, phone, lines(order))).ok()?;
    let mac = Hmac::<Sha256>::new_from_slice(&key(secret, Purpose::Likeness, "")).ok()?.chain_update(text);
    Some(to_hex(&mac.finalize().into_bytes()))
}

/// How many of each thing, in one spelling.
fn lines(order: &OrderRequest) -> Vec<((bool, &str), i64)> {
    let variants = order.ordervariants.iter().map(|line| (false, &line.variant_unique_id, line.quantity));
    let bundles =
        order.orderbundles.iter().map(|line| (true, &line.bundle_price_option_unique_id, line.quantity));
    let mut sums: BTreeMap<_, i64> = BTreeMap::new();
    for (is_bundle, id, quantity) in variants.chain(bundles) {
        let sum = sums.entry((is_bundle, id.as_str())).or_default();
        *sum = sum.saturating_add(quantity);
    }
    sums.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::v3::{OrderBundle, OrderVariant};

    fn pieces(quantity: i64, id: &str) -> OrderVariant {
        OrderVariant { quantity, variant_unique_id: id.into() }
    }

    fn order() -> OrderRequest {
        OrderRequest {
            store_unique_id: "store_a".into(),
            customer_name: "Sari Dewi".into(),
            customer_phone: Some("6281200000001".into()),
            ordervariants: vec![pieces(2, "variant_1"), pieces(1, "variant_2")],
            ..OrderRequest::default()
        }
    }

    fn of(secret: char, order: &OrderRequest) -> Option<String> {
        likeness(Some(&secret.to_string().repeat(32).parse().unwrap()), order)
    }

    #[test]
    fn the_same_things_for_the_same_phone_are_alike() {
        let spelled = OrderRequest {
            customer_name: "Dewi Sari".into(),
            notes: Some("cepat".into()),
            address: Some("Jl. Dago 5".into()),
            ordervariants: vec![pieces(1, "variant_2"), pieces(1, "variant_1"), pieces(1, "variant_1")],
            ..order()
        };
        assert_eq!(of('a', &order()), of('a', &spelled));
        assert_eq!(of('a', &order()).map(|hash| hash.len()), Some(64));
    }

    #[test]
    fn another_phone_cart_store_or_secret_is_not() {
        let bundle = OrderBundle { quantity: 2, bundle_price_option_unique_id: "variant_1".into() };
        let others = [
            OrderRequest { customer_phone: Some("6281200000002".into()), ..order() },
            OrderRequest { store_unique_id: "store_b".into(), ..order() },
            OrderRequest { ordervariants: vec![pieces(3, "variant_1"), pieces(1, "variant_2")], ..order() },
            OrderRequest {
                ordervariants: vec![pieces(1, "variant_2")],
                orderbundles: vec![bundle],
                ..order()
            },
        ];
        for other in &others {
            assert_ne!(of('a', &order()), of('a', other), "{other:?}");
        }
        assert_ne!(of('a', &order()), of('b', &order()));
    }

    #[test]
    fn without_secret_or_phone_nothing_is_told() {
        assert_eq!(likeness(None, &order()), None);
        assert_eq!(of('a', &OrderRequest { customer_phone: None, ..order() }), None);
    }

    #[test]
    fn the_phone_cannot_be_read_off() {
        assert!(!of('a', &order()).unwrap().contains("81200000001"));
    }
}
