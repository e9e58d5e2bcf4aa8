//! What couriers ask, by rate (platforms §2.3). Names are real, prices ours.

use serde_json::{Value, json};

use super::goods;
use super::place::district_id;
use crate::sandbox::region::District;
use crate::sandbox::shipping::Logistics;

/// A service of a courier, under its rate-level id.
#[derive(Debug)]
pub(super) struct Rate {
    pub(super) id: u64,
    /// `J&T`: orders, lists and searches each spell it in their own case.
    pub(super) courier: &'static str,
    /// The code by which [`Logistics`] knows the courier.
    code: &'static str,
    pub(super) name: &'static str,
    pub(super) group: Group,
    /// Thousandths of the usual price of a kilogram.
    price: i64,
    /// Days.
    days: (u32, u32),
    /// Kilograms that are paid at least.
    least: u64,
}

/// How the answer groups rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    Regular,
    Express,
    Trucking,
}

const fn rate(id: u64, courier: &'static str, code: &'static str, name: &'static str) -> Rate {
    Rate { id, courier, code, name, group: Group::Regular, price: 1000, days: (2, 3), least: 1 }
}

/// Every rate that the shop has switched on.
pub(super) const RATES: [Rate; 8] = [
    rate(1, "JNE", "jne", "REG"),
    Rate { group: Group::Express, price: 1850, days: (1, 1), ..rate(2, "JNE", "jne", "YES") },
    Rate { price: 900, days: (3, 5), ..rate(44, "Lion Parcel", "lion", "REGPACK") },
    Rate { price: 1040, ..rate(57, "J&T", "jnt", "EZ") },
    Rate { price: 980, days: (1, 2), ..rate(3, "SiCepat", "sicepat", "REG") },
    Rate { price: 950, days: (3, 3), ..rate(349, "SAP", "sap", "Reguler") },
    Rate { group: Group::Express, price: 1700, days: (1, 1), ..rate(350, "SAP", "sap", "One Day Service") },
    Rate {
        group: Group::Trucking,
        price: 450,
        days: (4, 7),
        least: 10,
        ..rate(363, "SiCepat", "sicepat", "GOKIL")
    },
];

/// The shop's own couriers: id, name, rupiah.
pub(super) const OWN_COURIERS: [(u64, &str, i64); 2] =
    [(1, "KURIR TOKO", 30_000), (2, "INDAH KARGO", 40_000)];

/// Couriers that take cash, and one entry that is no courier.
pub(super) const CASH_COURIERS: [&str; 4] = ["sicepat", "sap", "jne", "shipper"];

/// No courier's picture is ours to show: the shop's own stands for all of them.
pub(super) const LOGO: &str = "batik-logo";

/// Fetched at the shop.
pub(super) const PICK_UP: u64 = 98;
/// Sent by somebody whom the order names.
pub(super) const BY_HAND: u64 = 99;

impl Rate {
    /// The rate of this id.
    pub(super) fn by_id(id: u64) -> Option<&'static Self> {
        RATES.iter().find(|rate| rate.id == id)
    }

    /// As the lists of couriers write it.
    pub(super) fn listed(&self) -> Value {
        let show = if self.group == Group::Express { "Express" } else { "Regular" };
        json!({
            "id": self.id,
            "rate_name": self.name,
            "logistic_name": self.courier,
            "show_name": show,
            "pickup_available": "AVAILABLE",
        })
    }
}

/// A parcel to be priced.
#[derive(Debug)]
pub(super) struct Parcel<'a> {
    pub(super) from: &'a District,
    pub(super) to: &'a District,
    /// Kilograms.
    pub(super) weight: u64,
    /// Rupiah.
    pub(super) goods: i64,
    pub(super) logistics: &'a Logistics,
}

impl Parcel<'_> {
    /// Every rate of a group that goes there.
    pub(super) fn group(&self, group: Group, origin: &str) -> Value {
        let goes = |rate: &&Rate| rate.group == group && self.goes(rate);
        RATES.iter().filter(goes).map(|rate| self.json(rate, origin)).collect()
    }

    fn goes(&self, rate: &Rate) -> bool {
        self.to.id != District::WITHOUT_COURIER
            && self.logistics.has_courier(rate.code)
            && (rate.group != Group::Trucking || self.weight >= rate.least)
    }

    /// Whole rupiah, by started kilograms and distance.
    #[expect(clippy::cast_possible_truncation, reason = "no distance on Earth is that far")]
    fn cost(&self, rate: &Rate) -> i64 {
        let kilogram = 7_000 + 1_000 * (self.from.distance_km(self.to) / 60.0) as i64;
        let weight = i64::try_from(self.weight.max(rate.least)).unwrap_or(i64::MAX);
        let cost = kilogram.saturating_mul(weight).saturating_mul(rate.price) / 1_000;
        (cost + self.logistics.surcharge_of(rate.code) as i64).max(0)
    }

    fn json(&self, rate: &Rate, origin: &str) -> Value {
        json!({
            "name": rate.courier,
            "logo_url": goods::picture(origin, LOGO),
            "rate_id": rate.id,
            "show_id": if rate.group == Group::Express { 2 } else { 1 },
            "rate_name": rate.name,
            "stop_origin": 3_000 + district_id(self.from),
            "stop_destination": 3_000 + district_id(self.to),
            "weight": self.weight,
            "volumeWeight": 0.1667,
            "finalWeight": self.weight.max(rate.least),
            "itemPrice": self.goods,
            "item_price": self.goods,
            "finalRate": self.cost(rate),
            "insuranceRate": self.goods * 3 / 1_000,
            "compulsory_insurance": 0,
            "liability": 0,
            "discount": 0,
            "min_day": rate.days.0,
            "max_day": rate.days.1,
            "pickup_agent": 1,
            "is_pickup_available": 1,
        })
    }
}
