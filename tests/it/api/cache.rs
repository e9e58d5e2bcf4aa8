//! A busy page is not upstream load, and a platform that is away does not empty the shelves.

use std::time::Duration;

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::json;
use tumbas_tests::sandbox::{Fault, Store};
use tumbas_tests::stage::World;

use super::ask::Ask;
use super::cart::{digital, key, store, variant, with};
use super::catalogue::path;
use super::places;
use super::until::until;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::cache":
        a_crowd_at_a_cold_store_is_one_load,
        a_stale_answer_is_served_while_one_request_refreshes_it,
        a_dead_catalogue_still_shows_and_sells,
    ]
}

fn upstream(world: &World, store: &Store, what: &str) -> usize {
    let path = format!("/v3/stores/{}/{what}", store.id);
    world.sandbox.look(|world| world.requests_to("GET", &path).count())
}

fn fault(store: &Store, what: &str) -> Fault {
    Fault::on("GET", &format!("/v3/stores/{}/{what}", store.id))
}

fn a_crowd_at_a_cold_store_is_one_load() -> Result<()> {
    let world = places::late()?;
    let batik = store("batik");
    world.sandbox.plan(fault(batik, "products").delay(Duration::from_millis(400)).every());
    let answers = Ask::get(path(batik, "checkout")).burst(&world, 200);
    assert!(answers.iter().all(|answer| answer.status == 200 && answer.bytes == answers[0].bytes));
    let pages = batik.products.len().div_ceil(25);
    assert_eq!(pages, 2, "the store has more products than a page");
    let calls = ["products", "bundles", "payment-methods"].map(|what| upstream(&world, batik, what));
    assert_eq!(calls, [pages, 1, 1]);
    assert_eq!(world.sandbox.look(|world| world.requests_to("GET", "/v3/stores/simplified").count()), 1);
    Ok(())
}

fn a_stale_answer_is_served_while_one_request_refreshes_it() -> Result<()> {
    let world = places::clock()?;
    let kreator = store("kreator");
    let checkout = Ask::get(path(kreator, "checkout"));
    let first = checkout.of(&world).good();
    let seats = variant("kreator", "kelas-iklan", 1);
    world.sandbox.put_stock(seats, Some(7));
    world.sandbox.plan(fault(kreator, "products").delay(Duration::from_secs(3)));
    let loads = upstream(&world, kreator, "products");
    until("a refresh", || {
        assert_eq!(checkout.of(&world).good(), first, "the copy is not stale yet");
        upstream(&world, kreator, "products") > loads
    });
    // The news is three seconds away: whoever waited for it would have it.
    assert!(checkout.burst(&world, 20).iter().all(|answer| answer.good() == first));
    assert_eq!(upstream(&world, kreator, "products"), loads + 1, "one refresh at a time");
    until("the news", || checkout.of(&world).good() != first);
    let products = Ask::get(format!("{}?search=iklan", path(kreator, "products"))).of(&world).good();
    assert_eq!(products["data"][0]["variants"][1]["available_qty"], 7);
    Ok(())
}

fn a_dead_catalogue_still_shows_and_sells() -> Result<()> {
    let world = places::clock()?;
    let kopi = store("kopi");
    let checkout = Ask::get(path(kopi, "checkout"));
    let first = checkout.of(&world).good();
    for what in ["products", "bundles", "payment-methods"] {
        world.sandbox.plan(fault(kopi, what).status(503, "<html>Service Unavailable</html>").every());
    }
    let died = upstream(&world, kopi, "products");
    until("two failed refreshes", || {
        assert_eq!(checkout.of(&world).good(), first);
        upstream(&world, kopi, "products") >= died + 2
    });
    assert_eq!(checkout.of(&world).good(), first);
    let draft = with(&digital(), "/store_unique_id", json!(kopi.unique_id));
    let guide = variant("kopi", "panduan-seduh", 0);
    let draft = with(&draft, "/ordervariants/0/variant_unique_id", json!(guide.unique_id));
    let answer = Ask::order(&draft, &key()).of(&world);
    assert_eq!(answer.status, 201, "{}", answer.text());
    Ok(())
}
