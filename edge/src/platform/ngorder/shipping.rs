//! What brings a parcel, and for how much: the couriers' rates, the shop's own
//! couriers, and fetching it at the shop (platforms §2.3 Rates, Own couriers).

use serde::Deserialize;
use shared::v3::{Courier, CourierResult, CourierSearch, CourierService, WarehouseResult, WarehouseSearch};
use shared::value::Rupiah;

use super::{error, get, lenient, warehouse};
use crate::config::Ngorder;
use crate::platform::{Couriers, Incoming, Outgoing, PlatformError, Said};

/// The service of an order that its buyer fetches (platforms §2.2).
pub const PICK_UP: i64 = 98;
/// The service of an order that the shop's own people bring; their names tell
/// them apart.
pub const OWN_COURIER: i64 = 99;

const GRAMS_PER_KG: i64 = 1_000;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Rates {
    #[serde(deserialize_with = "lenient::rows")]
    regular: Vec<RateRow>,
    #[serde(deserialize_with = "lenient::rows")]
    express: Vec<RateRow>,
    #[serde(deserialize_with = "lenient::rows")]
    trucking: Vec<RateRow>,
}

#[derive(Deserialize)]
struct RateRow {
    #[serde(deserialize_with = "lenient::id")]
    rate_id: i64,
    #[serde(default, deserialize_with = "lenient::text")]
    name: Option<String>,
    #[serde(default, deserialize_with = "lenient::text")]
    rate_name: Option<String>,
    #[serde(default, rename = "finalWeight", deserialize_with = "lenient::decimal")]
    final_weight: Option<f64>,
    #[serde(rename = "finalRate", default, deserialize_with = "lenient::rupiah")]
    final_rate: Option<Rupiah>,
    #[serde(rename = "insuranceRate", default, deserialize_with = "lenient::rupiah")]
    insurance_rate: Option<Rupiah>,
    #[serde(default, deserialize_with = "lenient::yes")]
    compulsory_insurance: bool,
    #[serde(default, deserialize_with = "lenient::whole")]
    min_day: Option<i64>,
    #[serde(default, deserialize_with = "lenient::whole")]
    max_day: Option<i64>,
}

#[derive(Deserialize)]
struct Own {
    #[serde(deserialize_with = "lenient::id")]
    id: i64,
    #[serde(default, deserialize_with = "lenient::text")]
    name: Option<String>,
    #[serde(default, deserialize_with = "lenient::rupiah")]
    fee: Option<Rupiah>,
}

impl Couriers for Ngorder {
    fn search_warehouses(&self, search: &WarehouseSearch) -> Vec<Outgoing> {
        warehouse::search(self, search)
    }

    fn read_warehouses(
        &self,
        search: &WarehouseSearch,
        answers: &[Incoming],
        now: i64,
    ) -> Said<Vec<WarehouseResult>> {
        warehouse::read(search, answers, now)
    }

    /// Some couriers insure what they carry, asked or not.
    fn prices_by_worth(&self) -> bool {
        true
    }

    fn search_couriers(&self, search: &CourierSearch, worth: Rupiah) -> Vec<Outgoing> {
        let [origin, destination, weight, price] =
            [search.warehouse_id, search.location_id, kilograms(search.weight), worth.amount()]
                .map(|number| number.to_string());
        let query = [
            ("origin_id", origin.as_str()),
            ("destination_id", destination.as_str()),
            ("weight", weight.as_str()),
            ("price", price.as_str()),
        ];
        vec![get(self, "/expedition/cost", &query), own_couriers(self)]
    }

    fn read_couriers(
        &self,
        search: &CourierSearch,
        answers: &[Incoming],
        now: i64,
    ) -> Said<Vec<CourierResult>> {
        let [rates, own] = answers else { return Err(PlatformError::Malformed) };
        let Rates { regular, express, trucking } = weighed(rates, now)?;
        let rates = [regular, express, trucking].into_iter().flatten();
        let rates = rates.filter(|rate| rate.is_for(kilograms(search.weight))).filter_map(RateRow::result);
        let own = read_own(own, now)?.into_iter().filter_map(Own::result);
        let pick_up = self.has_pick_up.then(|| offer(PICK_UP, "Ambil di toko", None, Rupiah::ZERO));
        Ok(rates.chain(own).chain(pick_up.into_iter().flatten()).collect())
    }
}

