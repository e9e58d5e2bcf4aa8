//! Questions after couriers: what is asked of the platform, how often, and what is told when a part
//! of it is slow, failing or has nothing.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::{Value, json};
use shared::value::Rupiah;
use tumbas_tests::sandbox::{District, Fault};
use tumbas_tests::stage::World;

use super::ask::{Answer, Ask};
use super::cart::{digital, orders_of, parcel, posts_of, sent_to, store, variant, with, without};
use super::courier::{
    COURIERS, WAREHOUSES, arrivals, asked, cheapest, is_refused, named, options, order, question, quoted,
};
use super::places;
use super::until::until;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::couriers":
        a_cold_question_is_two_round_trips_and_a_warm_one_none,
        a_good_quote_is_not_asked_for_again,
        a_slow_courier_does_not_hide_the_others,
        a_failing_part_is_told_and_everything_failing_is_a_problem,
        an_order_waits_for_couriers_that_answer,
        an_empty_answer_says_which_part_failed,
        weights_that_a_listing_leaves_out_are_asked_for,
        goods_that_cost_something_else_now_come_back_to_the_shopper,
        everything_wrong_with_a_question_is_named,
        a_question_is_json_from_a_page_we_know,
    ]
}

const DELAY: Duration = Duration::from_millis(600);

/// Where the platform is slow or fails while couriers are asked, one trial at a time. Each has a
/// district to itself, so that nothing is remembered of the others.
fn doldrums() -> Result<(Arc<World>, MutexGuard<'static, ()>)> {
    static TURN: Mutex<()> = Mutex::new(());
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let world = places::port("doldrums", &[])?;
    world.sandbox.clear_faults();
    Ask::get(format!("/v3/stores/{}/checkout", store("batik").unique_id)).of(&world).good();
    Ok((world, turn))
}

/// A parcel to a district in Surabaya.
fn to(subdistrict: &str) -> Value {
    let mut all = District::all().iter();
    let district = all.find(|d| d.city == "Kota Surabaya" && d.subdistrict == subdistrict);
    sent_to(&parcel(), district.expect("a district of Surabaya"))
}

/// Milliseconds that an answer waited for the platform.
fn waited(answer: &Answer) -> u128 {
    let timing = answer.header("server-timing").expect("timing");
    let platform = timing.split(", ").find_map(|part| part.strip_prefix("platform;dur="));
    platform.and_then(|ms| ms.parse().ok()).unwrap_or_else(|| panic!("{timing}"))
}

fn calls(world: &World) -> usize {
    world.sandbox.look(|world| world.requests.len())
}

fn a_cold_question_is_two_round_trips_and_a_warm_one_none() -> Result<()> {
    let (world, _turn) = doldrums()?;
    let question = question(&asked(&to("Gubeng")));
    let before = calls(&world);
    world.sandbox.plan(Fault::on("*", "*").delay(DELAY).every());
    let cold = question.of(&world);
    assert_eq!(cold.good()["is_incomplete"], Value::Null);
    let paths: Vec<String> =
        world.sandbox.requests().into_iter().skip(before).map(|arrival| arrival.path).collect();
    let count = |path: &str| paths.iter().filter(|asked| *asked == path).count();
    assert_eq!((count(WAREHOUSES), count(COURIERS), paths.len()), (1, 3, 5), "{paths:?}");
    let waits = waited(&cold);
    let trip = DELAY.as_millis();
    assert!((2 * trip..3 * trip).contains(&waits), "{waits} ms for two round trips of {trip} ms");
    let warm = question.of(&world);
    world.sandbox.clear_faults();
    assert_eq!(calls(&world), before + paths.len());
    assert!(waited(&warm) < trip, "{} ms, and a round trip takes {trip}", waited(&warm));
    assert_eq!(without_quotes(&warm), without_quotes(&cold));
    Ok(())
}

fn without_quotes(answer: &Answer) -> Vec<Value> {
    let data = answer.good()["data"].as_array().expect("a list").clone();
    data.iter().map(|option| without(option, "shipping_quote")).collect()
}

fn a_good_quote_is_not_asked_for_again() -> Result<()> {
    let (world, _turn) = doldrums()?;
    let draft = to("Sawahan");
    let option = cheapest(&world, &draft);
    let before = calls(&world);
    let ordered = quoted(&draft, &option);
    order(&world, &ordered).good();
    assert_eq!(calls(&world), before + 1, "the order, and nothing else");
    let before = calls(&world);
    order(&world, &named(&to("Sawahan"), &option)).good();
    let again: Vec<_> =
        world.sandbox.requests().into_iter().skip(before).map(|arrival| arrival.path).collect();
    assert_eq!(again, [WAREHOUSES, COURIERS, "/v3/orders"], "members are asked for afresh");
    Ok(())
}

fn a_slow_courier_does_not_hide_the_others() -> Result<()> {
    let (world, _turn) = doldrums()?;
    world.sandbox.plan(Fault::on("POST", COURIERS).timeout());
    let answer = question(&asked(&to("Tambaksari"))).of(&world);
    let told = answer.good();
    assert_eq!(told["is_incomplete"], true, "{told}");
    assert!(!told["data"].as_array().unwrap().is_empty());
    assert!(waited(&answer) < 8_000, "{}", waited(&answer));
    Ok(())
}

