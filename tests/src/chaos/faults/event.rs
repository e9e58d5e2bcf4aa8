//! Faults of what is told, pressed and closed: F16 to F21 and F25 to F29.

use std::thread;
use std::time::{Duration, Instant};

use super::late::{buried, overtaken, told_while_read};
use super::pressed::{blind, closed, doubled, half_told, linkless, pressed_often};
use super::told::{forged, repeated, replayed, reversed, told_first};
use crate::chaos::options::Options;
use crate::chaos::report::{Report, Row};
use crate::chaos::shopper::{End, Shopper};
use crate::chaos::verdict::orders_of;
use crate::sandbox::Attempt;
use crate::stage::World;

/// Until something told has arrived and was believed.
pub(super) const SOON: Duration = Duration::from_secs(20);

type Play = fn(&World, &Shopper) -> Vec<String>;

const PLAYS: [(&str, &str, Play); 14] = [
    ("F17", "each webhook five times, two of them at once", repeated),
    ("F18", "webhooks in reversed order, each twice", reversed),
    ("F18", "an order is told to be paid before its own request is answered", overtaken),
    ("F18", "an order is told to be paid while it is read for the first time", told_while_read),
    ("F19", "an old webhook again, after the order moved on", replayed),
    ("F20", "the lists fail, a webhook tells of the lost order", told_first),
    ("F21", "forged, tampered and unsigned webhooks", forged),
    ("F25", "a hundred presses at once, one key", pressed_often),
    ("F26", "the page is closed while the order is under way", closed),
    ("F27", "the answer is lost, and the next two lists too", blind),
    ("F28", "an order without a link to pay, in its answer and in two reads more", linkless),
    ("F29", "the platform itself makes two orders, and the answer is lost", doubled),
    ("F29", "the platform itself makes two orders, and answers one of them", half_told),
    ("F16", "the answer is lost, and 525 orders of others come after it", buried),
];

/// Plays every scene, one after the other: some spoil what all share.
pub(super) fn run(options: &Options, report: &mut Report, world: &World) {
    for ((name, words, play), scene) in plays(options).zip(0..) {
        let mut row = Row::new(name, words);
        for n in 0..options.count(1, 1, 30) {
            // Nobody comes twice: two equal orders of one shopper would be asked about.
            let shopper = Shopper::new(name, options.seed, 1_000 * scene + n);
            let broken = play(world, &shopper);
            world.sandbox.clear_faults();
            if name != "F29" {
                row.duplicates += orders_of(&world.sandbox, &shopper).len().saturating_sub(1);
            }
            row.note(broken);
        }
        report.add(row);
    }
}

/// A slice leaves out those in which looking takes its time.
fn plays(options: &Options) -> impl Iterator<Item = (&'static str, &'static str, Play)> {
    let sliced = options.slice;
    PLAYS.into_iter().filter(move |(name, ..)| !sliced || !["F16", "F27", "F28"].contains(name))
}

/// Buys without any fault and answers the order's number at the platform and our token.
pub(in crate::chaos) fn bought(world: &World, shopper: &Shopper) -> Result<(String, String), Vec<String>> {
    let end = shopper.buy(&world.worker_url, SOON);
    let order = orders_of(&world.sandbox, shopper).pop();
    match (end, order) {
        (End::Ready { token, .. }, Some(order)) => Ok((order.order_id, token)),
        (end, _) => Err(vec![format!("an order was expected, and it ended {end:?}")]),
    }
}

/// What `GET /v3/orders/{token}` says in this member.
pub(super) fn member(world: &World, token: &str, name: &str) -> String {
    let url = format!("{}/v3/orders/{token}", world.worker_url);
    let answer = crate::chaos::http::send("GET", &url, &[], None, SOON);
    answer.map_or_else(|_| String::new(), |reply| reply.json()[name].as_str().unwrap_or_default().to_owned())
}

/// Waits until the order shows this payment status.
pub(super) fn shows(world: &World, token: &str, wanted: &str) -> Vec<String> {
    let deadline = Instant::now() + SOON;
    loop {
        let shown = member(world, token, "payment_status");
        if shown == wanted {
            return Vec::new();
        }
        if Instant::now() > deadline {
            return vec![format!("the order shows {shown:?}, and is {wanted}")];
        }
        thread::sleep(Duration::from_millis(100));
    }
}

/// Everything told so far was taken.
pub(super) fn taken(world: &World) -> Vec<String> {
    let all = |world: &crate::sandbox::World| {
        world.deliveries().iter().all(|delivery| delivery.attempts.last().is_some_and(Attempt::is_good))
    };
    let taken = world.sandbox.wait_for(SOON, all);
    if taken { Vec::new() } else { vec!["a webhook was not taken".into()] }
}
