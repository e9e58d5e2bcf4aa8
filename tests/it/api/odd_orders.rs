//! Orders under odd circumstances: a crowd, a shopper who leaves, a platform that answers strangely.

use std::time::Duration;

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::json;
use tumbas_tests::sandbox::{Fault, Kind, Limits};

use super::ask::Ask;
use super::cart::{digital, key, orders_of, posts_of, wait_for_post};
use super::faults::{hide_lists, placing, stays_unknown, storm};
use super::until::until;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::odd_orders":
        a_hundred_posts_of_one_key_are_one_order,
        a_hundred_posts_share_one_lost_answer,
        the_platforms_own_rate_limit_asks_to_wait,
        an_order_made_twice_by_the_platform_is_shown_once,
        an_order_without_a_payment_page_stands,
        a_page_no_browser_should_open_is_withheld,
        somebody_elses_order_is_not_taken_for_ours,
        a_shopper_who_leaves_finds_the_order_made,
    ]
}

fn slowly() -> Fault {
    placing().delay(Duration::from_millis(700))
}

fn a_hundred_posts_of_one_key_are_one_order() -> Result<()> {
    let (world, _turn) = storm()?;
    let draft = digital();
    world.sandbox.plan(slowly());
    let answers = Ask::order(&draft, &key()).burst(&world, 100);
    let first = answers[0].text();
    assert!(answers.iter().all(|answer| (answer.status, answer.text()) == (201, first.clone())));
    let replayed = answers.iter().filter(|answer| answer.header("idempotent-replayed") == Some("true"));
    assert_eq!(replayed.count(), 99);
    assert_eq!((posts_of(&world, &draft).len(), orders_of(&world, &draft).len()), (1, 1));
    Ok(())
}

fn a_hundred_posts_share_one_lost_answer() -> Result<()> {
    let (world, _turn) = storm()?;
    let draft = digital();
    let ask = Ask::order(&draft, &key());
    hide_lists(&world);
    world.sandbox.plan(Fault { kind: Kind::Timeout { ms: Some(700) }, ..placing() }.after_commit());
    let answers = ask.burst(&world, 100);
    assert!(answers.iter().all(|answer| answer.text() == answers[0].text()));
    stays_unknown(&world, &draft, &ask, &answers[0], 1);
    Ok(())
}

fn the_platforms_own_rate_limit_asks_to_wait() -> Result<()> {
    let (world, _turn) = storm()?;
    let draft = digital();
    let ask = Ask::order(&draft, &key());
    // Something must be sold before the limit hides the catalogue.
    Ask::order(&digital(), &key()).of(&world).good();
    world.sandbox.put_limits(Limits { per_10_seconds: 0, ..Limits::NONE });
    let answer = ask.of(&world);
    world.sandbox.put_limits(Limits::NONE);
    assert_eq!((answer.status, answer.json()["status"].as_str()), (202, Some("waiting")));
    let seconds: u32 = answer.header("retry-after").unwrap().parse()?;
    assert!((1..=120).contains(&seconds), "{seconds}");
    until("the order", || ask.of(&world).status == 201);
    assert_eq!(orders_of(&world, &draft).len(), 1);
    Ok(())
}

fn an_order_made_twice_by_the_platform_is_shown_once() -> Result<()> {
    let (world, _turn) = storm()?;
    let draft = digital();
    let ask = Ask::order(&draft, &key());
    world.sandbox.plan(placing().twice());
    let first = ask.of(&world);
    assert_eq!(first.status, 201, "{}", first.text());
    assert_eq!(first.json()["order_id"], orders_of(&world, &draft)[0].order_id.as_str());
    assert_eq!((ask.of(&world).text(), posts_of(&world, &draft).len()), (first.text(), 1));
    Ok(())
}

fn an_order_without_a_payment_page_stands() -> Result<()> {
    let (world, _turn) = storm()?;
    let draft = digital();
    let ask = Ask::order(&draft, &key());
    world.sandbox.plan(placing().members(&json!({ "payment_url": null, "public_order_url": null })));
    let first = ask.of(&world);
    assert_eq!(first.status, 201, "{}", first.text());
    let state = first.json();
    assert!(state.get("payment_url").is_none() && state["order_id"].is_string(), "{state}");
    assert_eq!((ask.of(&world).text(), orders_of(&world, &draft).len()), (first.text(), 1));
    Ok(())
}

fn a_page_no_browser_should_open_is_withheld() -> Result<()> {
    let (world, _turn) = storm()?;
    for page in [
        "javascript:alert(1)",
        "http://evil.example/pay",
        "https://bank@evil.example/pay",
        "data:text/html,x",
        "//evil.example",
    ] {
        let draft = digital();
        world.sandbox.plan(placing().members(&json!({ "payment_url": page, "public_order_url": page })));
        let state = Ask::order(&draft, &key()).of(&world).good();
        assert!(!state.to_string().contains("evil.example") && state.get("payment_url").is_none(), "{state}");
        assert_eq!(orders_of(&world, &draft).len(), 1);
    }
    Ok(())
}

/// A cache on the way answered with the order of another shopper.
fn somebody_elses_order_is_not_taken_for_ours() -> Result<()> {
    let (world, _turn) = storm()?;
    let other = Ask::order(&digital(), &key()).of(&world).good();
    let draft = digital();
    let ask = Ask::order(&draft, &key());
    let theirs = json!({ "metadata": { "tumbas_token": other["token"] }, "order_id": other["order_id"] });
    hide_lists(&world);
    world.sandbox.plan(placing().members(&theirs));
    let first = ask.of(&world);
    assert!(!first.text().contains(other["order_id"].as_str().unwrap()), "{}", first.text());
    stays_unknown(&world, &draft, &ask, &first, 1);
    Ok(())
}

fn a_shopper_who_leaves_finds_the_order_made() -> Result<()> {
    let (world, _turn) = storm()?;
    let draft = digital();
    let ask = Ask::order(&draft, &key());
    world.sandbox.plan(slowly());
    ask.and_leave(&world, || wait_for_post(&world, &draft));
    let made = world.sandbox.wait_for(Duration::from_secs(5), |world| {
        world.orders.iter().any(|order| draft["customer_name"] == order.content.customer.name.as_str())
    });
    assert!(made, "the order was given up with the shopper");
    let found = ask.of(&world);
    assert_eq!((found.status, found.header("idempotent-replayed")), (201, Some("true")), "{}", found.text());
    assert_eq!((posts_of(&world, &draft).len(), orders_of(&world, &draft).len()), (1, 1));
    Ok(())
}
