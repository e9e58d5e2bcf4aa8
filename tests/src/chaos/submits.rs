//! Double submits at random: many copies of one press, with delays, faults and restarts.

use std::thread;
use std::time::Duration;

use anyhow::Result;
use fastrand::Rng;
use serde_json::json;

use super::disk::{Disk, secrets};
use super::faults::case::placing;
use super::faults::side_by_side;
use super::options::Options;
use super::report::{Report, Row};
use super::shopper::{End, Shopper};
use super::verdict::{judge, leaks, orders_of};
use super::world;
use crate::sandbox::Fault;
use crate::stage::World;

/// Crowds after which a run says how far it is: it may take hours.
const TOLD: usize = 40;
/// Copies of one press, at most; in a slice fewer.
const COPIES: usize = 100;
/// Shoppers who press at the same time.
const CROWD: usize = 5;
/// Of a hundred crowds, those in which the Worker dies: one shopper in twenty sees it.
const RESTARTS: u64 = 25;
/// Of a hundred shoppers, those whose order meets a fault.
const FAULTS: u64 = 50;
/// Beyond the third look for an order whose answer was lost.
const HORIZON: Duration = Duration::from_secs(40);

/// One shopper with the copies of the press, each after so many milliseconds.
struct Flurry {
    shopper: Shopper,
    copies: Vec<u64>,
    fault: Option<Fault>,
}

/// Presses, and presses again, and says what came of it.
pub(super) fn run(options: &Options, report: &mut Report) -> Result<()> {
    let mut world = world::silent(world::ships(), &[])?;
    let mut dice = Rng::with_seed(options.seed);
    let mut row = Row::new(
        "submits",
        format!("2 to {} copies of one press, faults on half, restarts on 5 %", copies(options)),
    );
    let (mut sent, mut unsettled) = (0, 0);
    for crowd in 0..options.count(2, 44, 2_000) {
        let flurries: Vec<Flurry> =
            (0..CROWD).map(|n| Flurry::new(&mut dice, options, crowd * CROWD + n)).collect();
        sent += flurries.iter().map(|flurry| flurry.copies.len()).sum::<usize>();
        let dies = (dice.u64(0..100) < RESTARTS).then(|| dice.u64(0..800));
        for (flurry, end) in flurries.iter().zip(play(&mut world, &flurries, dies)?) {
            let verdict = judge(&world.sandbox, &flurry.shopper, &end, false);
            // Who has no order yet, though the platform has it, must not be left so.
            let is_open = verdict.orders > 0 && !matches!(end, End::Ready { .. });
            let mut broken = verdict.violations;
            if is_open {
                broken.push(format!("I2 an order exists, and its shopper is left with {end:?}"));
            }
            row.lost += usize::from(verdict.is_lost || is_open);
            row.duplicates += orders_of(&world.sandbox, &flurry.shopper).len().saturating_sub(1);
            unsettled += usize::from(matches!(end, End::Confirming(_)));
            row.note(broken);
        }
        if (crowd + 1).is_multiple_of(TOLD) {
            eprintln!("  {} so far: {} of {}, {} doubled", row.name, row.survived, row.n, row.duplicates);
        }
    }
    row.words = format!("{}: {sent} submits; {unsettled} never left and are still looked for", row.words);
    report.add(row);
    let mut row = Row::new("I8", "log lines of the double submits since the last restart");
    row.note(leaks(&world));
    report.add(row);
    report.add(Disk::of(&mut world)?.fences(&world.sandbox, true));
    report.add(secrets(&world.state()));
    Ok(())
}

fn copies(options: &Options) -> usize {
    options.count(COPIES / 4, COPIES, COPIES)
}

impl Flurry {
    fn new(dice: &mut Rng, options: &Options, n: usize) -> Self {
        let shopper = Shopper::new("submits", options.seed, n);
        let copies = dice.usize(2..=copies(options));
        let fault = (dice.u64(0..100) < FAULTS).then(|| any_fault(dice).of(&shopper.name));
        Self { copies: (0..copies).map(|_| dice.u64(0..1_000)).collect(), shopper, fault }
    }
}

/// One of the faults that take no longer than a moment, before or after the order was made.
fn any_fault(dice: &mut Rng) -> Fault {
    let fault = match dice.u8(0..8) {
        0 => placing().reset(),
        1 => placing().status(500, json!({ "error": "Internal server error" })),
        2 => placing().bad_gateway(),
        3 => placing().malformed(),
        4 => placing().truncated(),
        5 => placing().late_commit(Duration::from_millis(dice.u64(0..2_000))),
        6 => placing().mixup(),
        _ => {
            return placing()
                .status(429, json!({ "error": "slow down" }))
                .header("retry-after", "1")
                .before_commit();
        }
    };
    if dice.bool() { fault.before_commit() } else { fault.after_commit() }
}

/// Everybody presses; the Worker may die after so many milliseconds.
fn play(world: &mut World, flurries: &[Flurry], dies: Option<u64>) -> Result<Vec<End>> {
    for fault in flurries.iter().filter_map(|flurry| flurry.fault.clone()) {
        world.sandbox.plan(fault);
    }
    let url = world.worker_url.clone();
    let revived = thread::scope(|scope| {
        for flurry in flurries {
            for delay in &flurry.copies {
                let url = &url;
                scope.spawn(move || {
                    thread::sleep(Duration::from_millis(*delay));
                    flurry.shopper.press(url)
                });
            }
        }
        dies.map_or(Ok(()), |ms| {
            thread::sleep(Duration::from_millis(ms));
            world.kill();
            world.revive()
        })
    });
    revived?;
    let world = &*world;
    Ok(side_by_side(flurries, flurries.len(), |flurry| settle(world, flurry)))
}

/// Comes back once more. Who is looked for and is not at the platform is not waited for.
fn settle(world: &World, flurry: &Flurry) -> End {
    let first = flurry.shopper.press(&world.worker_url);
    let patience = match &first {
        End::Confirming(_) if orders_of(&world.sandbox, &flurry.shopper).is_empty() => Duration::from_secs(4),
        _ => HORIZON,
    };
    flurry.shopper.follow(&world.worker_url, first, patience)
}
