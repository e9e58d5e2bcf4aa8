//! The offers of all warehouses, put together.

use std::collections::HashSet;

use shared::v3::{PaymentKind, PaymentMethodCode};
use shared::wire::NoShipping;

use super::Offer;
use crate::platform::PlatformError;

/// All offers for a parcel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Cheapest first, each once.
    pub offers: Vec<Offer>,
    /// Services that were left out because they take no cash at the door.
    pub hidden_without_cod: u32,
    /// A part of the couriers did not answer.
    pub is_incomplete: bool,
}

impl Found {
    /// Why there is no offer, if a warehouse was asked for some.
    pub fn reason(&self, method: &PaymentMethodCode) -> Option<NoShipping> {
        match (self.offers.is_empty(), method.kind()) {
            (false, _) => None,
            (true, PaymentKind::Cod) => Some(NoShipping::NoCodCourier),
            (true, _) => Some(NoShipping::NoCourier),
        }
    }
}

/// Puts the answers for all warehouses together, nearest first, as far as they
/// can be paid like this. Of equal prices the nearer wins. When a part failed
/// and the rest has nothing, nobody knows whether there is something.
pub fn gather(
    answers: impl IntoIterator<Item = Result<Vec<Offer>, PlatformError>>,
    method: &PaymentMethodCode,
) -> Result<Found, PlatformError> {
    let (mut offers, mut failed) = (Vec::new(), None);
    for answer in answers {
        match answer {
            Ok(some) => offers.extend(some),
            Err(error) => failed = Some(error),
        }
    }
    let found = in_order(offers, method);
    match failed {
        Some(error) if found.offers.is_empty() => Err(error),
        failed => Ok(Found { is_incomplete: failed.is_some(), ..found }),
    }
}

fn in_order(mut offers: Vec<Offer>, method: &PaymentMethodCode) -> Found {
    let all = offers.len();
    if method.kind() == PaymentKind::Cod {
        offers.retain(|offer| offer.is_cod);
    }
    let hidden_without_cod = u32::try_from(all.saturating_sub(offers.len())).unwrap_or(u32::MAX);
    offers.sort_by_key(|offer| offer.cost);
    let mut seen = HashSet::new();
    let first: Vec<bool> = offers.iter().map(|offer| seen.insert(offer.name())).collect();
    let mut first = first.into_iter();
    offers.retain(|_| first.next().unwrap_or(false));
    Found { offers, hidden_without_cod, is_incomplete: false }
}

#[cfg(test)]
mod tests {
    use super::super::offer::tests::{from, read};
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn code(code: &str) -> PaymentMethodCode {
        PaymentMethodCode::new(code)
    }

    #[test]
    fn the_cheapest_comes_first_and_each_service_once() {
        let row = |id: i64, cost: i64| json!({"cost": cost, "courier_service": {"id": id}});
        let mut all = read(json!([row(1, 300), row(2, 100), row(1, 200)]));
        all.extend(from("warehouse_2", json!([row(1, 100)])));
        let found = in_order(all, &code("qris"));
        let names: Vec<_> =
            found.offers.iter().map(|offer| (offer.name().0, offer.name().1, offer.cost.amount())).collect();
        assert_eq!(names, [("warehouse_1", 2, 100), ("warehouse_2", 1, 100), ("warehouse_1", 1, 200)]);
    }

    /// Orders know neither; shoppers see two prices.
    #[test]
    fn providers_that_orders_do_not_know_are_told_apart() {
        let row = |provider: &str| json!({"cost": 1, "shipment_provider_code": provider, "courier_service": {"id": 1}});
        let all = read(json!([row("x"), row("y"), row("x")]));
        assert_eq!(in_order(all, &code("qris")).offers.len(), 2);
    }

    #[test]
    fn cash_at_the_door_hides_who_does_not_take_it() {
        let all = || {
            read(json!([
                {"cost": 1, "is_cod": true, "courier_service": {"id": 1}},
                {"cost": 1, "is_cod": false, "courier_service": {"id": 2}},
                {"cost": 1, "courier_service": {"id": 3}},
            ]))
        };
        let cash = in_order(all(), &code("cod"));
        assert_eq!((cash.offers.len(), cash.hidden_without_cod, cash.reason(&code("cod"))), (1, 2, None));
        let others = in_order(all(), &code("qris"));
        assert_eq!((others.offers.len(), others.hidden_without_cod), (3, 0));
        assert_eq!(in_order(vec![], &code("cod")).reason(&code("cod")), Some(NoShipping::NoCodCourier));
        assert_eq!(in_order(vec![], &code("qris")).reason(&code("qris")), Some(NoShipping::NoCourier));
    }

    #[test]
    fn a_part_that_fails_is_told_and_nothing_is_not_called_nothing() {
        let some = || Ok(read(json!([{"cost": 1, "courier_service": {"id": 1}}])));
        let gather = |answers: Vec<_>, method: &str| gather(answers, &code(method));
        let failed = || Err(PlatformError::Timeout);
        let found = gather(vec![failed(), some()], "qris").unwrap();
        assert!(found.is_incomplete && found.offers.len() == 1);
        assert!(!gather(vec![some(), Ok(vec![])], "qris").unwrap().is_incomplete);
        assert_eq!(gather(vec![failed(), Ok(vec![])], "qris"), Err(PlatformError::Timeout));
        assert_eq!(gather(vec![failed(), some()], "cod"), Err(PlatformError::Timeout));
        assert_eq!(gather(vec![Ok(vec![])], "qris"), Ok(Found::default()));
    }

    proptest! {
        #[test]
        fn every_offer_is_kept_once_and_in_order(rows in proptest::collection::vec((0..4_i64, 0..3_usize, 0..50_i64), 0..40)) {
            let providers = [None, Some("mengantar"), Some("x")];
            let all: Vec<Offer> = rows.iter().flat_map(|(id, provider, cost)| {
                read(json!([{"cost": cost, "shipment_provider_code": providers[*provider], "courier_service": {"id": id}}]))
            }).collect();
            let found = in_order(all, &code("qris")).offers;
            prop_assert!(found.is_sorted_by_key(|offer| offer.cost));
            for (id, provider, cost) in rows {
                let same: Vec<_> = found.iter().filter(|o| o.courier_service_id == id && o.provider.as_deref() == providers[provider]).collect();
                prop_assert_eq!(same.len(), 1);
                prop_assert!(same[0].cost.amount() <= cost);
            }
        }
    }
}
