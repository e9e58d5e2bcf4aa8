//! What shoppers and the platform do with an order besides answering it: F25 to F29.

use std::io::Write as _;
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use super::case::placing;
use super::event::{SOON, member};
use super::{Commit, side_by_side};
use crate::chaos::http::send;
use crate::chaos::shopper::{End, Shopper};
use crate::chaos::verdict::{judge, orders_of, posts_of};
use crate::sandbox::Fault;
use crate::stage::World;

pub(super) fn pressed_often(world: &World, shopper: &Shopper) -> Vec<String> {
    pressed_at_once::<100>(world, shopper)
}

pub(in crate::chaos) fn pressed_at_once<const N: usize>(world: &World, shopper: &Shopper) -> Vec<String> {
    let presses = [(); N];
    let ends = side_by_side(&presses, presses.len(), |()| shopper.buy(&world.worker_url, SOON));
    let mut broken: Vec<String> =
        ends.iter().flat_map(|end| judge(&world.sandbox, shopper, end, false).violations).collect();
    broken.extend(ends.iter().filter(|end| !matches!(end, End::Ready { .. })).map(|end| format!("{end:?}")));
    broken
}

pub(super) fn closed(world: &World, shopper: &Shopper) -> Vec<String> {
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

pub(super) fn blind(world: &World, shopper: &Shopper) -> Vec<String> {
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
pub(super) fn doubled(world: &World, shopper: &Shopper) -> Vec<String> {
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

pub(super) fn half_told(world: &World, shopper: &Shopper) -> Vec<String> {
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

/// Reads without the link, until it comes.
const READS: u32 = 2;

/// The order stands and says so; the link comes when the platform has it.
pub(super) fn linkless(world: &World, shopper: &Shopper) -> Vec<String> {
    let nothing = serde_json::json!({ "payment_url": null, "public_order_url": null });
    world.sandbox.plan(placing().members(&nothing).of(&shopper.name));
    world.sandbox.plan(Fault::on("GET", "/v3/orders/{id}").members(&nothing).next(READS));
    let end = shopper.press(&world.worker_url);
    let mut broken = judge(&world.sandbox, shopper, &end, false).violations;
    let End::Ready { token, .. } = &end else {
        broken.push(format!("an order was expected: {end:?}"));
        return broken;
    };
    let page = send("GET", &member(world, token, "order_url"), &[], None, SOON);
    if !page.is_ok_and(|page| page.status == 200 && page.text.contains("<html")) {
        broken.push("the order's own page was not there".into());
    }
    if !member(world, token, "payment_url").is_empty() {
        broken.push("there was a link at once".into());
    }
    let deadline = Instant::now() + SOON;
    while member(world, token, "payment_url").is_empty() && Instant::now() < deadline {
        thread::sleep(Duration::from_millis(250));
    }
    if member(world, token, "payment_url").is_empty() {
        broken.push("the link never came".into());
    }
    if shopper.press(&world.worker_url) != end || posts_of(&world.sandbox, shopper) != 1 {
        broken.push("who pressed again was not shown the same order".into());
    }
    broken
}
