//! The two shipping searches (scalev-v3 §2.7, §2.8).

use serde::Serialize;
use shared::v3::{CourierResult, CourierSearch, WarehouseResult, WarehouseSearch};

use super::{READ_CAP, error};
use crate::config::Scalev;
use crate::platform::{Credential, Incoming, Outgoing, PlatformError, Verb};

/// Milliseconds for one search: a slow courier is left out before the shopper
/// leaves.
const SEARCH_DEADLINE_MS: u32 = 6_000;

/// Asks which warehouses can send a parcel.
pub fn search_warehouses(scalev: &Scalev, search: &WarehouseSearch) -> Outgoing {
    ask(scalev, "/v3/shipping-costs/search-warehouse", search)
}

/// Asks what couriers take for a parcel.
pub fn search_couriers(scalev: &Scalev, search: &CourierSearch) -> Outgoing {
    ask(scalev, "/v3/shipping-costs/search-courier-service", search)
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

/// Reads the answer to [`search_warehouses`]. `now` in Unix seconds.
pub fn read_warehouses(answer: &Incoming, now: i64) -> Result<Vec<WarehouseResult>, PlatformError> {
    error::rows(answer, now)
}

/// Reads the answer to [`search_couriers`]. `now` in Unix seconds.
pub fn read_couriers(answer: &Incoming, now: i64) -> Result<Vec<CourierResult>, PlatformError> {
    error::rows(answer, now)
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

    /// The contract's own samples.
    #[test]
    fn searches_are_written_as_the_contract_does() {
        let variants = vec![VariantCount { variant_id: 55_101, qty: 2 }];
        let call = search_warehouses(
            &account(),
            &WarehouseSearch { store_id: 4101, destination_id: 6033, variants },
        );
        assert_eq!(call.url, "https://api.example/v3/shipping-costs/search-warehouse");
        assert_eq!(
            body(&call),
            json!({"store_id": 4101, "destination_id": 6033, "variants": [{"variant_id": 55101, "qty": 2}]})
        );
        let search = CourierSearch {
            store_id: 4101,
            warehouse_id: 610,
            location_id: 6033,
            payment_method: PaymentMethodCode::new("cod"),
            weight: 440,
            postal_code: Some("40132".into()),
        };
        assert_eq!(
            body(&search_couriers(&account(), &search)),
            json!({"store_id": 4101, "warehouse_id": 610, "location_id": 6033, "payment_method": "cod", "weight": 440, "postal_code": "40132"})
        );
    }

    #[test]
    fn a_row_that_cannot_be_read_does_not_hide_the_others() {
        let answer = Incoming {
            status: 200,
            body: br#"{"data":[{"cost":1,"courier_service":{"id":1}},{"cost":1,"courier_service":null},{"cost":"x","courier_service":{"id":2}},7],"is_paginated":false}"#.to_vec(),
            ..Incoming::default()
        };
        assert_eq!(read_couriers(&answer, 0).map(|rows| rows.len()), Ok(1));
        assert_eq!(read_warehouses(&answer, 0), Ok(vec![]));
    }
}
