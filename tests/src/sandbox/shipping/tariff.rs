//! What a parcel costs and how long it takes.

use serde_json::{Value, json};

use super::courier::{Courier, Service};
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
}

impl Quote<'_> {
    fn distance_km(&self) -> f64 {
        self.warehouse.district().distance_km(self.destination)
    }

    /// Whether the service goes there at all.
    pub(in crate::sandbox) fn reaches(&self, service: &Service) -> bool {
        self.distance_km() <= f64::from(service.reach_km)
    }

    /// Rupiah. Aggregators take a percentage, so it may have a fraction: clients
    /// have to round (scalev-v3 §2.8).
    pub(in crate::sandbox) fn cost(&self, service: &Service, provider: Option<&str>) -> f64 {
        let kilograms = u32::try_from(self.weight.div_ceil(1000).max(1)).unwrap_or(u32::MAX);
        let kilogram = 7_000.0 + 1_000.0 * (self.distance_km() / 60.0).floor();
        let share = match provider {
            Some("mengantar") => 1.0,
            Some("lincah") => 0.985,
            Some("ninja") => 0.9925,
            _ => 1.05,
        };
        let cost = kilogram * f64::from(kilograms) * f64::from(service.price) / 1000.0 * share;
        (cost * 10.0).round() / 10.0
    }

    /// `2-3`: free text, longer over the sea; `null` for a service that does not say.
    pub(in crate::sandbox) fn etd(&self, service: &Service) -> Value {
        let far = if self.distance_km() > 1200.0 { 2 } else { 0 };
        match service.days {
            None => Value::Null,
            Some((first, last)) if first == last => json!(format!("{}", first + far)),
            Some((first, last)) => json!(format!("{}-{}", first + far, last + far)),
        }
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
