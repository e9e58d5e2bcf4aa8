//! Where a parcel is (platforms §2.3 Tracking). Who gets it has no member here.

use serde::Deserialize;

use super::{error, get, lenient};
use crate::config::Ngorder;
use crate::platform::{Incoming, Outgoing, Said};
use crate::timestamp;

/// A parcel on its way.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Parcel {
    /// The courier's number for it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub awb_number: Option<String>,
    /// Who carries it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub logistic_name: Option<String>,
    /// In the courier's words.
    #[serde(default, deserialize_with = "lenient::text")]
    pub status: Option<String>,
    /// In the order it came.
    #[serde(default, deserialize_with = "lenient::rows")]
    pub history: Vec<Movement>,
}

/// One thing that happened to it. What the courier writes about the place may
/// name a person, so it is not read.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Movement {
    /// `2021-01-02 10:58:00`, in Jakarta.
    #[serde(default, deserialize_with = "lenient::text")]
    pub date: Option<String>,
    /// Such as `IN`, `OUT`, `DELIVERED`.
    #[serde(default, deserialize_with = "lenient::text")]
    pub desc: Option<String>,
}

impl Movement {
    /// When it happened, in Unix milliseconds.
    pub fn at(&self) -> Option<i64> {
        timestamp::unix_ms(&[self.date.as_deref()?, "+07:00"].concat())
    }
}

/// Asks where a parcel is; all three are required.
pub fn track(ngorder: &Ngorder, awb_number: &str, expedition: i64, order: &str) -> Outgoing {
    let expedition = expedition.to_string();
    let query = [("awb_number", awb_number), ("expedition_id", expedition.as_str()), ("order_id", order)];
    get(ngorder, "/expedition/tracking", &query)
}

/// Reads it. `now` in Unix seconds.
pub fn read_tracking(answer: &Incoming, now: i64) -> Said<Parcel> {
    error::read(answer, now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::ngorder::tests::{account, fixture, ok};

    #[test]
    fn a_parcel_is_followed_and_nobody_is_named() {
        let parcel = read_tracking(&ok(fixture!("expedition_tracking.response")), 0).unwrap();
        assert_eq!((parcel.status.as_deref(), parcel.history.len()), (Some("DELIVERED"), 6));
        let first = parcel.history.first().unwrap();
        assert_eq!((first.desc.as_deref(), first.at()), (Some("PICKREQ"), Some(1_609_559_880_000)));
        let told = format!("{parcel:?}");
        for person in ["Tusfendi", "Kamil", "Suhendra"] {
            assert!(!told.contains(person), "{told}");
        }
    }

    #[test]
    fn a_parcel_is_asked_for_by_number_courier_and_order() {
        assert_eq!(
            track(&account(), "JP 1", 57, "9").url,
            "https://api.example/api/open/expedition/tracking?awb_number=JP+1&expedition_id=57&order_id=9"
        );
    }
}
