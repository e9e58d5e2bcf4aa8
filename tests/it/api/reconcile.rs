//! Orders whose answer was lost are looked for at the platform, and found by the token they carry.

use anyhow::Result;
use libtest_mimic::Trial;
use tumbas_tests::sandbox::Fault;
use tumbas_tests::stage::World;

use super::ask::Ask;
use super::cart::{digital, key, orders_of, posts_of};
use super::faults::{placing, storm};
use super::until::until;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::reconcile":
        a_lost_answer_is_found_with_its_payment_link,
        a_list_that_fails_is_read_again,
        nothing_is_found_where_nothing_was_made,
    ]
}

fn lists(world: &World) -> usize {
    world.sandbox.look(|world| world.requests_to("GET", "/v3/orders").count())
}

fn a_lost_answer_is_found_with_its_payment_link() -> Result<()> {
    let (world, _turn) = storm()?;
    for fault in [placing().reset(), placing().status(500, "<html>"), placing().malformed()] {
        let (draft, key) = (digital(), key());
        world.sandbox.plan(fault.after_commit());
        let ask = Ask::order(&draft, &key);
        assert_eq!(ask.of(&world).status, 202);
        until("the order", || ask.of(&world).status == 201);
        let again = ask.of(&world).good();
        assert!(again["payment_url"].as_str().is_some_and(|url| url.starts_with("http")), "{again}");
        assert_eq!((posts_of(&world, &draft).len(), orders_of(&world, &draft).len()), (1, 1));
    }
    Ok(())
}

fn a_list_that_fails_is_read_again() -> Result<()> {
    let (world, _turn) = storm()?;
    let (draft, key) = (digital(), key());
    world.sandbox.plan(placing().truncated().after_commit());
    world.sandbox.plan(Fault::on("GET", "/v3/orders").status(503, "<html>"));
    let ask = Ask::order(&draft, &key);
    assert_eq!(ask.of(&world).status, 202);
    until("the order", || ask.of(&world).status == 201);
    assert_eq!(posts_of(&world, &draft).len(), 1);
    Ok(())
}

/// One look in vain proves nothing: the order may still be on its way.
fn nothing_is_found_where_nothing_was_made() -> Result<()> {
    let (world, _turn) = storm()?;
    let (draft, key, before) = (digital(), key(), lists(&world));
    world.sandbox.plan(placing().reset().before_commit());
    let ask = Ask::order(&draft, &key);
    assert_eq!(ask.of(&world).status, 202);
    until("two looks", || lists(&world) >= before + 2);
    let later = ask.of(&world);
    assert_eq!((later.status, later.json()["status"].as_str()), (202, Some("confirming")));
    assert_eq!((posts_of(&world, &draft).len(), orders_of(&world, &draft).len()), (1, 0));
    Ok(())
}
