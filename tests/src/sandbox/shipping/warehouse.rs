//! The stores' warehouses.

use serde_json::{Value, json};

use crate::sandbox::catalogue::Store;
use crate::sandbox::identity;
use crate::sandbox::region::District;

/// A place that things are sent from.
#[derive(Debug, PartialEq, Eq)]
pub struct Warehouse {
    /// Numeric id, for the courier search.
    pub id: u64,
    /// The store it serves.
    pub store_key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its district.
    pub location_id: u64,
    /// Street.
    pub address: &'static str,
    /// Belongs to a partner's business.
    pub is_partner: bool,
}

const fn warehouse(
    id: u64,
    store_key: &'static str,
    name: &'static str,
    location_id: u64,
    address: &'static str,
) -> Warehouse {
    Warehouse { id, store_key, name, location_id, address, is_partner: false }
}

const WAREHOUSES: &[Warehouse] = &[
    warehouse(610, "batik", "Gudang Pekalongan", 2303, "Jl. Hayam Wuruk No. 88"),
    warehouse(611, "batik", "Gudang Jakarta", 2002, "Jl. Cempaka Putih Raya No. 12"),
    Warehouse {
        is_partner: true,
        ..warehouse(612, "batik", "Mitra Surabaya", 2502, "Jl. Ngagel Jaya No. 31")
    },
    warehouse(620, "kopi", "Roastery Ngaglik", 2403, "Jl. Kaliurang Km 9,3"),
    warehouse(621, "kopi", "Gudang Tangerang", 2101, "Jl. Raya Serpong No. 7"),
    warehouse(630, "kreator", "Studio Bandung", 2201, "Jl. Tubagus Ismail No. 5"),
    warehouse(631, "kreator", "Gudang Surabaya", 2501, "Jl. Pucang Anom No. 19"),
];

impl Warehouse {
    /// The warehouses of a store.
    pub fn of(store: &Store) -> impl Iterator<Item = &'static Self> {
        let key = store.key;
        WAREHOUSES.iter().filter(move |warehouse| warehouse.store_key == key)
    }

    /// `warehouse_…`, for orders.
    pub fn unique_id(&self) -> String {
        identity::unique_id("warehouse", self.name)
    }

    /// Where it stands.
    pub fn district(&self) -> &'static District {
        District::by_id(self.location_id).unwrap_or(&super::super::region::DISTRICTS[0])
    }

    /// `ORG-610`: its id at the aggregator.
    pub(in crate::sandbox) fn origin_id(&self) -> String {
        format!("ORG-{}", self.id)
    }

    /// The address as the warehouse search writes it (scalev-v3 §2.7).
    pub(in crate::sandbox) fn address_json(&self) -> Value {
        let place = self.district();
        json!({
            "id": self.id * 10,
            "address": self.address,
            "subdistrict": place.subdistrict,
            "city": place.city,
            "province": place.province,
            "postal_code": place.postal_codes.first(),
            "location": place.id,
        })
    }
}