/// Whole kilograms, rounded up: the unit that the answer names (platforms §2.3).
fn kilograms(grams: i64) -> i64 {
    grams.max(1).saturating_add(GRAMS_PER_KG - 1).div_euclid(GRAMS_PER_KG)
}

/// An answer that counts in another unit would make every price wrong.
fn weighed(answer: &Incoming, now: i64) -> Said<Rates> {
    let rates = error::read(answer, now)?;
    let unit = serde_json::from_slice::<serde_json::Value>(&answer.body).ok();
    let unit = unit.as_ref().and_then(|body| body.pointer("/meta/weight/type")?.as_str());
    let is_kg = unit.is_none_or(|unit| unit.eq_ignore_ascii_case("kg"));
    is_kg.then_some(rates).ok_or(PlatformError::Malformed)
}

/// Asks for the shop's own couriers.
pub(super) fn own_couriers(ngorder: &Ngorder) -> Outgoing {
    get(ngorder, "/setting/courier/custom", &[])
}

fn read_own(answer: &Incoming, now: i64) -> Said<Vec<Own>> {
    Ok(error::rows(answer, now)?.data)
}

/// The name of one of the shop's own couriers, by its service. `now` in Unix
/// seconds.
pub(super) fn own_name(service: i64, answer: &Incoming, now: i64) -> Said<Option<String>> {
    let own = read_own(answer, now)?.into_iter().find(|own| own.service() == Some(service));
    Ok(own.and_then(|own| own.name))
}

impl RateRow {
    /// Parcels are charged by size too, but not by many times their weight: that
    /// would be another unit.
    #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
    fn is_for(&self, kilograms: i64) -> bool {
        let [least, most] = [kilograms, kilograms.saturating_mul(10)].map(|kilograms| kilograms as f64);
        self.final_weight.is_none_or(|weight| (least..=most).contains(&weight))
    }

    fn result(self) -> Option<CourierResult> {
        let premium = self.insurance_rate.filter(|premium| *premium > Rupiah::ZERO);
        let (compulsory, insurance_cost) =
            if self.compulsory_insurance { (premium, None) } else { (None, premium) };
        let cost = self.final_rate?.checked_add(compulsory.unwrap_or_default())?;
        let etd = match (self.min_day, self.max_day) {
            (Some(least), Some(most)) if least != most => Some(format!("{least}-{most}")),
            (Some(days), _) | (_, Some(days)) => Some(days.to_string()),
            _ => None,
        };
        Some(CourierResult { etd, insurance_cost, ..offer(self.rate_id, &self.name?, self.rate_name, cost)? })
    }
}

impl Own {
    /// Below zero, where the platform has no service: 99 stands for all of them.
    fn service(&self) -> Option<i64> {
        self.id.checked_neg().filter(|service| *service < 0)
    }

    fn result(self) -> Option<CourierResult> {
        offer(self.service()?, self.name.as_deref()?, None, self.fee?)
    }
}

