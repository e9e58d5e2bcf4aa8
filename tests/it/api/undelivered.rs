//! A seller who stays away: what could not be delivered is marked, counted and given up in the end,
//! and what was forgotten on the way is carried all the same.

use std::path::Path;
use std::thread;
use std::time::Duration;

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::Value;
use tumbas_tests::stage::World;
use tumbas_tests::stage::disk::sql;

use super::ask::Ask;
use super::cart::digital;
use super::outbox::ordered;
use super::seller::{Mood, Seller, are_one};
use super::sweep::{forget_alarms, minute};
use super::until::until;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::undelivered":
        a_dead_letter_is_marked_and_counted_and_told_when_the_seller_is_back,
        a_seller_who_is_away_for_three_days_is_given_up_and_that_is_seen,
        letters_whose_alarm_is_gone_are_carried,
    ]
}

/// Rows of an outbox, as `state` numbers them.
const TAKEN: i64 = 1;
const GIVEN_UP: i64 = 2;
const DEAD: i64 = 3;

/// Every round of the queue takes a minute.
const ROUND: Duration = Duration::from_mins(2);

/// Between two looks at the disk of a Worker that has to be ended for it.
const PAUSE: Duration = Duration::from_secs(2);

/// The rows of all orders.
fn rows_of(state: &Path) -> Vec<Value> {
    sql(state, "OrderIntent", &["SELECT * FROM outbox"]).expect("outboxes on disk")
}

/// The first line of the Worker's log that tells this event.
fn told(world: &World, event: &str, within: Duration) -> Value {
    let named = format!(r#"{{"event":"{event}""#);
    let find = |line: &str| serde_json::from_str(line.get(line.find(&named)?..)?).ok();
    world.worker_log().wait_for(within, find).unwrap_or_else(|| panic!("the log never told of {event}"))
}

fn a_dead_letter_is_marked_and_counted_and_told_when_the_seller_is_back() -> Result<()> {
    let seller = Seller::open(&[Mood::Fails])?;
    let mut world = seller.world(&[])?;
    let (_, path) = ordered(&world, &digital());
    let line = told(&world, "dead_letter", ROUND);
    assert_eq!((&line["kind"], &line["given_up"]), (&"order.placed".into(), &false.into()), "{line}");
    assert_eq!(minute(&world), 200);
    assert_eq!(told(&world, "outbox", Duration::from_secs(5))["dead"], 1);
    let (mut rows, before) = (Vec::new(), seller.letters().len());
    world.restart(|state| {
        rows = rows_of(state);
        sql(state, "OrderIntent", &["UPDATE outbox SET due = 0", "SELECT 1"]).expect("an outbox");
    })?;
    assert_eq!((rows.len(), &rows[0]["state"]), (1, &DEAD.into()), "{rows:?}");
    seller.recover();
    Ask::get(path).of(&world).good();
    until("the letter", || seller.letters().len() > before);
    are_one(&seller.letters());
    until("the rows to be done", || {
        // A Worker that is ended at once has no time to write down what the seller took.
        thread::sleep(PAUSE);
        let (mut rows, mut counted) = (Vec::new(), Vec::new());
        let restarted = world.restart(|state| {
            rows = rows_of(state);
            counted = sql(state, "StoreGate", &["SELECT * FROM outbox"]).expect("a gate");
        });
        restarted.is_ok() && rows[0]["state"] == TAKEN && counted.is_empty()
    });
    Ok(())
}

fn a_seller_who_is_away_for_three_days_is_given_up_and_that_is_seen() -> Result<()> {
    let seller = Seller::open(&[Mood::Fails])?;
    let mut world = seller.world(&[])?;
    let (_, path) = ordered(&world, &digital());
    until("a first try", || !seller.letters().is_empty());
    world.restart(|state| {
        let pass = "UPDATE outbox SET due = 0, made_at = made_at - (3 * 86400 + 60) * 1000";
        sql(state, "OrderIntent", &[pass, "SELECT 1"]).expect("an outbox");
    })?;
    let before = seller.letters().len();
    seller.recover();
    Ask::get(path).of(&world).good();
    let line = told(&world, "dead_letter", Duration::from_secs(20));
    assert_eq!((&line["kind"], &line["given_up"]), (&"order.placed".into(), &true.into()), "{line}");
    until("the gate to know it", || {
        assert_eq!(minute(&world), 200);
        world.worker_log().lines().iter().any(|line| line.contains(r#"{"event":"outbox","late":0,"dead":1}"#))
    });
    let mut rows = Vec::new();
    world.restart(|state| rows = rows_of(state))?;
    assert_eq!((rows.len(), &rows[0]["state"]), (1, &GIVEN_UP.into()), "{rows:?}");
    assert_eq!(seller.letters().len(), before, "it was sent after its time");
    Ok(())
}

/// Reliability F34, for an order that needs nothing any more but to be told of: the queue forgot,
/// every alarm is lost, and nobody asks for the order.
fn letters_whose_alarm_is_gone_are_carried() -> Result<()> {
    let seller = Seller::open(&[Mood::Fails])?;
    let mut world = seller.world(&[])?;
    ordered(&world, &digital());
    until("a first try", || !seller.letters().is_empty());
    world.restart(|state| {
        forget_alarms(state);
        let due = |class, pass| sql(state, class, &[pass, "SELECT 1"]).expect("rows");
        due("OrderIntent", "UPDATE outbox SET due = 0");
        due("StoreGate", "UPDATE outbox SET next_check = 0");
    })?;
    let before = seller.letters().len();
    seller.recover();
    assert_eq!(minute(&world), 200);
    until("the letter", || seller.letters().len() > before);
    are_one(&seller.letters());
    Ok(())
}
