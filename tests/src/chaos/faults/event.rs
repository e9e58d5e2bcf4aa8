//! Faults of what is told, pressed and closed: F17 to F21, F25, F26, F27 and F29.

use std::io::Write as _;
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;

use super::response::placing;
use super::{Commit, side_by_side};
use crate::chaos::options::Options;
use crate::chaos::report::{Report, Row};
use crate::chaos::shopper::{End, Shopper};
use crate::chaos::verdict::{judge, leaks, orders_of};
use crate::chaos::world;
use crate::sandbox::{Fault, Forgery, Release};
use crate::stage::{Dist, World};

/// Until something told has arrived and was believed.
const SOON: Duration = Duration::from_secs(20);

type Play = fn(&World, &Shopper) -> Vec<String>;

const PLAYS: [(&str, &str, Play); 10] = [
    ("F17", "each webhook five times, two of them at once", repeated),
    ("F18", "webhooks in reversed order, each twice", reversed),
    ("F19", "an old webhook again, after the order moved on", replayed),
    ("F20", "the lists fail, a webhook tells of the lost order", told_first),
    ("F21", "forged, tampered and unsigned webhooks", forged),
    ("F25", "a hundred presses at once, one key", pressed_often),
    ("F26", "the page is closed while the order is under way", closed),
    ("F27", "the answer is lost, and the next two lists too", blind),
    ("F29", "the platform itself makes two orders, and the answer is lost", doubled),
    ("F29", "the platform itself makes two orders, and answers one of them", half_told),
];

/// Plays every scene, one after the other: some spoil what all share.
pub(super) fn run(options: &Options, report: &mut Report, dist: &Dist) -> Result<()> {
    let world = world::told(dist)?;
    for ((name, words, play), scene) in plays(options).zip(0..) {
        let mut row = Row::new(name, words);
        for n in 0..options.count(1, 1, 30) {
            // Nobody comes twice: two equal orders of one shopper would be asked about.
            let shopper = Shopper::new(name, options.seed, 1_000 * scene + n);
            let broken = play(&world, &shopper);
            world.sandbox.clear_faults();
            if name != "F29" {
                row.duplicates += orders_of(&world.sandbox, &shopper).len().saturating_sub(1);
            }
            row.note(broken);
        }
        report.add(row);
    }
    let mut row = Row::new("I8", "log lines of these scenes");
    row.note(leaks(&world));
    report.add(row);
    Ok(())
}

