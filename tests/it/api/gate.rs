//! The platform's limit by key is kept, and orders do not wait behind readers.

use std::sync::Arc;
use std::thread;

use anyhow::Result;
use libtest_mimic::Trial;
use tumbas_tests::sandbox::Limits;
use tumbas_tests::stage::World;

use super::ask::{Answer, Ask};
use super::cart::{digital, key, posts_of};
use super::places;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::gate":
        a_flood_of_searches_keeps_the_limit_and_lets_an_order_through,
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

fn refused_by_the_platform(world: &World) -> usize {
    world.sandbox.requests().iter().filter(|arrival| arrival.status == Some(429)).count()
}

/// Where the platform counts, and the Worker was told how.
fn place() -> Result<Arc<World>> {
    let world =
        places::place("gate", &[("SCALEV_RATE_LIMITS", "20/1000"), ("CATALOGUE_FRESH_SECONDS", "3600")])?;
    world.sandbox.put_limits(Limits { per_10_seconds: PER_TEN_SECONDS, per_hour: 1_000 });
    Ok(world)
}
