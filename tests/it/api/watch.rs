//! An order is watched live: its state at once, and again whenever it changes.

use std::io::{BufRead, BufReader};
use std::time::Duration;

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::Value;
use tumbas_tests::stage::World;
use ureq::Body;
use ureq::http::Response;

use super::ask::Ask;
use super::cart::{digital, key};
use super::places;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::watch":
        a_payment_is_seen_without_asking,
        a_stranger_sees_nothing,
        only_so_many_watch_one_order,
    ]
}

fn open(world: &World, state: &Value) -> Response<Body> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_recv_body(Some(Duration::from_secs(40)))
        .build()
        .into();
    let url = format!("{}/v3/orders/{}/events", world.worker_url, state["token"].as_str().unwrap());
    agent.get(url).header("origin", &world.storefront_url).call().expect("an answer")
}

fn states(events: Response<Body>) -> impl Iterator<Item = Value> {
    let lines = BufReader::new(events.into_body().into_reader()).lines().map(|line| line.expect("a line"));
    lines.filter_map(|line| serde_json::from_str(line.strip_prefix("data: ")?).ok())
}

/// What somebody who watches the order is told at once.
pub(super) fn first_state(world: &World, state: &Value) -> Value {
    let events = open(world, state);
    assert_eq!(events.headers().get("content-type").unwrap(), "text/event-stream");
    states(events).next().expect("a state")
}

fn a_payment_is_seen_without_asking() -> Result<()> {
    let world = places::till()?;
    let placed = Ask::order(&digital(), &key()).of(&world).good();
    let events = open(&world, &placed);
    let header = |name: &str| events.headers().get(name).and_then(|value| value.to_str().ok());
    assert_eq!(header("content-type"), Some("text/event-stream"));
    assert_eq!(header("cache-control"), Some("no-store"));
    assert_eq!(header("access-control-allow-origin"), Some(world.storefront_url.as_str()));
    let mut states = states(events);
    assert_eq!(states.next(), Some(placed.clone()));
    let page = placed["public_order_url"].as_str().unwrap();
    ureq::post(format!("{page}/pay")).send("method=qris")?;
    let paid = states.find(|state| state["payment_status"] == "paid").expect("the payment");
    assert_eq!(paid["token"], placed["token"]);
    Ok(())
}

fn a_stranger_sees_nothing() -> Result<()> {
    let world = places::till()?;
    for token in ["ck_1", &format!("ck_{}", "A".repeat(43)), "%00"] {
        Ask::get(format!("/v3/orders/{token}/events")).of(&world).refused(404, "order_not_found");
    }
    let placed = Ask::order(&digital(), &key()).of(&world).good();
    let path = format!("/v3/orders/{}/events", placed["token"].as_str().unwrap());
    let foreign = Ask::get(path).header("origin", "https://evil.example").of(&world);
    foreign.refused(403, "origin_not_allowed");
    Ok(())
}

fn only_so_many_watch_one_order() -> Result<()> {
    let world = places::till()?;
    let placed = Ask::order(&digital(), &key()).of(&world).good();
    let watching: Vec<_> = (0..20).map(|_| open(&world, &placed)).collect();
    assert!(watching.iter().all(|events| events.status() == 200));
    let refused = open(&world, &placed);
    assert_eq!(refused.status(), 503);
    assert!(refused.headers().contains_key("retry-after"));
    Ok(())
}
