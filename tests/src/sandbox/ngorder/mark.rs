//! Moments and amounts in the forms that Ngorder writes them (platforms §2.2).

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::sandbox::identity::jakarta;
use crate::sandbox::money::Sen;

/// `2021-01-25`
pub(super) fn day(time: Timestamp) -> String {
    jakarta(time).strftime("%Y-%m-%d").to_string()
}

/// `2021-01-18 10:37:42`, in Jakarta without saying so.
pub(super) fn clock(time: Timestamp) -> String {
    jakarta(time).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// `2021-01-02 18:55`
pub(super) fn minute(time: Timestamp) -> String {
    jakarta(time).strftime("%Y-%m-%d %H:%M").to_string()
}

/// `2021-08-09T10:44:08+07:00`
pub(super) fn zoned(time: Timestamp) -> String {
    jakarta(time).strftime("%Y-%m-%dT%H:%M:%S+07:00").to_string()
}

/// `2020-06-23T04:46:15.755000Z`
pub(super) fn precise(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S%.6fZ").to_string()
}

/// `{"$date": {"$numberLong": "1592816651000"}}`
pub(super) fn mongo(time: Timestamp) -> Value {
    json!({ "$date": { "$numberLong": time.as_millisecond().to_string() } })
}

/// `Rp100.000`
pub(super) fn rupiah(amount: i64) -> String {
    Sen::rupiah(amount).display()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_moment_has_six_forms() {
        let time = Timestamp::from_millisecond(1_592_887_575_675).unwrap();
        assert_eq!(day(time), "2020-06-23");
        assert_eq!(clock(time), "2020-06-23 11:46:15");
        assert_eq!(minute(time), "2020-06-23 11:46");
        assert_eq!(zoned(time), "2020-06-23T11:46:15+07:00");
        assert_eq!(precise(time), "2020-06-23T04:46:15.675000Z");
        assert_eq!(mongo(time), json!({ "$date": { "$numberLong": "1592887575675" } }));
    }
}
