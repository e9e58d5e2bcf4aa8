//! What the district routes answer.

use std::rc::Rc;

use shared::v3::Location;
use shared::wire::Page;

use super::{Caching, Failure, Printed, Reply};
use crate::catalogue::page;
use crate::shipping::{Wanted, found};

/// Districts and postal codes change once in years: an hour without asking, a
/// day while asking.
const CACHING: Caching = Caching::Public { fresh: 3_600, stale: 86_400 };

/// What a search for districts was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// `search`
    pub wanted: Wanted,
    /// `store`: whose numbering.
    pub store: Option<String>,
    next_cursor: Option<String>,
}

impl Asked {
    /// Reads a query string.
    pub fn parse(query: &str) -> Result<Self, Failure> {
        let (mut wanted, mut store, mut next_cursor) = (None, None, None);
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = value.trim();
            match name.as_ref() {
                "search" => wanted = Wanted::parse(value),
                "store" => store = (!value.is_empty()).then(|| value.to_owned()),
                "next_cursor" => next_cursor = (!value.is_empty()).then(|| value.to_owned()),
                _ => {}
            }
        }
        Ok(Self { wanted: wanted.ok_or(Failure::Query { member: "search" })?, store, next_cursor })
    }
}

/// Answers `GET /v3/locations` from what the platform knows of each word.
pub fn districts<'a>(
    asked: &Asked,
    answers: impl IntoIterator<Item = &'a Location>,
    if_none_match: Option<&str>,
) -> Result<Reply, Failure> {
    let districts = found(&asked.wanted, answers);
    let districts: Vec<_> = districts.iter().collect();
    let page = page(&districts, asked.next_cursor.as_deref());
    let page = page.map_err(|_| Failure::Query { member: "next_cursor" })?;
    Ok(Reply::kept(&Rc::new(Printed::new(&page)), if_none_match, CACHING))
}

/// Answers `GET /v3/locations/{id}/postal-codes`.
pub fn postal_codes(codes: &[String], if_none_match: Option<&str>) -> Reply {
    Reply::kept(&Rc::new(Printed::new(&Page::whole(codes.to_vec()))), if_none_match, CACHING)
}

/// The store of a query: whose numbering.
pub fn store(query: &str) -> Option<String> {
    let mut members = form_urlencoded::parse(query.as_bytes());
    let store = members.find(|(name, _)| name == "store")?.1;
    Some(store.trim().to_owned()).filter(|store| !store.is_empty())
}

/// The number of a district in a path.
pub fn district_id(text: &str) -> Result<i64, Failure> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let id = is_number.then(|| text.parse().ok()).flatten();
    id.filter(|id| *id > 0).ok_or(Failure::DistrictNotFound)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Body;
    use serde_json::{Value, json};

    fn json(reply: &Reply) -> Value {
        match &reply.body {
            Body::Kept(printed) => serde_json::from_slice(&printed.bytes).unwrap(),
            other => panic!("{other:?}"),
        }
    }

    fn district(id: i64, name: &str) -> Location {
        serde_json::from_value(json!({"id": id, "subdistrict_name": name, "city_name": "Kota Bandung"}))
            .unwrap()
    }

    #[test]
    fn a_search_is_read() {
        let asked = Asked::parse("search=kota+bandung&store=store_1&x=1").unwrap();
        assert_eq!(
            (asked.wanted, asked.store.as_deref()),
            (Wanted::parse("kota bandung").unwrap(), Some("store_1"))
        );
        for bad in ["", "search=", "search=ab", "store=x", &format!("search={}", "a".repeat(61))] {
            assert_eq!(Asked::parse(bad), Err(Failure::Query { member: "search" }), "{bad}");
        }
    }

    #[test]
    fn many_districts_come_in_pages() {
        let all: Vec<_> = (1..=30).map(|id| district(id, &format!("Andir {id:02}"))).collect();
        let ask = |query: &str| districts(&Asked::parse(query).unwrap(), &all, None);
        let first = json(&ask("search=andir").unwrap());
        assert_eq!((first["data"].as_array().unwrap().len(), &first["has_next"]), (24, &json!(true)));
        let next = format!("search=andir&next_cursor={}", first["next_cursor"].as_str().unwrap());
        assert_eq!(json(&ask(&next).unwrap())["data"][0]["id"], 25);
        assert_eq!(ask("search=andir&next_cursor=x").unwrap_err(), Failure::Query { member: "next_cursor" });
    }

    #[test]
    fn a_number_names_a_district() {
        assert_eq!(district_id("6033"), Ok(6033));
        for bad in ["", "0", "-1", "+1", "1.0", "ngorder_7", "99999999999999999999"] {
            assert_eq!(district_id(bad), Err(Failure::DistrictNotFound), "{bad}");
        }
    }

    #[test]
    fn postal_codes_are_a_list() {
        let reply = postal_codes(&["40132".into()], None);
        assert_eq!(json(&reply), json!({"data": ["40132"], "has_next": false, "next_cursor": null}));
    }
}
