//! The name of a courier, which an order has to say beside its number.

use serde::Deserialize;

use super::shipping::PICK_UP;
use super::{error, get, lenient, shipping};
use crate::config::Ngorder;
use crate::platform::{Incoming, Outgoing, PlatformError, Said};

/// As the platform names the counter of a shop.
const COUNTER: &str = "Ambil di Toko";

#[derive(Deserialize)]
struct Active {
    #[serde(deserialize_with = "lenient::id")]
    id: i64,
    #[serde(default, deserialize_with = "lenient::text")]
    logistic_name: Option<String>,
}

/// Asks for the name of a service, unless it is known.
pub(super) fn ask(ngorder: &Ngorder, service: i64) -> Option<Outgoing> {
    match service {
        PICK_UP => None,
        own if own < 0 => Some(shipping::own_couriers(ngorder)),
        _ => Some(get(ngorder, "/expedition/active", &[("per_page", "100"), ("pagination_offset", "1")])),
    }
}

/// Reads it. A service that is not active any more is refused.
pub(super) fn name(service: i64, answers: &[Incoming], now: i64) -> Said<String> {
    let answer = || answers.first().ok_or(PlatformError::Malformed);
    let name = match service {
        PICK_UP => Some(COUNTER.to_owned()),
        own if own < 0 => shipping::own_name(own, answer()?, now)?,
        rate => active(rate, answer()?, now)?,
    };
    name.ok_or(PlatformError::Refused)
}

fn active(rate: i64, answer: &Incoming, now: i64) -> Said<Option<String>> {
    let found = error::rows::<Active>(answer, now)?.data.into_iter().find(|active| active.id == rate);
    Ok(found.and_then(|active| active.logistic_name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::ngorder::tests::{account, fixture, ok};

    #[test]
    fn each_kind_of_service_has_its_list() {
        let active = [ok(fixture!("expedition_active.response"))];
        let own = [ok(fixture!("custom_couriers.response"))];
        assert_eq!(name(1, &active, 0).as_deref(), Ok("JNE"));
        assert_eq!(name(-1, &own, 0).as_deref(), Ok("KURIR TOKO"));
        assert_eq!(name(PICK_UP, &[], 0).as_deref(), Ok("Ambil di Toko"));
        assert!(ask(&account(), PICK_UP).is_none());
        assert!(ask(&account(), -1).unwrap().url.ends_with("/setting/courier/custom"));
        assert!(ask(&account(), 1).unwrap().url.contains("/expedition/active?per_page=100"));
    }

    #[test]
    fn a_service_that_was_switched_off_is_refused() {
        let active = [ok(fixture!("expedition_active.response"))];
        assert_eq!(name(7, &active, 0), Err(PlatformError::Refused));
        assert_eq!(name(1, &[], 0), Err(PlatformError::Malformed));
    }
}
