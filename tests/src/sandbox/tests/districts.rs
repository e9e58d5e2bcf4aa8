//! Districts and postal codes.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::client::{get, sandbox};
use crate::sandbox::region::search;
use crate::sandbox::{District, Sandbox};

fn names(sandbox: &Sandbox, search: &str) -> Vec<String> {
    let found = get(sandbox, &format!("/v3/locations?search={search}")).json();
    let rows = found["data"].as_array().unwrap_or_else(|| panic!("{found}"));
    rows.iter().map(|row| row["display"].as_str().unwrap_or_default().to_owned()).collect()
}

fn codes(sandbox: &Sandbox, id: u64) -> Value {
    get(sandbox, &format!("/v3/locations/{id}/postal-codes")).json()["data"].clone()
}

#[test]
fn the_whole_country_is_there() {
    let all = District::all();
    let cities: BTreeSet<_> = all.iter().map(|district| (district.city, district.province)).collect();
    let provinces: BTreeSet<_> = all.iter().map(|district| district.province).collect();
    assert_eq!((all.len(), cities.len(), provinces.len()), (7285, 514, 38));
    let ids: BTreeSet<_> = all.iter().map(|district| district.id).collect();
    assert_eq!(ids.len(), all.len());
    assert!(
        all.iter()
            .all(|district| district.city.starts_with("Kota ") || district.city.starts_with("Kabupaten "))
    );
}

#[test]
fn names_repeat_in_other_cities() {
    let mut same: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for district in District::all() {
        same.entry(district.subdistrict).or_default().insert(district.city);
    }
    let repeated = same.values().filter(|cities| cities.len() > 1).count();
    assert!(repeated > 250, "{repeated}");
    assert_eq!(same["Lembang"], BTreeSet::from(["Kabupaten Bandung Barat", "Kabupaten Pinrang"]));
}

#[test]
fn the_first_districts_kept_their_ids() {
    for (id, display) in [
        (2201, "Coblong, Kota Bandung, Jawa Barat"),
        (2003, "Kebayoran Baru, Kota Jakarta Selatan, DKI Jakarta"),
        (2402, "Depok, Kabupaten Sleman, DI Yogyakarta"),
        (321_606, "Tambun Selatan, Kabupaten Bekasi, Jawa Barat"),
    ] {
        assert_eq!(District::by_id(id).map(District::display).as_deref(), Some(display));
    }
}

#[test]
fn a_row_has_five_members() {
    let sandbox = sandbox();
    let found = get(&sandbox, "/v3/locations?search=coblong").json();
    let district = json!({
        "id": 2201,
        "subdistrict_name": "Coblong",
        "city_name": "Kota Bandung",
        "province_name": "Jawa Barat",
        "display": "Coblong, Kota Bandung, Jawa Barat",
    });
    assert_eq!(found["data"], json!([district]));
}

#[test]
fn a_search_is_one_part_of_the_label_as_it_stands() {
    let sandbox = sandbox();
    let coblong = ["Coblong, Kota Bandung, Jawa Barat"];
    for found in ["COBLONG", "oblong", "coblong,%20kota%20bandung", "%20coblong%20"] {
        assert_eq!(names(&sandbox, found), coblong, "{found}");
    }
    for nothing in ["coblong%20bandung", "bandung%20coblong", "dago", "jaksel", "40132"] {
        assert_eq!(names(&sandbox, nothing), [] as [&str; 0], "{nothing}");
    }
    assert_eq!(names(&sandbox, "kota%20bogor").len(), 6);
    assert_eq!(names(&sandbox, "kabupaten%20bogor").len(), 25, "the first page of 40");
}

#[test]
fn all_districts_are_walked_in_pages_of_25() {
    let sandbox = sandbox();
    let (mut seen, mut query) = (BTreeSet::new(), String::new());
    loop {
        let page = get(&sandbox, &format!("/v3/locations?search=jawa%20timur{query}")).json();
        let rows = page["data"].as_array().expect("rows");
        assert!(rows.len() <= 25);
        seen.extend(rows.iter().map(|row| row["id"].as_u64()));
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        query = format!("&next_cursor={cursor}");
    }
    let there = District::all().iter().filter(|district| district.province == "Jawa Timur").count();
    assert_eq!((seen.len(), there), (666, 666));
}

#[test]
fn districts_have_one_postal_code_or_several_or_none() {
    let sandbox = sandbox();
    assert_eq!(codes(&sandbox, 2201)[1], json!({ "postal_code": "40132" }));
    assert_eq!(codes(&sandbox, 2203), json!([{ "postal_code": "40391" }]));
    assert_eq!(codes(&sandbox, District::WITHOUT_POSTAL_CODE), json!([]));
    let good = |code: &&str| code.len() == 5 && code.parse::<u32>().is_ok_and(|code| code >= 10_000);
    assert!(District::all().iter().flat_map(|district| &district.postal_codes).all(good));
    for unknown in ["1", "999999"] {
        let reply = get(&sandbox, &format!("/v3/locations/{unknown}/postal-codes"));
        assert_eq!((reply.status, reply.json()), (404, json!({ "error": "Not found" })));
    }
    assert_eq!(get(&sandbox, "/v3/locations/coblong/postal-codes").status, 400);
}

/// The quickest of many, because other tests run beside it.
#[test]
fn a_search_takes_less_than_a_millisecond() {
    for text in ["tambun", "kota bandung", "jawa"] {
        let once = || {
            let start = Instant::now();
            assert!(!search(text).is_empty());
            start.elapsed()
        };
        let quickest = (0..100).map(|_| once()).min().unwrap_or_default();
        assert!(quickest < Duration::from_millis(1), "{text}: {quickest:?}");
    }
}
