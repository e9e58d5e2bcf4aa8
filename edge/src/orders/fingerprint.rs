//! Whether two requests ask for the same order.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use shared::checkout::Draft;
use shared::v3::{OrderBundle, OrderRequest, OrderVariant, PaymentMethodCode};
use shared::value::{CustomerName, Email, Phone};

use super::{payment, token::to_hex};
use crate::shipping::claimed;

/// SHA-256 of what is ordered by whom, however it was typed. It says nothing
/// about prices or stock, so that a repeated request is recognised whatever
/// happened to the catalogue since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// Of a draft.
    pub fn of(draft: &Draft) -> Self {
        let json = serde_json::to_vec(&canonical(draft)).unwrap_or_default();
        Self(to_hex(&Sha256::digest(json)))
    }

    /// As it was written down.
    pub fn stored(text: String) -> Self {
        Self(text)
    }

    /// To write it down.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The v3 payload with every spelling of the same thing made one.
fn canonical(draft: &Draft) -> OrderRequest {
    let variants = draft.ordervariants.iter().map(|line| (line.variant_unique_id.as_str(), line.quantity));
    let bundles =
        draft.orderbundles.iter().map(|line| (line.bundle_price_option_unique_id.as_str(), line.quantity));
    OrderRequest {
        store_unique_id: draft.store_unique_id.clone(),
        customer_name: parsed::<CustomerName>(&draft.customer_name),
        customer_phone: Some(parsed::<Phone>(&draft.customer_phone)),
        customer_email: Some(parsed::<Email>(&draft.customer_email)),
        ordervariants: added_up(variants)
            .map(|(id, quantity)| OrderVariant { quantity, variant_unique_id: id.to_owned() })
            .collect(),
        orderbundles: added_up(bundles)
            .map(|(id, quantity)| OrderBundle { quantity, bundle_price_option_unique_id: id.to_owned() })
            .collect(),
        payment_method: Some(payment::canonical(&PaymentMethodCode::new(draft.payment_method.trim()))),
        address: said(&draft.address),
        location_id: draft.location_id,
        postal_code: said(&draft.postal_code),
        notes: Some(draft.notes.trim().to_owned()),
        ..shipped(draft)
    }
}

/// The shipment that is named, by a quote or without one: a new quote for the
/// same service at the same price makes no other order.
fn shipped(draft: &Draft) -> OrderRequest {
    match claimed(draft.shipping_quote.trim(), draft.insurance_cost) {
        Some(shipment) => OrderRequest {
            warehouse_unique_id: Some(shipment.warehouse_unique_id),
            courier_service_id: Some(shipment.courier_service_id),
            shipping_cost: Some(shipment.shipping_cost),
            insurance_cost: shipment.insurance_cost,
            shipment_provider_code: shipment.shipment_provider_code,
            ..OrderRequest::default()
        },
        None => OrderRequest {
            warehouse_unique_id: said(&draft.warehouse_unique_id),
            courier_service_id: draft.courier_service_id,
            shipping_cost: draft.shipping_cost,
            insurance_cost: draft.insurance_cost,
            shipment_provider_code: said(&draft.shipment_provider_code),
            ..OrderRequest::default()
        },
    }
}

/// A text without the blanks that do not matter; `None` when nothing is left.
fn said(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn parsed<T: std::str::FromStr + std::fmt::Display>(text: &str) -> String {
    text.parse::<T>().map_or_else(|_| text.trim().to_owned(), |value| value.to_string())
}

fn added_up<'a>(lines: impl Iterator<Item = (&'a str, i64)>) -> impl Iterator<Item = (&'a str, i64)> {
    let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
    for (id, quantity) in lines {
        let sum = sums.entry(id).or_default();
        *sum = sum.saturating_add(quantity);
    }
    sums.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shipping::Claims;
    use crate::shipping::tests::{claims, secrets};
    use shared::value::Rupiah;

    fn pieces(quantity: i64, id: &str) -> OrderVariant {
        OrderVariant { quantity, variant_unique_id: id.into() }
    }

    fn draft() -> Draft {
        Draft {
            store_unique_id: "store_a".into(),
            customer_name: "Sari Dewi".into(),
            customer_phone: "6281200000001".into(),
            customer_email: "sari@example.com".into(),
            ordervariants: vec![pieces(2, "variant_1"), pieces(1, "variant_2")],
            payment_method: "payment_link".into(),
            ..Draft::default()
        }
    }

    fn same(other: &Draft) -> bool {
        Fingerprint::of(&draft()) == Fingerprint::of(other)
    }

    #[test]
    fn spelling_does_not_matter() {
        assert!(same(&Draft { customer_phone: "0812-0000-0001".into(), ..draft() }));
        assert!(same(&Draft { customer_name: "  Sari  Dewi ".into(), ..draft() }));
        assert!(same(&Draft { payment_method: "invoice".into(), ..draft() }));
        let lines = vec![pieces(1, "variant_2"), pieces(1, "variant_1"), pieces(1, "variant_1")];
        assert!(same(&Draft { ordervariants: lines, ..draft() }));
    }

    /// It was quoted again, and nothing else happened.
    #[test]
    fn a_fresh_quote_for_the_same_is_the_same() {
        let quote = |expires_at| Claims { expires_at, ..claims() }.sign(&secrets('a'));
        let quoted = |quote| Fingerprint::of(&Draft { shipping_quote: quote, ..draft() });
        assert_eq!(quoted(quote(1)), quoted(quote(2)));
        let dearer = Claims { cost: Rupiah::new(1), ..claims() }.sign(&secrets('a'));
        assert_ne!(quoted(quote(1)), quoted(dearer));
        assert_ne!(quoted(quote(1)), Fingerprint::of(&draft()));
    }

    #[test]
    fn every_member_matters() {
        let others = [
            Draft { store_unique_id: "store_b".into(), ..draft() },
            Draft { customer_name: "Sari".into(), ..draft() },
            Draft { customer_phone: "6281200000002".into(), ..draft() },
            Draft { customer_email: String::new(), ..draft() },
            Draft { ordervariants: vec![pieces(2, "variant_1")], ..draft() },
            Draft { ordervariants: vec![pieces(3, "variant_1"), pieces(1, "variant_2")], ..draft() },
            Draft {
                orderbundles: vec![OrderBundle { quantity: 1, bundle_price_option_unique_id: "bpo".into() }],
                ..draft()
            },
            Draft { payment_method: "qris".into(), ..draft() },
            Draft { notes: "cepat ya".into(), ..draft() },
            Draft { address: "Jl. Dago 5".into(), ..draft() },
            Draft { location_id: Some(6033), ..draft() },
            Draft { postal_code: "40132".into(), ..draft() },
            Draft { warehouse_unique_id: "warehouse_1".into(), ..draft() },
            Draft { shipment_provider_code: "ninja".into(), ..draft() },
            Draft { courier_service_id: Some(27), ..draft() },
            Draft { shipping_cost: Some(Rupiah::new(19_000)), ..draft() },
        ];
        for other in others {
            assert!(!same(&other), "{other:?}");
        }
    }
}
