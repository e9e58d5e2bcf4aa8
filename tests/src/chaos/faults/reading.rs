//! The same faults in what the platform says of an order that stands, and of what a store sells: who
//! looks sees what was known before, and what is new when the platform is well again.

use anyhow::Result;
use serde_json::Value;

use super::case::{CASES, Case};
use super::event::SOON;
use super::question::{PATIENCE, unclear, until_struck, until_well};
use super::side_by_side;
use crate::chaos::http::{Lost, Reply, send};
use crate::chaos::options::Options;
use crate::chaos::report::{Report, Row};
use crate::chaos::shopper::{End, Shopper};
use crate::chaos::verdict::{one_order, orders_of};
use crate::chaos::world;
use crate::sandbox::Catalogue;
use crate::stage::{Dist, World};

/// Asks for orders, then for shelves.
pub(super) fn run(options: &Options, report: &mut Report, dist: &Dist) -> Result<()> {
    // A copy is fresh for a second: the next one who asks has it taken anew.
    let world = world::silent(dist, &[("CATALOGUE_FRESH_SECONDS", "1")])?;
    let cases: Vec<_> = CASES.iter().filter(|case| case.is_of_any_answer()).enumerate().collect();
    let shoppers = |nth: usize| Shopper::new("reading", options.seed, nth);
    let paid = side_by_side(&cases, 7, |(nth, case)| paid(&world, case, &shoppers(*nth)));
    for ((_, case), broken) in cases.iter().zip(paid) {
        note(report, case, "reading an order that was paid", broken);
    }
    for (_, case) in cases {
        note(report, case, "reading what a store sells", sold(&world, case));
    }
    Ok(())
}

fn note(report: &mut Report, case: &Case, step: &str, broken: Vec<String>) {
    let mut row = Row::new(case.name, format!("{step}: {}", case.words));
    row.note(broken);
    report.add(row);
}

fn paid(world: &World, case: &Case, shopper: &Shopper) -> Vec<String> {
    let end = shopper.buy(&world.worker_url, SOON);
    let mut broken = one_order(world, shopper, &end);
    let (End::Ready { token, .. }, Some(order)) = (&end, orders_of(&world.sandbox, shopper).pop()) else {
        return broken;
    };
    let path = format!("/v3/orders/{}", order.id);
    world.sandbox.plan(case.on("GET", &path).next(1));
    world.sandbox.pay(&order.order_id);
    let ask = || get(world, &format!("/v3/orders/{token}"));
    broken.extend(until_struck(|| struck(world, &path) > 0, || gone(&ask())));
    broken.extend(until_well(ask, |order| order["payment_status"] == "paid"));
    broken
}

/// It was known before: no fault of a question takes it away.
fn gone(answer: &Result<Reply, Lost>) -> Option<String> {
    let is_there = answer.as_ref().is_ok_and(|reply| reply.status == 200 && is_order(&reply.json()));
    (!is_there).then(|| format!("I3 the order went away: {answer:.200?}"))
}

fn sold(world: &World, case: &Case) -> Vec<String> {
    let Some(store) = Catalogue::get().store("kopi") else { return vec!["no such store".into()] };
    let path = format!("/v3/stores/{}/products", store.id);
    let ask = || get(world, &format!("/v3/stores/{}/products", store.unique_id));
    let mut broken: Vec<String> = until_well(ask, has_products).into_iter().collect();
    let before = struck(world, &path);
    world.sandbox.plan(case.on("GET", &path).next(1));
    broken.extend(until_struck(|| struck(world, &path) > before, || unclear(&ask(), has_products)));
    broken.extend(until_well(ask, has_products));
    broken
}

fn get(world: &World, path: &str) -> Result<Reply, Lost> {
    send("GET", &format!("{}{path}", world.worker_url), &[], None, PATIENCE)
}

/// Questions so far that met a fault.
fn struck(world: &World, path: &str) -> usize {
    let is_struck = |request: &&crate::sandbox::Arrival| request.fault.is_some();
    world.sandbox.look(|world| world.requests_to("GET", path).filter(is_struck).count())
}

fn is_order(json: &Value) -> bool {
    json["order_id"].is_string()
}

fn has_products(json: &Value) -> bool {
    json["data"].as_array().is_some_and(|products| !products.is_empty())
}
