//! The scenes in which a mistake of the Worker shows, each with the judgement of the right one.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use super::price;
use crate::chaos::faults::case::placing;
use crate::chaos::faults::event::bought;
use crate::chaos::faults::pressed::pressed_at_once;
use crate::chaos::faults::response::redirected;
use crate::chaos::kill::clock;
use crate::chaos::shopper::Shopper;
use crate::chaos::verdict::{leaks, one_order};
use crate::sandbox::Release;
use crate::stage::World;

const SOON: Duration = Duration::from_secs(8);
const LATER: i64 = 10 * 60_000;

pub(super) type Play = fn(&World, &Shopper) -> Vec<String>;

/// Named as the chaos build knows them.
pub(super) const PLAYS: [(&str, &str, Play); 8] = [
    ("AwaitBeforeClaim", "twenty presses at once, one key", pressed_at_once::<20>),
    ("OneObject", "two shoppers, two orders", two_shoppers),
    ("SendAgain", "500, and the order was made", lost_answer),
    ("FollowRedirects", "307 to another host", |world, shopper| redirected(world, shopper, 307)),
    ("LogBody", "log lines of an order", logged),
    ("TrustClient", "a parcel at a price of the shopper's own", price::of_their_own),
    ("NarrowWindow", "a webhook that comes ten minutes late", told_late),
    ("ForgetLetters", "an old webhook again, ten minutes later", told_again),
];

fn two_shoppers(world: &World, first: &Shopper) -> Vec<String> {
    let second = Shopper::new(&format!("{} too", first.name), 0, 0);
    let both = [first, &second];
    both.into_iter()
        .flat_map(|shopper| one_order(world, shopper, &shopper.buy(&world.worker_url, SOON)))
        .collect()
}

fn lost_answer(world: &World, shopper: &Shopper) -> Vec<String> {
    let failure = json!({ "error": "Internal server error" });
    world.sandbox.plan(placing().status(500, failure).after_commit().of(&shopper.name));
    one_order(world, shopper, &shopper.buy(&world.worker_url, SOON))
}

fn logged(world: &World, shopper: &Shopper) -> Vec<String> {
    let before = said(world, REQUEST);
    let broken = one_order(world, shopper, &shopper.buy(&world.worker_url, SOON));
    wait(|| said(world, REQUEST) > before);
    [broken, leaks(world)].concat()
}

/// A letter that comes late is a letter all the same: the platform may have been down, or we.
fn told_late(world: &World, shopper: &Shopper) -> Vec<String> {
    let (order, _) = match bought(world, shopper) {
        Ok(bought) => bought,
        Err(broken) => return broken,
    };
    let (told, received) = (said(world, PAID), said(world, RECEIVED));
    world.sandbox.hold_webhooks();
    world.sandbox.pay(&order);
    clock::set(world, LATER);
    world.sandbox.release_webhooks(&Release::reversed());
    wait(|| said(world, PAID) > told);
    let thrown_away = said(world, RECEIVED) == received;
    thrown_away.then(|| "a letter was thrown away".to_owned()).into_iter().collect()
}

/// It is answered with 200 and not taken again.
fn told_again(world: &World, shopper: &Shopper) -> Vec<String> {
    let (order, _) = match bought(world, shopper) {
        Ok(bought) => bought,
        Err(broken) => return broken,
    };
    let told = said(world, PAID);
    world.sandbox.pay(&order);
    wait(|| said(world, PAID) > told);
    let (told, repeated) = (said(world, PAID), said(world, REPEATED));
    let paid = world.sandbox.deliveries().into_iter().rev().find(|told| told.event == "payment.received");
    clock::set(world, LATER);
    let again = paid.map(|paid| world.sandbox.replay_webhook(paid.number, 1));
    if again.is_none_or(|attempts| attempts.is_err()) {
        return vec!["there was no webhook to tell again".into()];
    }
    wait(|| said(world, PAID) > told);
    let twice = said(world, REPEATED) == repeated;
    twice.then(|| "a letter was taken twice".to_owned()).into_iter().collect()
}

const REQUEST: &str = "\"event\":\"request\"";
const PAID: &str = "\"name\":\"payment_received\"";
const RECEIVED: &str = "\"name\":\"payment_received\",\"verdict\":\"received\"";
const REPEATED: &str = "\"name\":\"payment_received\",\"verdict\":\"repeated\"";

/// Log lines with these words.
fn said(world: &World, words: &str) -> usize {
    world.worker_log().lines().iter().filter(|line| line.contains(words)).count()
}

fn wait(mut done: impl FnMut() -> bool) {
    let deadline = Instant::now() + SOON;
    while !done() && Instant::now() < deadline {
        thread::sleep(Duration::from_millis(20));
    }
}
