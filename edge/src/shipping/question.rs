//! What is asked of the platform's searches: equal questions have one answer,
//! and different ones are never mixed up.

use shared::checkout::Consignment;
use shared::v3::{CourierSearch, VariantCount, WarehouseSearch};

use super::Parcel;

/// Who can send this there?
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WarehouseQuestion {
    store_id: i64,
    location_id: i64,
    /// (variant's number, pieces), by number.
    variants: Vec<(i64, i64)>,
}

impl WarehouseQuestion {
    /// About a parcel. `store_id` is the store's number.
    pub fn new(store_id: i64, location_id: i64, parcel: &Parcel) -> Self {
        Self { store_id, location_id, variants: parcel.variants().collect() }
    }

    /// As the platform is asked.
    pub fn search(&self) -> WarehouseSearch {
        let count = |(variant_id, qty): &(i64, i64)| VariantCount { variant_id: *variant_id, qty: *qty };
        WarehouseSearch {
            store_id: self.store_id,
            destination_id: self.location_id,
            variants: self.variants.iter().map(count).collect(),
        }
    }
}

/// What do couriers take for it from there?
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CourierQuestion {
    store_id: i64,
    warehouse_id: i64,
    location_id: i64,
    postal_code: Option<String>,
    payment_method: String,
    weight: i64,
}

impl CourierQuestion {
    /// About a parcel of so many grams. Store and warehouse by their numbers.
    pub fn new(store_id: i64, warehouse_id: i64, consignment: &Consignment, weight: i64) -> Self {
        Self {
            store_id,
            warehouse_id,
            location_id: consignment.location_id,
            postal_code: consignment.postal_code.as_ref().map(ToString::to_string),
            payment_method: consignment.payment_method.as_str().to_owned(),
            weight,
        }
    }

    /// As the platform is asked.
    pub fn search(&self) -> CourierSearch {
        CourierSearch {
            store_id: self.store_id,
            location_id: self.location_id,
            warehouse_id: self.warehouse_id,
            payment_method: shared::v3::PaymentMethodCode::new(self.payment_method.clone()),
            weight: self.weight,
            postal_code: self.postal_code.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::quote::tests::consignment;
    use super::*;
    use shared::v3::PaymentMethodCode;

    #[test]
    fn every_member_makes_it_another_question() {
        let ask = |consignment: &Consignment| CourierQuestion::new(1, 2, consignment, 450);
        let others = [
            CourierQuestion::new(9, 2, &consignment(), 450),
            CourierQuestion::new(1, 9, &consignment(), 450),
            CourierQuestion::new(1, 2, &consignment(), 500),
            ask(&Consignment { location_id: 9, ..consignment() }),
            ask(&Consignment { postal_code: None, ..consignment() }),
            ask(&Consignment { payment_method: PaymentMethodCode::new("cod"), ..consignment() }),
        ];
        assert!(others.iter().all(|other| *other != ask(&consignment())));
        let search = ask(&consignment()).search();
        assert_eq!(
            (search.store_id, search.warehouse_id, search.location_id, search.weight),
            (1, 2, 6033, 450)
        );
        assert_eq!((search.payment_method.as_str(), search.postal_code.as_deref()), ("qris", Some("40132")));
    }
}
