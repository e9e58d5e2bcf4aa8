//! kill -9 at each named moment, with several orders under way.

use std::thread;
use std::time::Duration;

use anyhow::Result;

use super::driver::Word;
use super::{Rig, clock};
use crate::chaos::faults::response::placing;
use crate::chaos::faults::{Commit, side_by_side};
use crate::chaos::options::Options;
use crate::chaos::report::{Report, Row};
use crate::chaos::shopper::{End, Shopper};
use crate::chaos::verdict::{judge, posts_of};
use crate::stage::World;

/// When the process dies.
#[derive(Clone, Copy, Debug)]
enum Death {
    /// At a moment that the chaos build names.
    Moment(&'static str),
    /// When the platform has the request, and has or has not made the order.
    Arrived(Commit),
    /// Somewhere within the first half second.
    Anywhere,
}

/// When, in words.
const DEATHS: [(Death, &str); 8] = [
    (Death::Moment("Opened"), "the intent is written down"),
    (Death::Moment("Registered"), "the gate knows of it"),
    (Death::Moment("Fenced"), "the fence is written, nothing has left"),
    (Death::Arrived(Commit::Before), "the platform has the request, and no order"),
    (Death::Arrived(Commit::After), "the platform has the order, nobody knows"),
    (Death::Moment("Answered"), "the answer is read, not written down"),
    (Death::Moment("Written"), "the order is written down, nobody was told"),
    (Death::Anywhere, "at any moment"),
];

/// Shoppers who press before each death.
const CROWD: usize = 10;
const SOON: Duration = Duration::from_secs(30);

pub(super) fn run(options: &Options, report: &mut Report, rig: &mut Rig) -> Result<()> {
    for (death, words) in DEATHS
        .iter()
        .filter(|death| !options.slice || matches!(death.0, Death::Moment("Fenced" | "Answered")))
    {
        let mut row = Row::new("kill -9", format!("when {words}"));
        for round in 0..options.count(1, 2, 50) {
            let crowd: Vec<Shopper> =
                (0..CROWD).map(|n| Shopper::new(&format!("{death:?}.{round}"), options.seed, n)).collect();
            for (shopper, broken) in crowd.iter().zip(die(rig, *death, &crowd, options.seed)?) {
                row.duplicates +=
                    crate::chaos::verdict::orders_of(&rig.world.sandbox, shopper).len().saturating_sub(1);
                row.note(broken);
            }
        }
        report.add(row);
    }
    Ok(())
}

/// Everybody presses, the process dies, and everybody comes back.
fn die(rig: &mut Rig, death: Death, crowd: &[Shopper], seed: u64) -> Result<Vec<Vec<String>>> {
    let url = rig.world.worker_url.clone();
    let mut early = Vec::new();
    match death {
        Death::Moment(moment) => rig.driver.plan(moment, Word::Hold),
        Death::Arrived(commit) => {
            for shopper in crowd {
                rig.world.sandbox.plan(commit.of(placing().timeout().of(&shopper.name)));
            }
        }
        Death::Anywhere => {}
    }
    thread::scope(|scope| {
        let pressed: Vec<_> = crowd.iter().map(|shopper| scope.spawn(|| shopper.press(&url))).collect();
        let all = match death {
            Death::Moment(_) => rig.driver.wait_for(crowd.len(), SOON),
            Death::Arrived(_) => rig.world.sandbox.wait_for(SOON, |world| {
                crowd.iter().all(|shopper| world.requests.iter().any(|arrival| is_of(arrival, shopper)))
            }),
            Death::Anywhere => {
                thread::sleep(Duration::from_millis(fastrand::Rng::with_seed(seed).u64(0..500)));
                true
            }
        };
        if !all {
            early.push("not everybody came to the moment".to_owned());
        }
        rig.world.kill();
        rig.world.sandbox.clear_faults();
        rig.driver.plan("", Word::Go);
        for press in pressed {
            let _ = press.join();
        }
    });
    rig.world.revive()?;
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
    if let Some(first) = broken.first_mut() {
        first.extend(early);
    }
    Ok(broken)
}

fn is_of(arrival: &crate::sandbox::Arrival, shopper: &Shopper) -> bool {
    arrival.body.as_ref().is_some_and(|body| body["customer_name"] == shopper.name.as_str())
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
    (broken, shopper.follow(&world.worker_url, first, SOON))
}

/// Who is told that nothing was ordered presses once more, and in the end there is exactly one order.
fn in_the_end(world: &World, shopper: &Shopper, end: End) -> Vec<String> {
    let end = if matches!(end, End::Absent(_)) { shopper.buy(&world.worker_url, SOON) } else { end };
    let mut broken = judge(&world.sandbox, shopper, &end, false).violations;
    if !matches!(end, End::Ready { .. }) {
        broken.push(format!("an order was expected in the end, and it ended {end:?}"));
    }
    broken
}
