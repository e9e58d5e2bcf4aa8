//! The platform's limit by key is kept, and orders do not wait behind readers.

use std::sync::Arc;
use std::thread;

use anyhow::Result;
use libtest_mimic::Trial;
use tumbas_tests::sandbox::{Arrival, Fault, Limits};
use tumbas_tests::stage::World;

use super::ask::{Answer, Ask};
use super::cart::{digital, key, posts_of};
use super::places;
use super::until::until;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::gate":
        a_flood_of_searches_keeps_the_limit_and_lets_an_order_through,
        a_platform_that_fails_is_left_alone_until_it_is_well,
    ]
}

const PER_TEN_SECONDS: u32 = 20;

/// Three letters each: every one is another question to the platform.
fn searches() -> impl Iterator<Item = String> {
    ('a'..='f').flat_map(|one| ('a'..='j').map(move |two| format!("b{one}{two}")))
}

fn search(world: &World, letters: &str) -> Answer {
    Ask::get(format!("/v3/locations?search={letters}")).of(world)
}

fn a_flood_of_searches_keeps_the_limit_and_lets_an_order_through() -> Result<()> {
    let world = place()?;
    // The store is known before the flood, as it is on a busy day.
    Ask::get(format!("/v3/stores/{}/checkout", super::cart::store("kreator").unique_id)).of(&world).good();
    let draft = digital();
    let (answers, placed) = thread::scope(|scope| {
        let flood: Vec<_> = searches()
            .map(|letters| {
                let world = &world;
                scope.spawn(move || search(world, &letters))
            })
            .collect();
        let placed = scope.spawn(|| Ask::order(&draft, &key()).of(&world));
        let answers: Vec<_> = flood.into_iter().map(|asked| asked.join().expect("an answer")).collect();
        (answers, placed.join().expect("an answer"))
    });
    assert_eq!(placed.status, 201, "{}", placed.text());
    assert_eq!(posts_of(&world, &draft).len(), 1);
    let busy: Vec<_> = answers.iter().filter(|answer| answer.status != 200).collect();
    assert!(!busy.is_empty(), "nobody had to wait: this was no flood");
    for answer in busy {
        answer.refused(503, "platform_busy");
        let wait = answer.header("retry-after").and_then(|seconds| seconds.parse::<u32>().ok());
        assert!(wait.is_some_and(|seconds| (1..=15).contains(&seconds)), "{wait:?}");
    }
    assert_eq!(refused_by_the_platform(&world), 0, "the platform itself had to refuse");
    Ok(())
}

/// Reliability P25: nothing is sent to it, and no order is the guinea pig.
fn a_platform_that_fails_is_left_alone_until_it_is_well() -> Result<()> {
    let world =
        places::place("breaker", &[("SCALEV_BREAKER_CALLS", "5"), ("CATALOGUE_FRESH_SECONDS", "3600")])?;
    Ask::order(&digital(), &key()).of(&world).good();
    world.sandbox.plan(Fault::on("*", "/v3/*").status(500, "<html>").every());
    let mut failing = searches().map(|letters| search(&world, &letters));
    let shut = failing.find(|answer| answer.status == 503).expect("it was asked again and again");
    shut.refused(503, "platform_busy");
    let (draft, key) = (digital(), key());
    let order = Ask::order(&draft, &key);
    let before = world.sandbox.look(|world| world.requests.len());
    for _ in 0..2 {
        let answer = order.of(&world);
        answer.refused(503, "platform_busy");
        let wait = answer.header("retry-after").and_then(|seconds| seconds.parse::<u32>().ok());
        assert!(wait.is_some_and(|seconds| (1..=5).contains(&seconds)), "{wait:?}");
    }
    world.sandbox.clear_faults();
    until("the order", || order.of(&world).status == 201);
    let later = world.sandbox.requests().split_off(before);
    let (probes, order) = later.split_at(later.len() - 1);
    let is_probe = |arrival: &Arrival| (&*arrival.method, &*arrival.path) == ("GET", "/v3/stores/simplified");
    assert!(!probes.is_empty() && probes.iter().all(is_probe), "{later:#?}");
    assert_eq!((&*order[0].method, &*order[0].path), ("POST", "/v3/orders"));
    assert_eq!(posts_of(&world, &draft).len(), 1);
    Ok(())
}

fn refused_by_the_platform(world: &World) -> usize {
    world.sandbox.requests().iter().filter(|arrival| arrival.status == Some(429)).count()
}

/// Where the platform counts, and the Worker was told how. It is not told how the platform signs.
pub(super) fn place() -> Result<Arc<World>> {
    let world = places::place(
        "gate",
        &[
            ("SCALEV_RATE_LIMITS", "20/1000"),
            ("CATALOGUE_FRESH_SECONDS", "3600"),
            ("SCALEV_WEBHOOK_SECRET", ""),
        ],
    )?;
    world.sandbox.put_limits(Limits { per_10_seconds: PER_TEN_SECONDS, per_hour: 1_000 });
    Ok(world)
}
