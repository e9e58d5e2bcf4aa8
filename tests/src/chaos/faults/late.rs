//! An older word of the platform that comes after a newer one: F18 between answers and webhooks; and
//! a list that grows faster than it is read: F16.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::case::placing;
use super::event::SOON;
use crate::chaos::http::send;
use crate::chaos::shopper::Shopper;
use crate::chaos::verdict::{one_order, orders_of};
use crate::sandbox::Fault;
use crate::stage::World;

/// Longer than a letter is left lying whose order nobody knows yet, and than it takes to read it back.
const LATE: Duration = Duration::from_secs(6);

/// The order is made and paid, and told to be, before its own request is answered.
pub(super) fn overtaken(world: &World, shopper: &Shopper) -> Vec<String> {
    world.sandbox.plan(placing().delay(LATE).of(&shopper.name));
    let answer = thread::scope(|scope| {
        let press = scope.spawn(|| pressed(world, shopper));
        if let Some(order) = made(world, shopper) {
            world.sandbox.pay(&order);
        }
        press.join().unwrap_or_default()
    });
    let is_paid = answer["payment_status"] == "paid";
    let unpaid = (!is_paid).then(|| format!("an older word was believed: {answer:.200}"));
    unpaid.into_iter().chain(stays_paid(world, shopper)).collect()
}

/// The order is paid while it is read for the first time, and that answer is long on its way.
pub(super) fn told_while_read(world: &World, shopper: &Shopper) -> Vec<String> {
    world.sandbox.plan(placing().reset().after_commit().of(&shopper.name));
    world.sandbox.plan(Fault::on("GET", "/v3/orders").status(503, "<html>busy</html>").every());
    shopper.press(&world.worker_url);
    let Some(order) = orders_of(&world.sandbox, shopper).pop() else { return vec!["no order".into()] };
    // It is read back for its token first, and then to be shown.
    let path = format!("/v3/orders/{}", order.id);
    world.sandbox.plan(Fault::on("GET", &path).delay(LATE).nth(2));
    let is_read = |is_over: bool| {
        world.sandbox.wait_for(SOON, |world| {
            let mut reads = world.requests_to("GET", &path).filter(|read| read.fault.is_some());
            reads.any(|read| read.answered_ms.is_some() || !is_over)
        })
    };
    let is_under_way = is_read(false);
    world.sandbox.pay(&order.order_id);
    let is_late = is_read(true);
    let unplayed = (!is_under_way || !is_late).then(|| "it was not read as it should be".to_owned());
    unplayed.into_iter().chain(stays_paid(world, shopper)).collect()
}

/// More orders than one turn of a look reads come after the one whose answer was lost.
pub(super) fn buried(world: &World, shopper: &Shopper) -> Vec<String> {
    world.sandbox.unsubscribe();
    world.sandbox.plan(placing().reset().after_commit().of(&shopper.name));
    let first = shopper.press(&world.worker_url);
    let mut other = shopper.draft();
    other["customer_name"] = "somebody else".into();
    for n in 0..OTHERS {
        other["metadata"] = json!({ "n": n });
        world.sandbox.ask("POST", "/v3/orders", &other);
    }
    let end = shopper.follow(&world.worker_url, first, SOON * 2);
    let _ = world.connect_webhooks();
    one_order(world, shopper, &end)
}

/// One page more than twenty.
const OTHERS: usize = 525;

/// What a press is answered; one that comes again is answered from what the Worker wrote down.
fn pressed(world: &World, shopper: &Shopper) -> Value {
    let (url, body) = (format!("{}/v3/orders", world.worker_url), shopper.draft().to_string());
    let headers = [("idempotency-key", shopper.key.as_str())];
    send("POST", &url, &headers, Some(&body), SOON).map_or(Value::Null, |reply| reply.json())
}

/// The number of the order, once the platform has it.
fn made(world: &World, shopper: &Shopper) -> Option<String> {
    let is_theirs = |order: &&crate::sandbox::Order| order.content.customer.name == shopper.name;
    let is_made = world.sandbox.wait_for(SOON, |world| world.orders.iter().any(|order| is_theirs(&order)));
    is_made.then(|| orders_of(&world.sandbox, shopper).pop())?.map(|order| order.order_id)
}

/// It is written down as paid soon, and nothing that comes late changes that.
pub(in crate::chaos) fn stays_paid(world: &World, shopper: &Shopper) -> Vec<String> {
    let is_paid = || pressed(world, shopper)["payment_status"] == "paid";
    let deadline = Instant::now() + SOON;
    while !is_paid() && Instant::now() < deadline {
        thread::sleep(Duration::from_millis(250));
    }
    let mut broken = one_order(world, shopper, &shopper.press(&world.worker_url));
    if !is_paid() {
        broken.push("it is paid, and is not written down as paid".into());
    }
    broken
}
