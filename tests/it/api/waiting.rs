//! The platform is too busy to take an order: the order waits, and is sent again by itself
//! (reliability F5). What waits is sealed, and gone as soon as it has left.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::{Value, json};
use tumbas_tests::sandbox::Fault;
use tumbas_tests::stage::World;

use super::ask::{Answer, Ask};
use super::cart::{digital, key, orders_of, posts_of, wait_for_post};
use super::faults::{placing, storm};
use super::places;
use super::until::until;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::waiting":
        an_order_waits_and_is_sent_again_by_itself,
        a_closed_browser_does_not_stop_it,
        nobody_waits_for_ever,
        without_a_secret_it_waits_in_memory,
        what_waits_cannot_be_read_and_is_gone_afterwards,
    ]
}

fn busy(seconds: u32) -> Fault {
    placing().status(429, "Too many requests").header("retry-after", &seconds.to_string()).before_commit()
}

fn is_waiting(answer: &Answer, seconds: u32) -> Value {
    assert_eq!(answer.status, 202, "{}", answer.text());
    let state = answer.json();
    assert_eq!(state["status"], "waiting");
    let wait: u32 = answer.header("retry-after").and_then(|text| text.parse().ok()).expect("Retry-After");
    assert!((1..=seconds).contains(&wait), "{wait}");
    state
}

fn shown(world: &World, state: &Value) -> Value {
    Ask::get(format!("/v3/orders/{}", state["token"].as_str().unwrap())).of(world).good()
}

fn an_order_waits_and_is_sent_again_by_itself() -> Result<()> {
    let (world, _turn) = storm()?;
    for in_json in [false, true] {
        let (draft, ask) = order();
        let fault = busy(2);
        world.sandbox.plan(if in_json {
            fault.status(429, json!({ "error": "slow down" })).header("retry-after", "2")
        } else {
            fault
        });
        let state = is_waiting(&ask.of(&world), 2);
        let again = ask.of(&world);
        assert_eq!(is_waiting(&again, 2), state);
        assert_eq!(again.header("idempotent-replayed"), Some("true"));
        assert_eq!(shown(&world, &state)["status"], "waiting");
        until("the order", || shown(&world, &state)["status"] == "pending");
        assert_eq!((posts_of(&world, &draft).len(), orders_of(&world, &draft).len()), (2, 1));
        assert_eq!(ask.of(&world).status, 201);
    }
    Ok(())
}

fn a_closed_browser_does_not_stop_it() -> Result<()> {
    let (world, _turn) = storm()?;
    let (draft, ask) = order();
    world.sandbox.plan(busy(1));
    ask.and_leave(&world, || wait_for_post(&world, &draft));
    until("the order", || orders_of(&world, &draft).len() == 1);
    assert_eq!(posts_of(&world, &draft).len(), 2);
    Ok(())
}

fn nobody_waits_for_ever() -> Result<()> {
    let (world, _turn) = storm()?;
    let (draft, ask) = order();
    world.sandbox.plan(busy(1).every());
    let state = is_waiting(&ask.of(&world), 1);
    until("the end", || shown(&world, &state)["status"] == "refused");
    assert_eq!((posts_of(&world, &draft).len(), orders_of(&world, &draft).len()), (4, 0));
    world.sandbox.clear_faults();
    until("the gate to open", || ask.of(&world).status == 201);
    assert_eq!(orders_of(&world, &draft).len(), 1);
    Ok(())
}

fn without_a_secret_it_waits_in_memory() -> Result<()> {
    let world = places::place("unsealed", &[("QUOTE_SECRET", "")])?;
    let (draft, ask) = order();
    world.sandbox.plan(busy(1));
    let state = is_waiting(&ask.of(&world), 1);
    until("the order", || shown(&world, &state)["status"] == "pending");
    assert_eq!(orders_of(&world, &draft).len(), 1);
    Ok(())
}

fn what_waits_cannot_be_read_and_is_gone_afterwards() -> Result<()> {
    let world = places::place("sealed", &[])?;
    let (draft, ask) = order();
    let typed: Vec<&str> = ["customer_name", "customer_phone", "customer_email"]
        .map(|member| draft[member].as_str().unwrap())
        .into();
    world.sandbox.plan(busy(3));
    let state = is_waiting(&ask.of(&world), 3);
    let token = state["token"].as_str().unwrap();
    // Its own name is there, so what is searched is where it is kept.
    until("the row on disk", || holds(&world.state(), "sealed"));
    holds_none(&world, &typed);
    until("the order", || shown(&world, &state)["status"] == "pending");
    holds_none(&world, &typed);
    assert!(holds(&world.state(), token), "the order's own token is nowhere: this searched the wrong folder");
    Ok(())
}

fn order() -> (Value, Ask) {
    let draft = digital();
    let ask = Ask::order(&draft, &key());
    (draft, ask)
}

fn holds_none(world: &World, texts: &[&str]) {
    for text in texts {
        assert!(!holds(&world.state(), text), "`{text}` is on disk");
    }
}

/// Whether any file of a folder holds a text.
pub(super) fn holds(folder: &Path, text: &str) -> bool {
    files(folder).iter().any(|file| {
        // A file may go while we look.
        let bytes = fs::read(file).unwrap_or_default();
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    })
}

pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .flat_map(|entry| {
            let path = entry.path();
            if path.is_dir() { files(&path) } else { vec![path] }
        })
        .collect()
}
