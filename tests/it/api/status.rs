//! What the holder of a token is told of the order, and nobody else.

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::Value;
use tumbas_tests::sandbox::Fault;
use tumbas_tests::stage::World;

use super::ask::Ask;
use super::cart::{bundle, digital, key, orders_of};
use super::places;
use super::until::until;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::status":
        the_status_is_what_the_order_was_answered_with,
        a_paid_order_says_so,
        a_platform_that_is_away_does_not_hide_an_order,
        nothing_personal_is_told,
        a_token_that_is_not_ours_finds_nothing,
        numbers_and_slugs_of_an_order_find_nothing,
        asking_often_is_not_upstream_load,
    ]
}

fn show(world: &World, state: &Value) -> Value {
    Ask::get(path(state)).of(world).good()
}

fn path(state: &Value) -> String {
    format!("/v3/orders/{}", state["token"].as_str().expect("a token"))
}

fn the_status_is_what_the_order_was_answered_with() -> Result<()> {
    let world = places::till()?;
    let placed = Ask::order(&bundle(), &key()).of(&world).good();
    assert_eq!(show(&world, &placed), placed);
    let address = placed["status_url"].as_str().unwrap();
    assert_eq!(address, format!("{}{}", world.worker_url, path(&placed)));
    Ok(())
}

fn a_paid_order_says_so() -> Result<()> {
    let world = places::till()?;
    let placed = Ask::order(&digital(), &key()).of(&world).good();
    assert_eq!(placed["payment_status"], "unpaid");
    let page = placed["public_order_url"].as_str().unwrap();
    ureq::post(format!("{page}/pay")).send("method=qris")?;
    until("the payment", || show(&world, &placed)["payment_status"] == "paid");
    assert_eq!(show(&world, &placed)["payment_url"], placed["payment_url"]);
    Ok(())
}

fn a_platform_that_is_away_does_not_hide_an_order() -> Result<()> {
    let world = places::till()?;
    let draft = digital();
    let placed = Ask::order(&draft, &key()).of(&world).good();
    let upstream = format!("/v3/orders/{}", orders_of(&world, &draft)[0].id);
    world.sandbox.plan(Fault::on("GET", &upstream).reset().every());
    until("a reading that failed", || {
        assert_eq!(show(&world, &placed), placed);
        world.sandbox.look(|world| world.requests_to("GET", &upstream).count()) > 0
    });
    assert_eq!(show(&world, &placed), placed);
    Ok(())
}

fn nothing_personal_is_told() -> Result<()> {
    let world = places::till()?;
    let draft = digital();
    let placed = Ask::order(&draft, &key()).of(&world).good();
    let told = show(&world, &placed).to_string() + &placed.to_string();
    for member in ["customer_name", "customer_phone", "customer_email"] {
        assert!(!told.contains(draft[member].as_str().unwrap()), "{member} in {told}");
    }
    let id = &orders_of(&world, &draft)[0].id;
    assert!(!told.contains(id.as_str()), "the platform's own id is told");
    Ok(())
}

fn a_token_that_is_not_ours_finds_nothing() -> Result<()> {
    let world = places::till()?;
    let placed = Ask::order(&digital(), &key()).of(&world).good();
    let token = placed["token"].as_str().unwrap();
    assert!(token.len() >= 3 + 43, "{token} is short");
    let (shorter, longer, other) = (&token[..token.len() - 1], format!("{token}A"), flipped(token));
    let foreign = format!("ck_{}", "A".repeat(43));
    let elsewhere = places::clock()?;
    let unborn = Ask::order(&digital(), &key()).of(&elsewhere).good()["token"].as_str().unwrap().to_owned();
    for guess in [
        shorter,
        &longer,
        &other,
        &foreign,
        &unborn,
        "ck_",
        "ck_1",
        "1",
        "null",
        "%00",
        "ck_%2F..%2F",
        "' OR 1=1 --",
        &token.to_lowercase(),
        &token.replace("ck_", ""),
        &"A".repeat(5_000),
    ] {
        let answer = Ask::get(format!("/v3/orders/{}", guess.replace(' ', "%20"))).of(&world);
        answer.refused(404, "order_not_found");
    }
    Ok(())
}

/// The same token with one character changed in the middle.
fn flipped(token: &str) -> String {
    let (head, tail) = token.split_at(20);
    let other = if tail.starts_with('A') { "B" } else { "A" };
    format!("{head}{other}{}", &tail[1..])
}

fn numbers_and_slugs_of_an_order_find_nothing() -> Result<()> {
    let world = places::till()?;
    let (draft, key) = (digital(), key());
    Ask::order(&draft, &key).of(&world).good();
    let order = orders_of(&world, &draft).remove(0);
    let phone = draft["customer_phone"].as_str().unwrap();
    for guess in [&order.id, &order.order_id, &order.secret_slug, &key, phone] {
        Ask::get(format!("/v3/orders/{guess}")).of(&world).refused(404, "order_not_found");
    }
    Ok(())
}

fn asking_often_is_not_upstream_load() -> Result<()> {
    let world = places::till()?;
    let draft = digital();
    let placed = Ask::order(&draft, &key()).of(&world).good();
    let answers = Ask::get(path(&placed)).burst(&world, 50);
    assert!(answers.iter().all(|answer| answer.good() == placed));
    let upstream = format!("/v3/orders/{}", orders_of(&world, &draft)[0].id);
    let reads = world.sandbox.look(|world| world.requests_to("GET", &upstream).count());
    assert!(reads <= 1, "{reads} reads of the platform for 50 questions");
    Ok(())
}
