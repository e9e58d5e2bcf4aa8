//! The platform fails while somebody looks at a store for the first time: a sentence with a way on,
//! and the shelves are there again when the platform is.

use std::thread;
use std::time::Duration;

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::json;
use tumbas_tests::sandbox::{Fault, Store};
use tumbas_tests::stage::World;

use super::ask::{Answer, Ask};
use super::cart::{digital, key, posts_of, store};
use super::catalogue::path;
use super::places;
use super::until::until;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::outage":
        each_failure_of_a_cold_catalogue_is_told_and_passes,
        a_worker_without_its_key_says_so,
    ]
}

/// What goes wrong, and the status and code it is told as.
type Case = (fn(Fault) -> Fault, u16, &'static str);

const CASES: [(&str, &[Case]); 3] = [
    (
        "kopi",
        &[
            (|fault| fault.reset(), 502, "platform_unavailable"),
            (|fault| fault.status(401, json!({ "error": "Invalid API key" })), 503, "seller_configuration"),
            (|fault| fault.truncated(), 502, "platform_unavailable"),
            (
                |fault| fault.status(302, "").header("location", "https://evil.example/"),
                503,
                "seller_configuration",
            ),
        ],
    ),
    (
        "batik",
        &[
            (|fault| fault.status(429, "Too many requests").header("retry-after", "1"), 503, "platform_busy"),
            (
                |fault| fault.status(500, json!({ "error": "Internal server error" })),
                502,
                "platform_unavailable",
            ),
            (|fault| fault.malformed(), 502, "platform_unavailable"),
            (|fault| fault.status(200, "<html>Maintenance</html>"), 502, "platform_unavailable"),
        ],
    ),
    ("kreator", &[(|fault| fault.timeout(), 504, "platform_timeout")]),
];

fn each_failure_of_a_cold_catalogue_is_told_and_passes() -> Result<()> {
    let world = places::place("outage", &[])?;
    let stores = Ask::get("/v3/stores/simplified");
    world.sandbox.plan(Fault::on("GET", "/v3/stores/simplified").reset().every());
    is_told(&stores.of(&world), 502, "platform_unavailable");
    nothing_is_ordered(&world);
    world.sandbox.clear_faults();
    passes(&world, &stores);
    thread::scope(|scope| {
        for (key, cases) in CASES {
            let world = &world;
            scope.spawn(move || walk_through(world, store(key), cases));
        }
    });
    Ok(())
}

fn walk_through(world: &World, store: &Store, cases: &[Case]) {
    let upstream = format!("/v3/stores/{}/products", store.id);
    let checkout = Ask::get(path(store, "checkout"));
    for (spoil, status, code) in cases {
        world.sandbox.plan(spoil(Fault::on("GET", &upstream)));
        let calls = || world.sandbox.look(|world| world.requests_to("GET", &upstream).count());
        let before = calls();
        // For a while after a failure the platform is left alone.
        let mut answer = checkout.of(world);
        until("another try", || {
            assert!(answer.status >= 500, "{}", answer.text());
            let is_new = calls() > before;
            if !is_new {
                answer = checkout.of(world);
            }
            is_new
        });
        is_told(&answer, *status, code);
    }
    passes(world, &checkout);
}

fn is_told(answer: &Answer, status: u16, code: &str) {
    answer.refused(status, code);
    let wait = answer.header("retry-after").and_then(|seconds| seconds.parse::<u32>().ok());
    assert_eq!(
        wait.is_some_and(|seconds| (1..=120).contains(&seconds)),
        code != "seller_configuration",
        "{wait:?}"
    );
    assert!(!answer.text().contains("<html>"), "{}", answer.text());
}

/// A store that cannot be looked at cannot be ordered from.
fn nothing_is_ordered(world: &World) {
    let draft = digital();
    is_told(&Ask::order(&draft, &key()).of(world), 502, "platform_unavailable");
    assert_eq!(posts_of(world, &draft).len(), 0);
}

fn passes(world: &World, ask: &Ask) {
    until("recovery", || ask.of(world).status == 200);
}

fn a_worker_without_its_key_says_so() -> Result<()> {
    let world = places::place("keyless", &[("SCALEV_API_KEY", "")])?;
    assert_eq!(Ask::get("/health").of(&world).good()["ok"], true);
    let kreator = path(store("kreator"), "checkout");
    for ask in [Ask::get("/v3/stores/simplified"), Ask::get(kreator), Ask::order(&digital(), &key())] {
        is_told(&ask.of(&world), 503, "seller_configuration");
    }
    assert_eq!(world.sandbox.requests().len(), 0);
    let complaint = |line: &str| {
        line.contains("\"configured\"").then(|| line.contains("SCALEV_API_KEY") && line.contains("missing"))
    };
    assert_eq!(world.worker_log().wait_for(Duration::from_secs(5), complaint), Some(true));
    Ok(())
}
