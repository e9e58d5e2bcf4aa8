//! Districts by what people type, and their postal codes.

use std::fmt::Write as _;

use anyhow::Result;
use edge::shipping::{Wanted, found};
use libtest_mimic::Trial;
use serde_json::{Value, json};
use tumbas_tests::sandbox::{District, Fault};
use tumbas_tests::stage::World;

use super::ask::Ask;
use super::cart::store;
use super::courier::arrivals;
use super::places;
use super::until::until;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::locations":
        districts_are_found_by_what_people_type,
        every_kecamatan_is_found_by_its_own_label,
        a_kota_is_not_a_kabupaten,
        the_kecamatan_comes_before_the_city,
        a_village_finds_nothing_and_breaks_nothing,
        a_long_list_has_pages,
        a_search_that_cannot_be_is_refused,
        a_search_is_asked_once,
        a_part_that_fails_does_not_hide_the_rest,
        postal_codes_are_listed_and_remembered,
        a_district_nobody_knows_is_not_found,
    ]
}

const ROUTE: &str = "/v3/locations";

fn path(search: &str) -> String {
    search.bytes().fold(format!("{ROUTE}?search="), |mut path, byte| {
        let _ = write!(path, "%{byte:02X}");
        path
    })
}

/// The labels that a search finds, on its first page.
fn labels(world: &World, search: &str) -> Vec<String> {
    let page = Ask::get(path(search)).of(world).good();
    let label = |district: &Value| district["display"].as_str().expect("a label").to_owned();
    page["data"].as_array().expect("a list").iter().map(label).collect()
}

fn districts_are_found_by_what_people_type() -> Result<()> {
    let world = places::harbour()?;
    for (search, label) in [
        ("coblong", "Coblong, Kota Bandung, Jawa Barat"),
        ("COBLONG BANDUNG", "Coblong, Kota Bandung, Jawa Barat"),
        ("bandung coblong", "Coblong, Kota Bandung, Jawa Barat"),
        ("kec. coblong, bdg", "Coblong, Kota Bandung, Jawa Barat"),
        ("tebet jaksel", "Tebet, Kota Jakarta Selatan, DKI Jakarta"),
        ("menteng jkt", "Menteng, Kota Jakarta Pusat, DKI Jakarta"),
        ("gubeng sby", "Gubeng, Kota Surabaya, Jawa Timur"),
        ("bekasi selatan", "Bekasi Selatan, Kota Bekasi, Jawa Barat"),
        ("selatan bekasi", "Bekasi Selatan, Kota Bekasi, Jawa Barat"),
        ("tambun bekasi", "Tambun Selatan, Kabupaten Bekasi, Jawa Barat"),
        ("jogja gondokusuman", "Gondokusuman, Kota Yogyakarta, DI Yogyakarta"),
        ("serpong tangsel", "Serpong, Kota Tangerang Selatan, Banten"),
        ("oebobo ntt", "Oebobo, Kota Kupang, Nusa Tenggara Timur"),
    ] {
        let found = labels(&world, search);
        assert!(found.iter().any(|found| found == label), "{search}: {found:?}");
        assert!(found.len() <= 24, "{search}: {}", found.len());
    }
    let page = Ask::get(path("coblong")).of(&world).good();
    let expected = json!({
        "id": 2201, "display": "Coblong, Kota Bandung, Jawa Barat", "subdistrict_name": "Coblong",
        "city_name": "Kota Bandung", "province_name": "Jawa Barat",
    });
    assert_eq!(page["data"][0], expected);
    Ok(())
}

/// All of them, by the rules alone: the platform would find each by one of the words it is asked for.
fn every_kecamatan_is_found_by_its_own_label() -> Result<()> {
    let all = District::all();
    assert!(all.len() > 7_000, "{}", all.len());
    let mut lost = Vec::new();
    for district in all {
        // As far as a search may go; the last word may be cut.
        let label: String = format!("{}, {}", district.subdistrict, district.city).chars().take(60).collect();
        let wanted = Wanted::parse(&label).expect("a search");
        let location = json!({
            "id": district.id, "subdistrict_name": district.subdistrict, "city_name": district.city,
            "province_name": district.province, "display": district.display(),
        });
        let location = serde_json::from_value(location)?;
        let display = district.display().to_lowercase();
        let is_asked_for = wanted.asked().iter().any(|word| display.contains(word));
        if found(&wanted, [&location]).is_empty() || !is_asked_for {
            lost.push(label);
        }
    }
    assert_eq!(lost, [""; 0]);
    Ok(())
}

fn a_kota_is_not_a_kabupaten() -> Result<()> {
    let world = places::harbour()?;
    for (search, city) in [
        ("kota bogor", "Kota Bogor"),
        ("kab bogor", "Kabupaten Bogor"),
        ("kab. bogor", "Kabupaten Bogor"),
        ("kabupaten bekasi", "Kabupaten Bekasi"),
    ] {
        let found = labels(&world, search);
        let others: Vec<_> = found.iter().filter(|label| !label.contains(city)).collect();
        assert!(!found.is_empty() && others.is_empty(), "{search}: {others:?}");
    }
    Ok(())
}

fn the_kecamatan_comes_before_the_city() -> Result<()> {
    let world = places::harbour()?;
    let listed = labels(&world, "bandung");
    let is_own = |label: &String| label.split(',').next().is_some_and(|name| name.contains("Bandung"));
    let own = listed.iter().take_while(|label| is_own(label)).count();
    assert!(own > 0 && own < listed.len() && !listed.iter().skip(own).any(is_own), "{listed:?}");
    Ok(())
}