type Spoil = fn(Fault) -> Fault;

fn a_failing_part_is_told_and_everything_failing_is_a_problem() -> Result<()> {
    let (world, _turn) = doldrums()?;
    let spoils: [(Spoil, u16, &str); 5] = [
        (|fault| fault.status(500, json!({ "error": "Internal server error" })), 502, "platform_unavailable"),
        (|fault| fault.malformed(), 502, "platform_unavailable"),
        (|fault| fault.reset(), 502, "platform_unavailable"),
        (|fault| fault.status(200, "<html>Maintenance</html>"), 502, "platform_unavailable"),
        (|fault| fault.status(401, json!({ "error": "Invalid API key" })), 503, "seller_configuration"),
    ];
    let district = question(&asked(&to("Wonokromo")));
    // Warehouses first: once they have answered they are remembered.
    for path in [WAREHOUSES, COURIERS] {
        for (spoil, status, code) in spoils {
            world.sandbox.plan(spoil(Fault::on("POST", path)).every());
            district.of(&world).refused(status, code);
            world.sandbox.clear_faults();
        }
    }
    // Of three courier searches one fails.
    world.sandbox.plan(Fault::on("POST", COURIERS).status(500, "oops"));
    assert_eq!(district.of(&world).good()["is_incomplete"], true);
    assert_eq!(district.of(&world).good()["is_incomplete"], Value::Null, "it is asked again");
    Ok(())
}

fn an_order_waits_for_couriers_that_answer() -> Result<()> {
    let (world, _turn) = doldrums()?;
    let draft = to("Rungkut");
    let option = cheapest(&world, &draft);
    let named = named(&draft, &option);
    for path in [WAREHOUSES, COURIERS] {
        world.sandbox.plan(Fault::on("POST", path).status(500, json!({ "error": "x" })).every());
        order(&world, &named).refused(502, "platform_unavailable");
        world.sandbox.clear_faults();
        world.sandbox.plan(Fault::on("POST", path).status(200, json!({ "data": [], "is_paginated": false })));
        let (field, code) = match path {
            WAREHOUSES => ("warehouse_unique_id", "cannot_serve"),
            _ => ("courier_service_id", "not_available"),
        };
        is_refused(&world, &named, field, code);
    }
    assert_eq!(posts_of(&world, &draft).len(), 0);
    assert_eq!(order(&world, &named).status, 201);
    assert_eq!(orders_of(&world, &named).len(), 1);
    Ok(())
}

fn an_empty_answer_says_which_part_failed() -> Result<()> {
    let (world, _turn) = doldrums()?;
    let draft = parcel();
    for (id, reason) in
        [(District::WITHOUT_WAREHOUSE, "no_warehouse"), (District::WITHOUT_COURIER, "no_courier")]
    {
        let district = District::by_id(id).expect("a district");
        let told = options(&world, &sent_to(&draft, district));
        assert_eq!((&told["data"], &told["reason"]), (&json!([]), &json!(reason)));
    }
    let free = District::by_id(District::WITHOUT_POSTAL_CODE).expect("a district");
    let told = options(&world, &with(&sent_to(&draft, free), "/postal_code", json!("99999")));
    assert_eq!(told["reason"], Value::Null, "a district without a list takes any postal code");
    let milk = json!(variant("kopi", "kopi-susu-botol", 0).unique_id);
    let draft = with(&draft, "/store_unique_id", json!(store("kopi").unique_id));
    let draft = with(&draft, "/ordervariants/0/variant_unique_id", milk);
    assert_eq!(options(&world, &draft)["reason"], "no_warehouse", "it does not keep so long");
    let nothing = asked(&digital());
    let nothing = with(&with(&nothing, "/location_id", json!(2201)), "/payment_method", json!("qris"));
    let told = question(&nothing).of(&world).good();
    assert_eq!((&told["data"], &told["weight"], &told["reason"]), (&json!([]), &json!(0), &Value::Null));
    Ok(())
}

/// The store's products as the platform lists them, changed.
fn relist(world: &World, key: &str, change: impl Fn(&mut Value)) {
    let path = format!("/v3/stores/{}/products", store(key).id);
    let (status, mut list) = world.sandbox.ask("GET", &path, &Value::Null);
    assert_eq!((status, &list["has_next"]), (200, &json!(false)));
    for product in list["data"].as_array_mut().expect("products") {
        product["variants"].as_array_mut().expect("variants").iter_mut().for_each(&change);
    }
    world.sandbox.plan(Fault::on("GET", &path).status(200, list).every());
}

/// A parcel of gula aren, which nobody else orders.
fn sugar() -> Value {
    let draft = with(&parcel(), "/store_unique_id", json!(store("kopi").unique_id));
    with(&draft, "/ordervariants/0/variant_unique_id", json!(variant("kopi", "gula-aren", 0).unique_id))
}

