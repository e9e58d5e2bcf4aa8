//! Districts and postal codes: all of Indonesia. The numbers are ours.

mod district;
mod odd;
mod search;

use serde_json::{Value, json};

pub use district::District;
pub(super) use search::search;

impl District {
    /// `Coblong, Kota Bandung, Jawa Barat`.
    pub fn display(&self) -> String {
        format!("{}, {}, {}", self.subdistrict, self.city, self.province)
    }

    /// As `GET /v3/locations` writes it: these five members and no other (scalev-v3 §2.5).
    pub(super) fn json(&self) -> Value {
        json!({
            "id": self.id,
            "subdistrict_name": self.subdistrict,
            "city_name": self.city,
            "province_name": self.province,
            "display": self.display(),
        })
    }

    /// Great-circle distance in kilometres.
    pub(super) fn distance_km(&self, other: &Self) -> f64 {
        const EARTH_RADIUS_KM: f64 = 6371.0;
        let (from, to) = (self.place(), other.place());
        let half = |a: f64, b: f64| ((b - a) / 2.0).sin().powi(2);
        let chord = half(from.0, to.0) + from.0.cos() * to.0.cos() * half(from.1, to.1);
        2.0 * EARTH_RADIUS_KM * chord.sqrt().asin()
    }

    fn place(&self) -> (f64, f64) {
        (self.latitude.to_radians(), self.longitude.to_radians())
    }
}
