//! What is kept apart from an order: what was paid of it, as the seller wrote it
//! down, and what the courier says of its parcel (platforms §2.3 Payments,
//! Tracking). Who gets it has no member here.

use serde::Deserialize;
use shared::value::Rupiah;
use shared::wire::{Movement, ParcelStep};

use super::shipping::{OWN_COURIER, PICK_UP};
use super::{error, get, lenient};
use crate::config::Ngorder;
use crate::platform::{Apart, Incoming, Outgoing, PlatformError, Said};
use crate::timestamp;

/// Most movements of a parcel that are kept: the latest.
const MOVEMENTS_MAX: usize = 20;

#[derive(Deserialize)]
struct Payment {
    /// Written `Rp100.000`.
    #[serde(default, deserialize_with = "lenient::rupiah")]
    nominal: Option<Rupiah>,
}

#[derive(Deserialize)]
struct Parcel {
    #[serde(default, deserialize_with = "lenient::rows")]
    history: Vec<Row>,
}

/// What the courier writes about the place may name a person, so it is not read.
#[derive(Deserialize)]
struct Row {
    /// `2021-01-02 10:58:00`, in Jakarta.
    #[serde(default, deserialize_with = "lenient::text")]
    date: Option<String>,
    #[serde(default, deserialize_with = "lenient::text")]
    desc: Option<String>,
}

impl Apart for Ngorder {
    fn payments(&self, id: &str) -> Option<Outgoing> {
        is_number(id).then(|| get(self, "/order/payment-history", &[("id", id), ("status", "ORDER")]))
    }

    /// A payment without an amount would make less of what was paid.
    fn read_payments(&self, answer: &Incoming, now: i64) -> Said<Rupiah> {
        let payments = error::rows::<Payment>(answer, now)?.data;
        let amounts = payments.into_iter().map(|payment| payment.nominal);
        let sum = amounts.into_iter().try_fold(Rupiah::ZERO, |sum, amount| sum.checked_add(amount?));
        sum.filter(|sum| *sum >= Rupiah::ZERO).ok_or(PlatformError::Malformed)
    }

    /// All three members are required. The shop's own people and its counter
    /// write nothing down.
    fn parcel(&self, id: &str, waybill: &str, service: i64) -> Option<Outgoing> {
        let has_courier = service > 0 && !matches!(service, PICK_UP | OWN_COURIER);
        let service = service.to_string();
        let query = [("awb_number", waybill), ("expedition_id", service.as_str()), ("order_id", id)];
        (is_number(id) && has_courier).then(|| get(self, "/expedition/tracking", &query))
    }

    fn read_parcel(&self, answer: &Incoming, now: i64) -> Said<Vec<Movement>> {
        let mut all: Vec<_> =
            error::read::<Parcel>(answer, now)?.history.iter().filter_map(Row::movement).collect();
        all.sort_by_key(|movement| movement.at);
        let first = all.len().saturating_sub(MOVEMENTS_MAX);
        Ok(all.split_off(first))
    }
}

fn is_number(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit())
}

impl Row {
    fn movement(&self) -> Option<Movement> {
        let at = timestamp::unix_ms(&[self.date.as_deref()?, "+07:00"].concat())?;
        Some(Movement { at: at.div_euclid(1_000), step: step(self.desc.as_deref()) })
    }
}

fn step(word: Option<&str>) -> ParcelStep {
    match word {
        Some("PICKREQ") => ParcelStep::Requested,
        Some("IN") => ParcelStep::Received,
        Some("OUT") => ParcelStep::Forwarded,
        Some("ANT") => ParcelStep::Delivering,
        Some("DELIVERED") => ParcelStep::Delivered,
        _ => ParcelStep::Moved,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::ngorder::tests::{account, fixture, ok};

    #[test]
    fn a_parcel_is_followed_and_nobody_is_named() {
        let moved = account().read_parcel(&ok(fixture!("expedition_tracking.response")), 0).unwrap();
        let steps: Vec<_> = moved.iter().map(|one| one.step).collect();
        let [requested, received, forwarded, delivering, delivered] = [
            ParcelStep::Requested,
            ParcelStep::Received,
            ParcelStep::Forwarded,
            ParcelStep::Delivering,
            ParcelStep::Delivered,
        ];
        assert_eq!(steps, [requested, received, forwarded, received, delivering, delivered]);
        assert_eq!(moved.first().map(|one| one.at), Some(1_609_559_880));
        let told = serde_json::to_string(&moved).unwrap();
        for person in ["Tusfendi", "Kamil", "Suhendra"] {
            assert!(!told.contains(person), "{told}");
        }
    }

    #[test]
    fn a_courier_s_own_words_stay_his_and_the_latest_are_kept() {
        let row = |day: usize| format!(r#"{{"date":"2021-01-{day:02} 08:00:00","desc":"Diterima Budi"}}"#);
        let rows: Vec<_> = (1..=25).rev().map(row).collect();
        let body = format!(r#"{{"data":{{"history":[{},{{"desc":"IN"}}]}}}}"#, rows.join(","));
        let moved = account().read_parcel(&ok(&body), 0).unwrap();
        assert!(moved.iter().all(|one| one.step == ParcelStep::Moved), "{moved:?}");
        assert_eq!((moved.len(), moved.is_sorted_by_key(|one| one.at)), (20, true));
        assert_eq!(moved.last().map(|one| one.at), Some(1_611_536_400));
    }

    #[test]
    fn a_parcel_is_asked_for_by_number_courier_and_order() {
        assert_eq!(
            account().parcel("9", "JP 1", 57).unwrap().url,
            "https://api.example/api/open/expedition/tracking?awb_number=JP+1&expedition_id=57&order_id=9"
        );
        for (id, service) in [("9", PICK_UP), ("9", OWN_COURIER), ("9", -1), ("1&x", 57), ("", 57)] {
            assert!(account().parcel(id, "JP1", service).is_none(), "{id} {service}");
        }
    }

    #[test]
    fn payments_are_written_as_people_write_them() {
        let paid = |body: &str| account().read_payments(&ok(body), 0);
        assert_eq!(paid(fixture!("order_payment_history.response")), Ok(Rupiah::new(226_947)));
        assert_eq!(paid(r#"{"data":[]}"#), Ok(Rupiah::ZERO));
        for odd in [r#"{"data":[{"nominal":"banyak"}]}"#, r#"{"data":[{"nominal":-5}]}"#, "<html>"] {
            assert_eq!(paid(odd), Err(PlatformError::Malformed), "{odd}");
        }
        let call = account().payments("1312").unwrap();
        assert!(call.url.ends_with("/order/payment-history?id=1312&status=ORDER"));
        assert!(account().payments("1&x").is_none());
    }
}
