//! What must be so after a blow: everybody comes back, nothing is sent twice, and in the end each
//! has the one order.

use std::time::Duration;

use super::{Rig, clock};
use crate::chaos::faults::side_by_side;
use crate::chaos::shopper::{End, Shopper};
use crate::chaos::verdict::{judge, posts_of};
use crate::stage::World;

pub(super) const SOON: Duration = Duration::from_secs(30);
/// So long an order is followed by our own clock, before minutes are let pass on the Worker's.
const FIRST: Duration = Duration::from_secs(6);

/// What is broken for each of a crowd.
pub(super) fn of(rig: &Rig, crowd: &[Shopper]) -> Vec<Vec<String>> {
    let world = &rig.world;
    let (mut broken, mut ends): (Vec<_>, Vec<_>) =
        side_by_side(crowd, crowd.len(), |shopper| come_back(world, shopper)).into_iter().unzip();
    let open = |end: &End| if let End::Confirming(token) = end { Some(token.clone()) } else { None };
    let mut later = clock::pass(world, &ends.iter().filter_map(open).collect::<Vec<_>>()).into_iter();
    for end in ends.iter_mut().filter(|end| matches!(end, End::Confirming(_))) {
        *end = later.next().unwrap_or(End::Offline);
    }
    for ((shopper, end), broken) in crowd.iter().zip(ends).zip(&mut broken) {
        broken.extend(in_the_end(world, shopper, end));
    }
    clock::set(world, 0);
    broken
}

/// Presses again with the same key. Whatever may be at the platform is never sent again before its
/// absence is proven.
fn come_back(world: &World, shopper: &Shopper) -> (Vec<String>, End) {
    let first = shopper.press(&world.worker_url);
    let posts = posts_of(&world.sandbox, shopper);
    let mut broken = judge(&world.sandbox, shopper, &first, false).violations;
    if posts > 1 {
        broken.push(format!("I5 {posts} posts reached the platform"));
    }
    (broken, shopper.follow(&world.worker_url, first, FIRST))
}

/// Who is told that nothing was ordered presses once more, and in the end there is exactly one order.
pub(super) fn in_the_end(world: &World, shopper: &Shopper, end: End) -> Vec<String> {
    let end = if matches!(end, End::Absent(_)) { shopper.buy(&world.worker_url, SOON) } else { end };
    let mut broken = judge(&world.sandbox, shopper, &end, false).violations;
    if !matches!(end, End::Ready { .. }) {
        broken.push(format!("an order was expected in the end, and it ended {end:?}"));
    }
    broken
}
