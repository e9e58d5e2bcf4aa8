//! The same shopper orders the same a second time, under another key: two tabs, or a page that
//! forgot (reliability F25).

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::{Value, json};
use tumbas_tests::stage::World;

use super::ask::{Answer, Ask};
use super::cart::{digital, key, orders_of, posts_of, with};
use super::faults::{placing, storm};
use super::places;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::duplicates":
        a_second_tab_is_asked_before_a_second_order,
        two_tabs_at_once_make_one_order,
        a_shopper_who_says_so_gets_a_second_order,
        another_shopper_or_another_cart_is_free,
        an_order_that_was_refused_stands_in_nobodys_way,
        an_order_that_is_being_confirmed_is_asked_about,
    ]
}

fn order(world: &World, draft: &Value) -> Answer {
    Ask::order(draft, &key()).of(world)
}

/// Refused, with the page of the order that is there already.
fn is_asked(answer: &Answer, world: &World, first: &Value) {
    let problem = answer.refused(409, "possible_duplicate");
    let page = format!("{}/o/{}", world.worker_url, first["token"].as_str().expect("a token"));
    assert_eq!(problem.order_url, Some(page));
}

fn a_second_tab_is_asked_before_a_second_order() -> Result<()> {
    let world = places::till()?;
    let (draft, first_key) = (digital(), key());
    let first = Ask::order(&draft, &first_key).of(&world).good();
    let second = Ask::order(&draft, &key());
    for _ in 0..2 {
        is_asked(&second.of(&world), &world, &first);
    }
    assert_eq!((posts_of(&world, &draft).len(), orders_of(&world, &draft).len()), (1, 1));
    // The first key still answers for its own order.
    assert_eq!(Ask::order(&draft, &first_key).of(&world).good(), first);
    Ok(())
}

fn two_tabs_at_once_make_one_order() -> Result<()> {
    let world = places::till()?;
    let draft = digital();
    let (one, other) = std::thread::scope(|scope| {
        let one = scope.spawn(|| order(&world, &draft));
        let other = order(&world, &draft);
        (one.join().expect("an answer"), other)
    });
    let (first, second) = if one.status == 201 { (one, other) } else { (other, one) };
    is_asked(&second, &world, &first.good());
    assert_eq!(orders_of(&world, &draft).len(), 1);
    Ok(())
}

fn a_shopper_who_says_so_gets_a_second_order() -> Result<()> {
    let world = places::till()?;
    let draft = digital();
    let first = order(&world, &draft).good();
    let again = Ask::order(&with(&draft, "/confirm_duplicate", json!(true)), &key());
    let second = again.of(&world).good();
    assert_ne!(first["order_id"], second["order_id"]);
    assert_eq!(again.of(&world).good(), second);
    assert_eq!(orders_of(&world, &draft).len(), 2);
    // Who does not say so is asked, and shown the first.
    is_asked(&order(&world, &draft), &world, &first);
    Ok(())
}

fn another_shopper_or_another_cart_is_free() -> Result<()> {
    let world = places::till()?;
    let draft = digital();
    order(&world, &draft).good();
    let line = draft["ordervariants"][0].clone();
    let two = json!([with(&line, "/quantity", json!(2))]);
    order(&world, &with(&draft, "/ordervariants", two)).good();
    let somebody = digital();
    order(&world, &with(&draft, "/customer_phone", somebody["customer_phone"].clone())).good();
    Ok(())
}

fn an_order_that_was_refused_stands_in_nobodys_way() -> Result<()> {
    let (world, _turn) = storm()?;
    let draft = digital();
    world.sandbox.plan(placing().status(422, json!({ "error": "Validation failed" })));
    order(&world, &draft).refused(422, "order_refused");
    order(&world, &draft).good();
    assert_eq!(orders_of(&world, &draft).len(), 1);
    Ok(())
}

fn an_order_that_is_being_confirmed_is_asked_about() -> Result<()> {
    let (world, _turn) = storm()?;
    let draft = digital();
    world.sandbox.plan(placing().reset().before_commit());
    let first = order(&world, &draft);
    assert_eq!(first.status, 202);
    is_asked(&order(&world, &draft), &world, &first.json());
    assert_eq!(posts_of(&world, &draft).len(), 1);
    Ok(())
}
