//! Pages, searches, and the numbers of places.

use serde_json::{Value, json};

use super::scene::{Scene, bandung, buyer};
use crate::sandbox::ngorder::district_id;
use crate::sandbox::{District, Logistics};

#[test]
fn a_page_is_a_number_and_districts_come_one_by_one_unless_asked() {
    let scene = Scene::new();
    let one = scene.get("/region?keyword=bandung");
    assert_eq!(one["data"].as_array().map(Vec::len), Some(1));
    let pages = |query: &str| scene.get(&format!("/region?keyword=kota bandung&{query}").replace(' ', "%20"));
    let whole = pages("per_page=100");
    assert_eq!(whole["meta"]["pagination"]["links"], json!({}));
    let third = pages("per_page=4&pagination_offset=3");
    assert_eq!(third["data"][0], whole["data"][8]);
    let links = &third["meta"]["pagination"]["links"];
    assert!(links["next"].as_str().is_some_and(|url| url.ends_with("pagination_offset=4")), "{links}");
    assert!(links["previous"].as_str().is_some_and(|url| url.ends_with("pagination_offset=2")), "{links}");
}

#[test]
fn no_links_are_an_array_in_some_lists() {
    let links = Scene::new().get("/customer")["meta"]["pagination"]["links"].clone();
    assert_eq!(links, json!([]));
}

#[test]
fn every_district_has_a_number_of_its_own_that_is_none_of_the_other_platforms() {
    let mut seen: Vec<u64> = District::all().iter().map(district_id).collect();
    assert!(District::all().iter().all(|district| district_id(district) != district.id));
    seen.sort_unstable();
    seen.dedup();
    assert_eq!((seen.len(), seen.first(), seen.last()), (7_285, Some(&1), Some(&7_285)));
}

#[test]
fn a_search_for_products_ignores_the_page_size_and_shows_what_is_not_published() {
    let found = Scene::new().get("/product/search?keyword=masker&per_page=1");
    assert_eq!(found["meta"]["pagination"]["per_page"], 10);
    assert_eq!(found["data"][0]["publish_status"], "N");
}

#[test]
fn the_main_warehouse_is_left_out_unless_asked_for() {
    let scene = Scene::new();
    let ids = |path: &str| -> Vec<Value> {
        scene.get(path)["data"].as_array().into_iter().flatten().map(|row| row["id"].clone()).collect()
    };
    assert_eq!(ids("/warehouse"), [22, 30]);
    assert_eq!(ids("/warehouse?with_main_warehouse=true"), [0, 22, 30]);
}

#[test]
fn customers_are_found_by_either_form_of_a_phone_without_its_prefix_and_within_a_class() {
    let scene = Scene::new();
    scene.buyer();
    let found = |query: &str| {
        scene.get(&format!("/customer?type=PHONE&{query}"))["meta"]["pagination"]["total"].clone()
    };
    assert_eq!([found("keyword=6281200000001"), found("keyword=81200000001&category=N")], [1, 1]);
    assert_eq!([found("keyword=081200000001"), found("keyword=81200000001&category=Y")], [0, 0]);
}

#[test]
fn a_customers_district_cannot_be_read_back() {
    let scene = Scene::new();
    scene.post("/customer/create", &buyer());
    let row = &scene.get("/customer")["data"][0];
    assert_eq!((&row["district"], &row["district_id"]), (&json!("Coblong"), &Value::Null));
}

#[test]
fn rates_follow_the_logistics_of_the_sandbox() {
    let scene = Scene::new();
    let path = format!("/expedition/cost?origin_id=2087&destination_id={}&weight=1&price=120000", bandung());
    let before = scene.get(&path);
    scene.sandbox.put_logistics(Logistics {
        surcharge: 2_000.0,
        gone_couriers: ["jne".into()].into(),
        ..Logistics::default()
    });
    let after = scene.get(&path);
    let rate = |answer: &Value, id: u64| {
        let rows = answer["data"]["regular"].as_array().expect("rates");
        rows.iter().find(|row| row["rate_id"] == id).map(|row| row["finalRate"].as_i64().expect("rupiah"))
    };
    assert_eq!(rate(&after, 349), rate(&before, 349).map(|cost| cost + 2_000));
    assert_eq!((rate(&before, 1).is_some(), rate(&after, 1)), (true, None));
    assert_eq!(
        (&before["data"]["trucking"], &before["data"]["regular"][0]["insuranceRate"]),
        (&json!([]), &json!(360))
    );
}
