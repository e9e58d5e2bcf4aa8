//! Webhooks that come often, late, out of order or from somebody else: F17 to F21.

use super::case::placing;
use super::event::{SOON, bought, shows, taken};
use crate::chaos::shopper::{End, Shopper};
use crate::chaos::verdict::judge;
use crate::sandbox::{Fault, Forgery, Release};
use crate::stage::World;

pub(super) fn repeated(world: &World, shopper: &Shopper) -> Vec<String> {
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

pub(super) fn reversed(world: &World, shopper: &Shopper) -> Vec<String> {
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

pub(super) fn replayed(world: &World, shopper: &Shopper) -> Vec<String> {
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

pub(super) fn told_first(world: &World, shopper: &Shopper) -> Vec<String> {
    world.sandbox.plan(placing().reset().after_commit().of(&shopper.name));
    world.sandbox.plan(Fault::on("GET", "/v3/orders").status(503, "<html>busy</html>").every());
    let end = shopper.buy(&world.worker_url, SOON);
    let mut broken = judge(&world.sandbox, shopper, &end, false).violations;
    if !matches!(end, End::Ready { .. }) {
        broken.push(format!("nobody believed the webhook: {end:?}"));
    }
    broken
}

pub(super) fn forged(world: &World, shopper: &Shopper) -> Vec<String> {
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
