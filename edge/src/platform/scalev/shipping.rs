//! The two shipping searches (scalev-v3 §2.7, §2.8).

use serde::Serialize;
use shared::v3::{CourierResult, CourierSearch, WarehouseResult, WarehouseSearch};
use shared::value::Rupiah;

use super::{READ_CAP, error};
use crate::config::Scalev;
use crate::platform::{Couriers, Credential, Incoming, Outgoing, PlatformError, Said, Verb};

/// Milliseconds for one search: a slow courier is left out before the shopper
/// leaves.
const SEARCH_DEADLINE_MS: u32 = 6_000;

impl Couriers for Scalev {
    fn search_warehouses(&self, search: &WarehouseSearch) -> Vec<Outgoing> {
        vec![ask(self, "/v3/shipping-costs/search-warehouse", search)]
    }

    fn read_warehouses(
        &self,
        _search: &WarehouseSearch,
        answers: &[Incoming],
        now: i64,
    ) -> Said<Vec<WarehouseResult>> {
        error::rows(only(answers)?, now)
    }

    fn prices_by_worth(&self) -> bool {
        false
    }

    fn search_couriers(&self, search: &CourierSearch, _worth: Rupiah) -> Vec<Outgoing> {
        vec![ask(self, "/v3/shipping-costs/search-courier-service", search)]
    }

    fn read_couriers(
        &self,
        _search: &CourierSearch,
        answers: &[Incoming],
        now: i64,
    ) -> Said<Vec<CourierResult>> {
        error::rows(only(answers)?, now)
    }
}

fn only(answers: &[Incoming]) -> Said<&Incoming> {
    answers.first().ok_or(PlatformError::Malformed)
}

fn ask<T: Serialize>(scalev: &Scalev, path: &str, search: &T) -> Outgoing {
    Outgoing {
        method: Verb::Post,
        url: scalev.base.join(path),
        key: scalev.key.clone(),
        credential: Credential::Bearer,
        body: Some(serde_json::to_vec(search).unwrap_or_default()),
        deadline_ms: SEARCH_DEADLINE_MS,
        cap: READ_CAP,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::scalev::tests::account;
    use serde_json::json;
    use shared::v3::{PaymentMethodCode, VariantCount};

    fn body(call: &Outgoing) -> serde_json::Value {
        serde_json::from_slice(call.body.as_deref().unwrap()).unwrap()
    }

    fn warehouse_search() -> WarehouseSearch {
        let variants = vec![VariantCount { variant_id: 55_101, qty: 2 }];
        WarehouseSearch { store_id: 4101, destination_id: 6033, variants }
    }

    fn courier_search() -> CourierSearch {
        CourierSearch {
            store_id: 4101,
            warehouse_id: 610,
            location_id: 6033,
            payment_method: PaymentMethodCode::new("cod"),
            weight: 440,
            postal_code: Some("40132".into()),
        }
    }

    /// The contract's own samples.
    #[test]
    fn searches_are_written_as_the_contract_does() {
        let [call] = <[_; 1]>::try_from(account().search_warehouses(&warehouse_search())).unwrap();
        assert_eq!(call.url, "https://api.example/v3/shipping-costs/search-warehouse");
        assert_eq!(
            body(&call),
            json!({"store_id": 4101, "destination_id": 6033, "variants": [{"variant_id": 55101, "qty": 2}]})
        );
        let [call] = <[_; 1]>::try_from(account().search_couriers(&courier_search(), Rupiah::ZERO)).unwrap();
        assert_eq!(
            body(&call),
            json!({"store_id": 4101, "warehouse_id": 610, "location_id": 6033, "payment_method": "cod", "weight": 440, "postal_code": "40132"})
        );
    }

    #[test]
    fn a_row_that_cannot_be_read_does_not_hide_the_others() {
        let answer = [Incoming {
            status: 200,
            body: br#"{"data":[{"cost":1,"courier_service":{"id":1}},{"cost":1,"courier_service":null},{"cost":"x","courier_service":{"id":2}},7],"is_paginated":false}"#.to_vec(),
            ..Incoming::default()
        }];
        assert_eq!(account().read_couriers(&courier_search(), &answer, 0).map(|rows| rows.len()), Ok(1));
        assert_eq!(account().read_warehouses(&warehouse_search(), &answer, 0), Ok(vec![]));
        assert_eq!(account().read_warehouses(&warehouse_search(), &[], 0), Err(PlatformError::Malformed));
    }
}
