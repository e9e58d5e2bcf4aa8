//! What the platform tells by itself reaches the order it is about, whatever else is away.

use std::time::{Duration, Instant};

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::json;
use tumbas_tests::sandbox::{CHECKOUT_KEY, Fault};
use tumbas_tests::stage::{World, built};

use super::ask::Ask;
use super::cart::{digital, key, orders_of, posts_of};
use super::faults::{placing, storm};
use super::letter::{created, genuine, hide, is_taken, letter, office, payment, placed, shown};
use super::until::until;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::news":
        a_lost_answer_is_made_good_by_a_letter,
        a_letter_is_answered_while_the_platform_is_silent_and_delivered_after,
        a_letter_moves_its_order,
        a_letter_by_number_alone_moves_its_order,
        letters_in_the_wrong_order_end_in_the_right_state,
        the_twin_of_an_answered_order_is_noticed,
        an_order_of_the_old_key_hears_what_is_told_under_the_new_one,
    ]
}

/// The list that is searched for it is away: only the letter can tell.
fn a_lost_answer_is_made_good_by_a_letter() -> Result<()> {
    let (world, _turn) = storm()?;
    let (draft, key) = (digital(), key());
    world.sandbox.plan(placing().reset().after_commit());
    world.sandbox.plan(Fault::on("GET", "/v3/orders").status(503, "<html>").every());
    let ask = Ask::order(&draft, &key);
    assert_eq!(ask.of(&world).status, 202);
    let order = orders_of(&world, &draft).remove(0);
    is_taken(&genuine(&created(&order)).of(&world));
    until("the order", || ask.of(&world).status == 201);
    assert_eq!((posts_of(&world, &draft).len(), orders_of(&world, &draft).len()), (1, 1));
    Ok(())
}

fn a_letter_is_answered_while_the_platform_is_silent_and_delivered_after() -> Result<()> {
    let (world, _turn) = storm()?;
    let (draft, key) = (digital(), key());
    let ask = Ask::order(&draft, &key);
    // So that the store is known before the platform falls silent.
    placed(&world);
    world.sandbox.plan(placing().reset().after_commit());
    world.sandbox.plan(Fault::on("GET", "/v3/*").timeout().every());
    assert_eq!(ask.of(&world).status, 202);
    let order = orders_of(&world, &draft).remove(0);
    let before = Instant::now();
    is_taken(&genuine(&created(&order)).of(&world));
    // The platform says nothing for far longer; how much less it is, is measured elsewhere.
    assert!(before.elapsed() < Duration::from_secs(3), "{:?}", before.elapsed());
    let read = |world: &tumbas_tests::sandbox::World| {
        world.requests.iter().any(|arrival| arrival.path == format!("/v3/orders/{}", order.id))
    };
    assert!(world.sandbox.wait_for(Duration::from_secs(10), read), "the order was never read back");
    assert_eq!(ask.of(&world).status, 202);
    world.sandbox.clear_faults();
    // Only the letter may find it.
    world.sandbox.plan(Fault::on("GET", "/v3/orders").status(503, "<html>").every());
    until("the order", || ask.of(&world).status == 201);
    Ok(())
}

fn a_letter_moves_its_order() -> Result<()> {
    let world = office()?;
    let (order, path) = placed(&world);
    hide(&world, &order);
    is_taken(&genuine(&payment(&order, "paid")).of(&world));
    until("the payment", || shown(&world, &path, "payment_status") == "paid");
    Ok(())
}

/// Very old payloads carry no id (scalev-v3 §4.5).
fn a_letter_by_number_alone_moves_its_order() -> Result<()> {
    let world = office()?;
    let (order, path) = placed(&world);
    hide(&world, &order);
    let data = json!({ "order_id": order.order_id, "payment_status": "paid" });
    is_taken(&genuine(&letter("order.payment_status_changed", &data)).of(&world));
    until("the payment", || shown(&world, &path, "payment_status") == "paid");
    Ok(())
}

fn letters_in_the_wrong_order_end_in_the_right_state() -> Result<()> {
    let world = office()?;
    let (order, path) = placed(&world);
    hide(&world, &order);
    let letters = ["unpaid", "paid", "settled"].map(|status| payment(&order, status));
    for letter in letters.iter().rev() {
        is_taken(&genuine(letter).of(&world));
    }
    is_taken(&genuine(&created(&order)).of(&world));
    until("the money", || shown(&world, &path, "payment_status") == "settled");
    // The letters before it have arrived by now, or will change nothing.
    for letter in &letters {
        is_taken(&genuine(letter).of(&world));
    }
    assert_eq!(shown(&world, &path, "payment_status"), "settled");
    Ok(())
}

/// The platform made two orders of one request and named one of them (reliability F29).
fn the_twin_of_an_answered_order_is_noticed() -> Result<()> {
    let (world, _turn) = storm()?;
    let draft = digital();
    let noticed =
        || world.worker_log().lines().iter().filter(|line| line.contains(r#""notice":"duplicated""#)).count();
    let before = noticed();
    world.sandbox.plan(placing().twice());
    assert_eq!(Ask::order(&draft, &key()).of(&world).status, 201);
    let orders = orders_of(&world, &draft);
    assert_eq!(orders.len(), 2);
    for order in &orders {
        is_taken(&genuine(&created(order)).of(&world));
    }
    until("the notice", || noticed() > before);
    Ok(())
}

/// The seller changed the key. The platform can not be asked for the order, so that only the letter
/// tells of it.
fn an_order_of_the_old_key_hears_what_is_told_under_the_new_one() -> Result<()> {
    let mut world = World::start(built(), &[])?;
    let (order, path) = placed(&world);
    world.put_var("SCALEV_API_KEY", CHECKOUT_KEY);
    world.restart(|_| ())?;
    hide(&world, &order);
    is_taken(&genuine(&payment(&order, "paid")).of(&world));
    until("the payment", || shown(&world, &path, "payment_status") == "paid");
    Ok(())
}
