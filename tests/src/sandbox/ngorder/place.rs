//! Districts under Ngorder's numbers, and where the shop sends from.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde_json::{Value, json};

use crate::sandbox::identity;
use crate::sandbox::region::District;

/// Cities and provinces by name, each with its number.
static NUMBERS: LazyLock<HashMap<&str, u64>> = LazyLock::new(|| {
    let mut numbers = HashMap::new();
    for district in District::all() {
        for name in [district.city, district.province] {
            let next = numbers.len() as u64 + 1;
            numbers.entry(name).or_insert(next);
        }
    }
    numbers
});

static IDS: LazyLock<HashMap<u64, u64>> = LazyLock::new(|| {
    (1..).zip(District::all().iter().rev()).map(|(id, district)| (district.id, id)).collect()
});

/// Ngorder's number of a district: 1 to 7285 from the last of them, so that no district has the same
/// number on both platforms.
pub fn district_id(district: &District) -> u64 {
    IDS.get(&district.id).copied().unwrap_or_default()
}

/// The district of Ngorder's number.
pub(super) fn district(id: u64) -> Option<&'static District> {
    District::all().iter().nth_back(usize::try_from(id).ok()?.checked_sub(1)?)
}

/// The number of a city or a province.
pub(super) fn number(name: &str) -> u64 {
    NUMBERS.get(name).copied().unwrap_or_default()
}

/// Twenty-four hexadecimal digits, always the same for one name.
pub(super) fn mongo_id(name: &str) -> String {
    identity::uuid(name).replace('-', "").chars().take(24).collect()
}

/// A district as `GET /region` writes it: its *subdistrict* is the kecamatan, its *district* the city.
pub(super) fn region(district: &District) -> Value {
    json!({
        "_id": mongo_id(&district.display()),
        "id": district_id(district),
        "subdistrict": district.subdistrict,
        "district": { "id": number(district.city), "name": district.city },
        "province": { "id": number(district.province), "name": district.province },
        "fullname": district.display(),
        "postal_code": district.postal_codes,
    })
}

/// A shipping origin.
#[derive(Debug)]
pub(super) struct Supplier {
    pub(super) id: u64,
    pub(super) name: &'static str,
    location: u64,
    pub(super) address: &'static str,
}

/// A warehouse of the shop's. Number 0 is the main one, which the list leaves out unless asked.
#[derive(Debug)]
pub(super) struct Warehouse {
    pub(super) id: u64,
    pub(super) name: &'static str,
    pub(super) supplier_id: u64,
    /// Whose shelves these are on the other platform: what they hold is the same.
    pub(super) twin: u64,
}

/// Where parcels come from.
pub(super) const SUPPLIERS: [Supplier; 3] = [
    Supplier { id: 23517, name: "Sekar Batik Pekalongan", location: 2303, address: "Jl. Hayam Wuruk No. 88" },
    Supplier {
        id: 23518,
        name: "Sekar Batik Jakarta",
        location: 2002,
        address: "Jl. Cempaka Putih Raya No. 12",
    },
    Supplier { id: 23519, name: "Mitra Surabaya", location: 2502, address: "Jl. Ngagel Jaya No. 31" },
];

/// What the shop has them in.
pub(super) const WAREHOUSES: [Warehouse; 3] = [
    Warehouse { id: 0, name: "Gudang Utama", supplier_id: 23517, twin: 610 },
    Warehouse { id: 22, name: "Gudang Jakarta", supplier_id: 23518, twin: 611 },
    Warehouse { id: 30, name: "Gudang Surabaya", supplier_id: 23519, twin: 612 },
];

/// The telephone of the shop and of its suppliers.
pub(super) const PHONE: &str = "081200000077";

impl Supplier {
    /// The supplier of this id.
    pub(super) fn by_id(id: u64) -> Option<&'static Self> {
        SUPPLIERS.iter().find(|supplier| supplier.id == id)
    }

    /// Where it is.
    pub(super) fn district(&self) -> &'static District {
        District::by_id(self.location).unwrap_or(&District::all()[0])
    }

    /// `Cengkareng, Kota Jakarta Barat`
    pub(super) fn location(&self) -> String {
        format!("{}, {}", self.district().subdistrict, self.district().city)
    }

    /// As `GET /supplier` writes it.
    pub(super) fn json(&self) -> Value {
        let district = self.district();
        json!({
            "id": self.id,
            "name": self.name,
            "district_id": district_id(district),
            "shipper_id": 4_000 + district_id(district),
            "district": district.subdistrict,
            "city_id": number(district.city),
            "city": district.city,
            "location": self.location(),
            "phone": PHONE,
            "address": self.address,
            "description": "",
            "shipper_status": "ACTIVE",
        })
    }
}

impl Warehouse {
    /// The warehouse of this id.
    pub(super) fn by_id(id: u64) -> Option<&'static Self> {
        WAREHOUSES.iter().find(|warehouse| warehouse.id == id)
    }

    /// As `GET /warehouse` writes it.
    pub(super) fn json(&self) -> Value {
        json!({
            "id": self.id,
            "warehouse": self.name,
            "supplier_id": self.supplier_id,
            "address": Supplier::by_id(self.supplier_id).map(Supplier::location),
        })
    }
}
