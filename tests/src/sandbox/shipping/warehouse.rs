//! The stores' warehouses.

use serde_json::{Value, json};

use super::stores::WAREHOUSES;
use crate::sandbox::catalogue::{ItemType, Product, Store};
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
    /// What is on its shelves.
    pub holds: Holds,
    /// Where it sends.
    pub sends: Sends,
}

/// Which of the store's physical products a warehouse has, by their short names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Holds {
    All,
    AllBut(&'static [&'static str]),
    Only(&'static [&'static str]),
}

/// Where a warehouse sends, by provinces. None sends to [`District::WITHOUT_WAREHOUSE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Sends {
    Anywhere,
    NotTo(&'static [&'static str]),
    OnlyTo(&'static [&'static str]),
}

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
    ///
    /// # Panics
    /// Never: the table names districts that exist.
    pub fn district(&self) -> &'static District {
        District::by_id(self.location_id).expect("a known district")
    }

    /// Has the product. Nobody has what is not physical: it is never sent.
    pub fn holds(&self, product: &Product) -> bool {
        product.item_type == ItemType::Physical
            && match self.holds {
                Holds::All => true,
                Holds::AllBut(slugs) => !slugs.contains(&product.slug),
                Holds::Only(slugs) => slugs.contains(&product.slug),
            }
    }

    /// Sends to the district.
    pub fn sends_to(&self, district: &District) -> bool {
        district.id != District::WITHOUT_WAREHOUSE
            && match self.sends {
                Sends::Anywhere => true,
                Sends::NotTo(provinces) => !provinces.contains(&district.province),
                Sends::OnlyTo(provinces) => provinces.contains(&district.province),
            }
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