/// A slice leaves out F27, in which looking takes half a minute.
fn plays(options: &Options) -> impl Iterator<Item = (&'static str, &'static str, Play)> {
    let sliced = options.slice;
    PLAYS.into_iter().filter(move |(name, ..)| !sliced || *name != "F27")
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
fn member(world: &World, token: &str, name: &str) -> String {
    let url = format!("{}/v3/orders/{token}", world.worker_url);
    let answer = crate::chaos::http::send("GET", &url, &[], None, SOON);
    answer.map_or_else(|_| String::new(), |reply| reply.json()[name].as_str().unwrap_or_default().to_owned())
}

/// Waits until the order shows this payment status.
fn shows(world: &World, token: &str, wanted: &str) -> Vec<String> {
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
fn taken(world: &World) -> Vec<String> {
    let all = |world: &crate::sandbox::World| {
        world
            .deliveries()
            .iter()
            .all(|delivery| delivery.attempts.last().is_some_and(crate::sandbox::Attempt::is_good))
    };
    let taken = world.sandbox.wait_for(SOON, all);
    if taken { Vec::new() } else { vec!["a webhook was not taken".into()] }
}

fn repeated(world: &World, shopper: &Shopper) -> Vec<String> {
    let (order, token) = match bought(world, shopper) {
        Ok(bought) => bought,
        Err(broken) => return broken,
    };
    world.sandbox.pay(&order);
    let mut broken = taken(world);
    for delivery in world.sandbox.deliveries() {
        for copies in [2, 1, 1] {
            let attempts = world.sandbox.replay_webhook(delivery.number, copies).unwrap_or_default();
            if !attempts.iter().all(|attempt| attempt.status == Some(200)) {
                broken.push(format!("a repeated {} was answered {attempts:?}", delivery.event));
            }
        }
    }
    broken.extend(shows(world, &token, "paid"));
    broken
}

fn reversed(world: &World, shopper: &Shopper) -> Vec<String> {
    world.sandbox.hold_webhooks();
    let bought = bought(world, shopper);
    if let Ok((order, _)) = &bought {
        world.sandbox.pay(order);
        world.sandbox.put_payment_status(order, "settled");
    }
    world.sandbox.release_webhooks(&Release::reversed().copies(2));
    match bought {
        Ok((_, token)) => [taken(world), shows(world, &token, "settled")].concat(),
        Err(broken) => broken,
    }
}

fn replayed(world: &World, shopper: &Shopper) -> Vec<String> {
    let (order, token) = match bought(world, shopper) {
        Ok(bought) => bought,
        Err(broken) => return broken,
    };
    world.sandbox.pay(&order);
    let mut broken = taken(world);
    let paid = world.sandbox.deliveries().into_iter().rev().find(|told| told.event == "payment.received");
    world.sandbox.put_payment_status(&order, "conflict");
    broken.extend(taken(world));
    let again = paid.and_then(|paid| world.sandbox.replay_webhook(paid.number, 1).ok()).unwrap_or_default();
    if !again.iter().all(|attempt| attempt.status == Some(200)) {
        broken.push(format!("an old webhook was answered {again:?}"));
    }
    broken.extend(shows(world, &token, "conflict"));
    broken
}

fn told_first(world: &World, shopper: &Shopper) -> Vec<String> {
    world.sandbox.plan(placing().reset().after_commit().of(&shopper.name));
    world.sandbox.plan(Fault::on("GET", "/v3/orders").status(503, "<html>busy</html>").every());
    let end = shopper.buy(&world.worker_url, SOON);
    let mut broken = judge(&world.sandbox, shopper, &end, false).violations;
    if !matches!(end, End::Ready { .. }) {
        broken.push(format!("nobody believed the webhook: {end:?}"));
    }
    broken
}

fn forged(world: &World, shopper: &Shopper) -> Vec<String> {
    let (order, token) = match bought(world, shopper) {
        Ok(bought) => bought,
        Err(broken) => return broken,
    };
    let lie = Forgery { event: "payment.received".into(), order_id: order, ..Forgery::default() };
    let lies = [
        lie.clone(),
        Forgery { secret: Some(String::new()), ..lie.clone() },
        Forgery { signature: Some(String::new()), ..lie.clone() },
        Forgery { signature: Some("AAAA".into()), ..lie },
    ];
    let mut broken = Vec::new();
    for lie in &lies {
        let status = world.sandbox.forge_webhook(lie).ok().and_then(|attempt| attempt.status);
        if status != Some(401) {
            broken.push(format!("a forged webhook was answered {status:?}"));
        }
    }
    broken.extend(shows(world, &token, "unpaid"));
    broken
}

pub(in crate::chaos) fn pressed_often(world: &World, shopper: &Shopper) -> Vec<String> {
    let presses = [(); 100];
    let ends = side_by_side(&presses, presses.len(), |()| shopper.buy(&world.worker_url, SOON));
    let mut broken: Vec<String> =
        ends.iter().flat_map(|end| judge(&world.sandbox, shopper, end, false).violations).collect();
    broken.extend(ends.iter().filter(|end| !matches!(end, End::Ready { .. })).map(|end| format!("{end:?}")));
    broken
}

fn closed(world: &World, shopper: &Shopper) -> Vec<String> {
    world.sandbox.plan(placing().delay(Duration::from_millis(400)).of(&shopper.name));
    let wait = fastrand::Rng::with_seed(shopper.name.len() as u64).u64(0..300);
    if press_and_leave(world, shopper, Duration::from_millis(wait)).is_err() {
        return vec!["the Worker did not listen".into()];
    }
    let end = shopper.buy(&world.worker_url, SOON);
    let mut broken = judge(&world.sandbox, shopper, &end, false).violations;
    if !matches!(end, End::Ready { .. }) {
        broken.push(format!("who came back found {end:?}"));
    }
    broken
}

fn press_and_leave(world: &World, shopper: &Shopper, after: Duration) -> std::io::Result<()> {
    let host = world.worker_url.trim_start_matches("http://");
    let (body, key) = (shopper.draft().to_string(), &shopper.key);
    let mut line = TcpStream::connect(host)?;
    write!(
        line,
        "POST /v3/orders HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/json\r\n\
         idempotency-key: {key}\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )?;
    thread::sleep(after);
    Ok(())
}

fn blind(world: &World, shopper: &Shopper) -> Vec<String> {
    world.sandbox.unsubscribe();
    world.sandbox.plan(Commit::After.of(placing().malformed().of(&shopper.name)));
    world.sandbox.plan(Fault::on("GET", "/v3/orders").reset().next(2));
    let end = shopper.buy(&world.worker_url, SOON * 3);
    let _ = world.connect_webhooks();
    let mut broken = judge(&world.sandbox, shopper, &end, false).violations;
    if !matches!(end, End::Ready { .. }) {
        broken.push(format!("the order was not found: {end:?}"));
    }
    broken
}

/// Looking for the lost order finds both.
fn doubled(world: &World, shopper: &Shopper) -> Vec<String> {
    world.sandbox.unsubscribe();
    world.sandbox.plan(placing().reset().after_commit().of(&shopper.name));
    let first = shopper.press(&world.worker_url);
    if let Some(order) = orders_of(&world.sandbox, shopper).pop() {
        world.sandbox.ask("POST", "/v3/orders", &order.request.into());
    }
    let end = shopper.follow(&world.worker_url, first, SOON);
    let broken = flagged(world, shopper, &end);
    let _ = world.connect_webhooks();
    broken
}

fn half_told(world: &World, shopper: &Shopper) -> Vec<String> {
    world.sandbox.plan(placing().twice().of(&shopper.name));
    flagged(world, shopper, &shopper.buy(&world.worker_url, SOON))
}

/// One of the two is the shopper's; that there is another is said in the log.
fn flagged(world: &World, shopper: &Shopper, end: &End) -> Vec<String> {
    let mut broken = judge(&world.sandbox, shopper, end, true).violations;
    if !matches!(end, End::Ready { .. }) {
        broken.push(format!("an order was expected: {end:?}"));
    }
    let count =
        || world.worker_log().lines().iter().filter(|line| line.contains(r#""notice":"duplicated""#)).count();
    let deadline = Instant::now() + SOON;
    while count() < twins(world) && Instant::now() < deadline {
        thread::sleep(Duration::from_millis(100));
    }
    if count() < twins(world) {
        broken.push("I1 nobody was told that there are two".into());
    }
    broken
}

/// Shoppers so far for whom the platform has two orders.
fn twins(world: &World) -> usize {
    let orders = world.sandbox.orders();
    let has_twin = |order: &&crate::sandbox::Order| {
        orders.iter().filter(|other| other.metadata() == order.metadata()).count() > 1
    };
    orders.iter().filter(has_twin).count() / 2
}