#[expect(clippy::cast_precision_loss, reason = "below 2^53")]
fn offer(id: i64, courier: &str, service: Option<String>, cost: Rupiah) -> Option<CourierResult> {
    let named = Courier { code: Some(courier.to_lowercase()), name: Some(courier.to_owned()) };
    (cost >= Rupiah::ZERO).then(|| CourierResult {
        cost: Some(cost.amount() as f64),
        etd: None,
        // How to ask for it is not documented (platforms §2.3 COD).
        is_cod: Some(false),
        shipment_provider_code: None,
        insurance_cost: None,
        courier_service: CourierService { id, code: None, name: service, courier: Some(named) },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::ngorder::tests::{account, fixture, ok};
    use shared::v3::PaymentMethodCode;

    fn search(weight: i64) -> CourierSearch {
        let payment_method = PaymentMethodCode::new("bank_transfer");
        CourierSearch {
            store_id: 7,
            warehouse_id: 334,
            location_id: 3627,
            payment_method,
            weight,
            postal_code: None,
        }
    }

    #[test]
    fn insurance_can_be_had_where_it_is_no_must() {
        let answers = [ok(fixture!("expedition_cost.response")), ok(fixture!("custom_couriers.response"))];
        let premiums = account().read_couriers(&search(900), &answers, 0).unwrap();
        let premiums: Vec<_> = premiums.iter().map(|one| one.insurance_cost.map(Rupiah::amount)).collect();
        assert_eq!(premiums, [Some(360), Some(360), None, None, None]);
        let must = fixture!("expedition_cost.response")
            .replace("\"compulsory_insurance\": 0", "\"compulsory_insurance\": 1");
        let answers = [ok(&must), ok(r#"{"data":[]}"#)];
        let first = account().read_couriers(&search(900), &answers, 0).unwrap().remove(0);
        assert_eq!((first.cost, first.insurance_cost), (Some(37_860.0), None));
    }

    fn found(rates: &str) -> Vec<(i64, i64, Option<String>)> {
        let answers = [ok(rates), ok(fixture!("custom_couriers.response"))];
        let found = account().read_couriers(&search(900), &answers, 0).unwrap();
        #[expect(clippy::cast_possible_truncation, reason = "small")]
        let told = |one: CourierResult| (one.courier_service.id, one.cost.unwrap() as i64, one.etd);
        found.into_iter().map(told).collect()
    }

    #[test]
    fn a_parcel_is_weighed_in_kilograms() {
        let urls: Vec<_> = account()
            .search_couriers(&search(1_001), Rupiah::new(120_000))
            .into_iter()
            .map(|call| call.url)
            .collect();
        assert_eq!(
            urls,
            [
                "https://api.example/api/open/expedition/cost?origin_id=334&destination_id=3627&weight=2&price=120000",
                "https://api.example/api/open/setting/courier/custom"
            ]
        );
        assert_eq!([0, 1, 1_000, 1_001].map(kilograms), [1, 1, 1, 2]);
    }

    #[test]
    fn rates_own_couriers_and_the_counter_are_offered() {
        let three = |days: &str| Some(days.to_owned());
        assert_eq!(
            found(fixture!("expedition_cost.response")),
            [
                (349, 37_500, three("3")),
                (350, 16_000, three("1")),
                (-1, 30_000, None),
                (-2, 40_000, None),
                (PICK_UP, 0, None)
            ]
        );
    }

    #[test]
    fn groups_may_be_missing_or_odd_and_insurance_may_be_a_must() {
        let rates = r#"{"status":{"code":1},"data":{"regular":null,"trucking":[
            {"rate_id":"363","name":"SiCepat","rate_name":"GOKIL","finalRate":"20000","insuranceRate":360,"compulsory_insurance":1,"min_day":2,"max_day":4},
            {"rate_id":7,"name":"X","finalRate":-1},{"name":"no id"}]}}"#;
        assert_eq!(found(rates).first(), Some(&(363, 20_360, Some("2-4".to_owned()))));
        assert_eq!(found(rates).len(), 4);
    }

    #[test]
    fn an_answer_in_another_unit_is_not_believed() {
        let grams = fixture!("expedition_cost.response").replace("\"Kg\"", "\"g\"");
        let answers = [ok(&grams), ok(r#"{"data":[]}"#)];
        assert_eq!(account().read_couriers(&search(900), &answers, 0), Err(PlatformError::Malformed));
        let heavy =
            fixture!("expedition_cost.response").replace("\"finalWeight\": 1,", "\"finalWeight\": 1000,");
        assert_eq!(found(&heavy).iter().filter(|(id, ..)| *id == 349).count(), 0);
    }

    #[test]
    fn an_own_courier_has_a_name() {
        let own = ok(fixture!("custom_couriers.response"));
        assert_eq!(own_name(-2, &own, 0), Ok(Some("INDAH KARGO".into())));
        assert_eq!(own_name(349, &own, 0), Ok(None));
    }
}
