//! An alarm that was lost is made up for within a minute (reliability F34).

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;
use libtest_mimic::Trial;
use tumbas_tests::sandbox::{Fault, Limits};
use tumbas_tests::stage::{World, built};

use super::ask::Ask;
use super::cart::{digital, key, orders_of, posts_of};
use super::faults::placing;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::sweep":
        an_intent_whose_alarm_is_gone_is_looked_after,
    ]
}

/// The Worker is killed while it looks for a lost order, and every alarm with it: the intent's, and
/// that of the gate. Only the minute's event is left.
fn an_intent_whose_alarm_is_gone_is_looked_after() -> Result<()> {
    let mut world = World::start(built(), &[])?;
    world.sandbox.put_limits(Limits::NONE);
    let (draft, key) = (digital(), key());
    world.sandbox.plan(placing().reset().after_commit());
    world.sandbox.plan(Fault::on("GET", "/v3/orders").status(503, "<html>").every());
    let ask = Ask::order(&draft, &key);
    assert_eq!(ask.of(&world).status, 202);
    world.restart(forget_alarms)?;
    world.sandbox.clear_faults();
    let lists = |world: &World| world.sandbox.look(|world| world.requests_to("GET", "/v3/orders").count());
    let before = lists(&world);
    assert_eq!(minute(&world), 200);
    // It is not overdue yet, and nothing else looks after it.
    assert_eq!(lists(&world), before, "an alarm was left, or it was looked after too early");
    let deadline = Instant::now() + Duration::from_mins(1);
    while lists(&world) == before {
        assert!(Instant::now() < deadline, "nobody looked after it");
        thread::sleep(Duration::from_secs(1));
        assert_eq!(minute(&world), 200);
    }
    let again = ask.of(&world);
    assert_eq!((again.status, again.header("idempotent-replayed")), (201, Some("true")));
    assert_eq!((posts_of(&world, &draft).len(), orders_of(&world, &draft).len()), (1, 1));
    Ok(())
}

/// What the runtime does once a minute.
pub(super) fn minute(world: &World) -> u16 {
    Ask::get("/cdn-cgi/local/scheduled").of(world).status
}

/// The runtime keeps its alarms beside the objects, in a file of this name.
pub(super) fn forget_alarms(state: &Path) {
    for entry in fs::read_dir(state).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            forget_alarms(&path);
        } else if entry.file_name().to_string_lossy().starts_with("metadata.sqlite") {
            fs::remove_file(path).expect("a file of ours");
        }
    }
}