fn weights_that_a_listing_leaves_out_are_asked_for() -> Result<()> {
    let world = places::port("weightless", &[])?;
    relist(&world, "kopi", |variant| variant["weight"] = Value::Null);
    let sugar_variant = variant("kopi", "gula-aren", 0);
    let path = format!("/v3/stores/{}/variants/{}", store("kopi").id, sugar_variant.id);
    world.sandbox.plan(Fault::on("GET", &path).status(500, "oops"));
    question(&asked(&sugar())).of(&world).refused(502, "platform_unavailable");
    assert_eq!(arrivals(&world, "POST", COURIERS).len(), 0, "nobody is asked for a parcel of unknown weight");
    let told = options(&world, &sugar());
    assert_eq!(told["weight"], sugar_variant.weight.next_multiple_of(50));
    options(&world, &with(&sugar(), "/ordervariants/0/quantity", json!(2)));
    assert_eq!(arrivals(&world, "GET", &path).len(), 2, "a weight is remembered");
    Ok(())
}

fn goods_that_cost_something_else_now_come_back_to_the_shopper() -> Result<()> {
    let world = places::port("sale", &[("CATALOGUE_FRESH_SECONDS", "0")])?;
    let draft = sugar();
    let quote = quoted(&draft, &cheapest(&world, &draft));
    let price = variant("kopi", "gula-aren", 0).price;
    relist(&world, "kopi", |variant| {
        if variant["price"] == price {
            variant["price"] = json!(price + 1);
        }
    });
    until("the new price", || options(&world, &draft)["items_total"] == price + 1);
    let problem = order(&world, &quote).refused(409, "price_changed");
    assert_eq!(problem.items_total.map(Rupiah::amount), Some(price + 1));
    let option = json!(problem.shipping_option.expect("an option"));
    assert_eq!(posts_of(&world, &draft).len(), 0);
    assert_eq!(order(&world, &quoted(&draft, &option)).status, 201);
    Ok(())
}

fn everything_wrong_with_a_question_is_named() -> Result<()> {
    let world = places::harbour()?;
    let good = asked(&parcel());
    let line = "ordervariants[0]";
    for (at, value, expected) in [
        ("/location_id", Value::Null, vec![("location_id".to_owned(), "required")]),
        ("/location_id", json!(-1), vec![("location_id".into(), "required")]),
        ("/location_id", json!("2201"), vec![("location_id".into(), "wrong_type")]),
        ("/location_id", json!(999_999_999), vec![("location_id".into(), "unknown_district")]),
        ("/location_id", json!(i64::MAX), vec![("location_id".into(), "unknown_district")]),
        ("/postal_code", json!("4013"), vec![("postal_code".into(), "malformed")]),
        ("/postal_code", json!("40161"), vec![("postal_code".into(), "not_in_district")]),
        ("/payment_method", json!("bitcoin"), vec![("payment_method".into(), "not_offered")]),
        ("/ordervariants", json!([]), vec![("ordervariants".into(), "required")]),
        ("/ordervariants/0/quantity", json!(101), vec![(format!("{line}.quantity"), "out_of_range")]),
        (
            "/ordervariants/0/variant_unique_id",
            json!("x"),
            vec![(format!("{line}.variant_unique_id"), "not_sold")],
        ),
        ("/customer_name", json!("Sari"), vec![("customer_name".into(), "unknown_member")]),
        ("/shipping_cost", json!(1), vec![("shipping_cost".into(), "unknown_member")]),
        ("/store_unique_id", json!(""), vec![("store_unique_id".into(), "required")]),
    ] {
        let problem = question(&with(&good, at, value)).of(&world).refused(422, "validation_failed");
        let found: Vec<_> = problem.errors.iter().map(|e| (e.field.path(), e.code.as_str())).collect();
        assert_eq!(found, expected, "{at}");
    }
    let nothing = question(&json!({})).of(&world).refused(422, "validation_failed");
    let found: BTreeSet<_> = nothing.errors.iter().map(|error| error.field.path()).collect();
    let expected = ["store_unique_id", "location_id", "payment_method", "ordervariants"];
    assert_eq!(found, expected.map(str::to_owned).into());
    let stranger = question(&with(&good, "/store_unique_id", json!("store_xxx")));
    stranger.of(&world).refused(404, "store_not_found");
    Ok(())
}

fn a_question_is_json_from_a_page_we_know() -> Result<()> {
    let world = places::harbour()?;
    let good = question(&asked(&parcel()));
    for body in ["", "{", "[]", "null"] {
        good.clone().body(body).of(&world).refused(400, "invalid_json");
    }
    good.clone().body(vec![b' '; 70_000]).of(&world).refused(413, "body_too_large");
    good.clone().header("content-type", "text/plain").of(&world).refused(415, "unsupported_media_type");
    good.clone().origin("https://evil.example").of(&world).refused(403, "origin_not_allowed");
    Ask::get("/v3/shipping-options").of(&world).refused(405, "method_not_allowed");
    let told = good.origin(&world.storefront_url).of(&world);
    assert_eq!(told.header("access-control-allow-origin"), Some(world.storefront_url.as_str()));
    assert_eq!((told.status, told.header("cache-control")), (200, Some("no-store")));
    Ok(())
}
