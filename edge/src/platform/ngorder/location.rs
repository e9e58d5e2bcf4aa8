//! Districts. The vendor's *subdistrict* is the kecamatan, whose number is the
//! `district_id` of everything else; its *district* is the kota or kabupaten
//! (platforms §2.1).

use serde::Deserialize;
use shared::v3::{List, Location};

use super::{error, get, lenient};
use crate::config::Ngorder;
use crate::platform::{Districts, Incoming, Outgoing, Said};

#[derive(Deserialize)]
struct Region {
    #[serde(deserialize_with = "lenient::id")]
    id: i64,
    #[serde(default, deserialize_with = "lenient::text")]
    subdistrict: Option<String>,
    #[serde(default, deserialize_with = "lenient::one")]
    district: Option<Named>,
    #[serde(default, deserialize_with = "lenient::one")]
    province: Option<Named>,
    #[serde(default, deserialize_with = "lenient::text")]
    fullname: Option<String>,
}

#[derive(Deserialize)]
struct Named {
    #[serde(default, deserialize_with = "lenient::text")]
    name: Option<String>,
}

impl Districts for Ngorder {
    /// Without `per_page` there is one district on a page.
    fn district_page(&self, word: &str, cursor: Option<&str>) -> Outgoing {
        let page = cursor.unwrap_or("1");
        get(self, "/region", &[("keyword", word), ("per_page", "50"), ("pagination_offset", page)])
    }

    fn read_districts(&self, answer: &Incoming, now: i64) -> Said<List<Location>> {
        let List { data, is_paginated, has_next, next_cursor } = error::rows::<Region>(answer, now)?;
        Ok(List { data: data.into_iter().map(Location::from).collect(), is_paginated, has_next, next_cursor })
    }
}

impl From<Region> for Location {
    fn from(region: Region) -> Self {
        let name = |named: Option<Named>| named.and_then(|named| named.name).unwrap_or_default();
        Self {
            id: region.id,
            subdistrict_name: region.subdistrict.unwrap_or_default(),
            city_name: name(region.district),
            province_name: name(region.province),
            display: region.fullname.unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::ngorder::tests::{account, fixture, ok};

    #[test]
    fn a_district_is_a_kecamatan() {
        let list = account().read_districts(&ok(fixture!("regions.response")), 0).unwrap();
        let [tajinan] = list.data.as_slice() else { panic!("{list:?}") };
        assert_eq!((tajinan.id, tajinan.subdistrict_name.as_str()), (3627, "Tajinan"));
        assert_eq!(
            (tajinan.city_name.as_str(), tajinan.province_name.as_str()),
            ("Kabupaten Malang", "Jawa Timur")
        );
        assert_eq!((tajinan.display.as_str(), list.next()), ("Tajinan, Kabupaten Malang, Jawa Timur", None));
    }

    #[test]
    fn a_page_has_more_than_one() {
        assert_eq!(
            account().district_page("ma rang", Some("3")).url,
            "https://api.example/api/open/region?keyword=ma+rang&per_page=50&pagination_offset=3"
        );
    }
}