fn a_village_finds_nothing_and_breaks_nothing() -> Result<()> {
    let world = places::harbour()?;
    for search in ["dago atas sekali", "40132", "kec.", "kota", "!!!", "a b c", "ŵŵŵ", "' OR 1=1 --", "&x=1"]
    {
        let page = Ask::get(path(search)).of(&world).good();
        assert_eq!(page, json!({ "data": [], "has_next": false, "next_cursor": null }), "{search}");
    }
    Ok(())
}

fn a_long_list_has_pages() -> Result<()> {
    let world = places::harbour()?;
    let (mut ids, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = Ask::get(format!("{}&next_cursor={cursor}", path("jakarta"))).of(&world).good();
        ids.extend(page["data"].as_array().unwrap().iter().map(|district| district["id"].as_u64().unwrap()));
        match page["next_cursor"].as_str() {
            Some(next) => next.clone_into(&mut cursor),
            None => break,
        }
    }
    let mut expected: Vec<u64> = District::all()
        .iter()
        .filter(|d| d.display().to_lowercase().contains("jakarta"))
        .map(|d| d.id)
        .collect();
    ids.sort_unstable();
    expected.sort_unstable();
    assert!(expected.len() > 24);
    assert_eq!(ids, expected);
    Ask::get(format!("{}&next_cursor=x", path("jakarta"))).of(&world).refused(400, "invalid_query");
    Ok(())
}

fn a_search_that_cannot_be_is_refused() -> Result<()> {
    let world = places::harbour()?;
    for search in ["", "ab", "  a ", &"a".repeat(61)] {
        Ask::get(path(search)).of(&world).refused(400, "invalid_query");
    }
    Ask::get(ROUTE).of(&world).refused(400, "invalid_query");
    Ask::get(format!("{}&store=store_xxx", path("coblong"))).of(&world).refused(404, "store_not_found");
    let ours = format!("{}&store={}", path("coblong"), store("batik").unique_id);
    assert_eq!(Ask::get(ours).of(&world).good()["data"][0]["id"], 2201);
    Ask::new("POST", ROUTE).of(&world).refused(405, "method_not_allowed");
    Ask::get(path("coblong")).origin("https://evil.example").of(&world).refused(403, "origin_not_allowed");
    Ok(())
}

/// Nobody else in this world looks for these words.
fn a_search_is_asked_once() -> Result<()> {
    let world = places::harbour()?;
    let asked = |word: &str| {
        let is_word = |query: &String| query.contains(&format!("search={word}"));
        arrivals(&world, "GET", ROUTE)
            .iter()
            .filter(|arrival| arrival.query.as_ref().is_some_and(is_word))
            .count()
    };
    let first = Ask::get(path("ubud gianyar")).of(&world);
    assert_eq!((asked("ubud"), asked("gianyar")), (1, 1));
    for search in ["ubud gianyar", "gianyar ubud", "ubu gianyar", "UBUD bali"] {
        assert_eq!(Ask::get(path(search)).of(&world).good()["data"], first.good()["data"], "{search}");
    }
    assert_eq!((asked("ubud"), asked("gianyar")), (1, 1));
    assert_eq!(first.header("cache-control"), Some("public, max-age=3600, stale-while-revalidate=86400"));
    let known = Ask::get(path("ubud gianyar")).header("if-none-match", first.header("etag").unwrap());
    assert_eq!(known.of(&world).status, 304);
    Ok(())
}

fn a_part_that_fails_does_not_hide_the_rest() -> Result<()> {
    let world = places::port("fog", &[])?;
    world.sandbox.plan(Fault::on("GET", ROUTE).status(500, "oops"));
    assert_eq!(labels(&world, "sukajadi pekanbaru"), ["Sukajadi, Kota Pekanbaru, Riau"]);
    for (fault, status, code) in [
        (Fault::on("GET", ROUTE).truncated(), 502, "platform_unavailable"),
        (Fault::on("GET", ROUTE).malformed(), 502, "platform_unavailable"),
        (
            Fault::on("GET", ROUTE).status(429, "Too many requests").header("retry-after", "1"),
            503,
            "platform_busy",
        ),
    ] {
        world.sandbox.plan(fault);
        Ask::get(path("laweyan")).of(&world).refused(status, code);
    }
    until("recovery", || Ask::get(path("laweyan")).of(&world).status == 200);
    assert_eq!(labels(&world, "laweyan"), ["Laweyan, Kota Surakarta, Jawa Tengah"]);
    Ok(())
}

fn postal_codes_are_listed_and_remembered() -> Result<()> {
    let world = places::harbour()?;
    let route = format!("{ROUTE}/2202/postal-codes");
    let codes = Ask::get(&route).of(&world);
    let expected = District::by_id(2202).expect("a district").postal_codes.clone();
    assert_eq!(codes.good(), json!({ "data": expected, "has_next": false, "next_cursor": null }));
    assert_eq!(Ask::get(&route).of(&world).good(), codes.good());
    assert_eq!(arrivals(&world, "GET", &route).len(), 1);
    let none = format!("{ROUTE}/{}/postal-codes", District::WITHOUT_POSTAL_CODE);
    assert_eq!(Ask::get(none).of(&world).good()["data"], json!([]));
    Ok(())
}

fn a_district_nobody_knows_is_not_found() -> Result<()> {
    let world = places::harbour()?;
    for id in ["999999999", "0", "-1", "ngorder_7", "2202x", "99999999999999999999", "%32"] {
        let answer = Ask::get(format!("{ROUTE}/{id}/postal-codes")).of(&world);
        answer.refused(404, "district_not_found");
    }
    for path in ["/v3/locations/2202", "/v3/locations/", "/v3/locations//postal-codes"] {
        Ask::get(path).of(&world).refused(404, "route_not_found");
    }
    Ok(())
}
