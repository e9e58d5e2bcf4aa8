//! What a parcel costs and how long it takes.

use serde_json::{Value, json};

use super::courier::{Courier, Reach, Service};
use super::logistics::Logistics;
use super::warehouse::Warehouse;
use crate::sandbox::region::District;

/// A parcel to be priced.
#[derive(Debug)]
pub(in crate::sandbox) struct Quote<'a> {
    /// From here.
    pub(in crate::sandbox) warehouse: &'a Warehouse,
    /// To there.
    pub(in crate::sandbox) destination: &'a District,
    /// Grams.
    pub(in crate::sandbox) weight: u64,
    /// Paid in cash at the door.
    pub(in crate::sandbox) is_cod: bool,
    /// What changed since the start.
    pub(in crate::sandbox) logistics: &'a Logistics,
}

impl Quote<'_> {
    fn distance_km(&self) -> f64 {
        self.warehouse.district().distance_km(self.destination)
    }

    /// Whether the service carries this parcel there, however it is paid.
    pub(in crate::sandbox) fn is_carried_by(&self, courier: &Courier, service: &Service) -> bool {
        self.weight <= service.kilograms.1 * 1000
            && self.reaches(service.reach)
            && self.logistics.has_courier(courier.code)
    }

    fn reaches(&self, reach: Reach) -> bool {
        match reach {
            _ if self.destination.id == District::WITHOUT_COURIER => false,
            Reach::City => self.warehouse.district().city == self.destination.city,
            Reach::Kilometres(far) => self.distance_km() <= f64::from(far),
            Reach::Anywhere => true,
        }
    }

    /// Whether the service takes cash at this door.
    pub(in crate::sandbox) fn takes_cash(&self, service: &Service) -> bool {
        !self.logistics.no_cod && service.cod.is_taken_in(self.destination)
    }

    /// What the search says about cash: some say so only when asked with `cod`.
    pub(in crate::sandbox) fn says_cash(&self, service: &Service) -> bool {
        self.takes_cash(service) && (self.is_cod || !service.is_coy)
    }

    /// Rupiah, by started kilograms beyond the courier's tolerance. Providers take
    /// a percentage and some ask more for cash, so it has a fraction at times:
    /// clients have to round (scalev-v3 §2.8).
    pub(in crate::sandbox) fn cost(
        &self,
        courier: &Courier,
        service: &Service,
        provider: Option<&str>,
    ) -> f64 {
        let started = self.weight.saturating_sub(courier.tolerance).div_ceil(1000);
        let kilograms = u32::try_from(started.max(service.kilograms.0)).unwrap_or(u32::MAX);
        let kilogram = 7_000.0 + 1_000.0 * (self.distance_km() / 60.0).floor();
        let share = match provider {
            Some("mengantar") => 1.0,
            Some("lincah") => 0.985,
            Some("ninja") if self.is_cod => 1.0225,
            Some("ninja") => 0.9925,
            _ => 1.05,
        };
        let cost = kilogram * f64::from(kilograms) * f64::from(service.price) / 1000.0 * share;
        (cost * 10.0).round() / 10.0 + self.logistics.surcharge_of(courier.code)
    }

    /// Free text in the courier's own words, longer over the sea.
    pub(in crate::sandbox) fn etd(&self, service: &Service) -> Value {
        service.etd.json(if self.distance_km() > 1200.0 { 2 } else { 0 })
    }
}

impl Courier {
    /// As the searches and orders write a service with its courier.
    pub(in crate::sandbox) fn service_json(&self, service: &Service) -> Value {
        json!({
            "id": service.id,
            "code": service.code,
            "name": service.name,
            "courier": {
                "id": self.id,
                "code": self.code,
                "name": self.name,
                "courier_type": self.courier_type,
            },
        })
    }
}
