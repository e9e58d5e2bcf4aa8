//! A blow at each named moment, with several orders under way: kill -9, the object reset, or the code
//! loaded anew.

use std::thread;
use std::time::Duration;

use anyhow::Result;

use super::Rig;
use super::aftermath::{self, SOON};
use super::driver::Word;
use crate::chaos::faults::Commit;
use crate::chaos::faults::case::placing;
use crate::chaos::options::Options;
use crate::chaos::report::{Report, Row};
use crate::chaos::shopper::Shopper;
use crate::chaos::verdict::orders_of;

/// What happens, and when.
#[derive(Clone, Copy, Debug)]
enum Blow {
    /// The process dies at a moment that the chaos build names.
    Killed(&'static str),
    /// The process dies when the platform has the request, and has or has not made the order.
    Arrived(Commit),
    /// The process dies somewhere within the first half second.
    Anywhere,
    /// Each object is reset by the runtime, and loses its memory and whatever it waits for.
    Reset(&'static str),
    /// Other code takes the place of what runs.
    Reloaded(&'static str),
}

impl Blow {
    fn name(self) -> &'static str {
        match self {
            Self::Killed(_) | Self::Arrived(_) | Self::Anywhere => "kill -9",
            Self::Reset(_) | Self::Reloaded(_) => "F24",
        }
    }

    fn verb(self) -> &'static str {
        match self {
            Self::Killed(_) | Self::Arrived(_) | Self::Anywhere => "",
            Self::Reset(_) => "the object is reset ",
            Self::Reloaded(_) => "the code is loaded anew ",
        }
    }
}

const BLOWS: [(Blow, &str); 15] = [
    (Blow::Killed("Opened"), OPENED),
    (Blow::Killed("Registered"), REGISTERED),
    (Blow::Killed("Fenced"), FENCED),
    (Blow::Arrived(Commit::Before), "the platform has the request, and no order"),
    (Blow::Arrived(Commit::After), "the platform has the order, nobody knows"),
    (Blow::Killed("Answered"), ANSWERED),
    (Blow::Killed("Written"), WRITTEN),
    (Blow::Anywhere, "at any moment"),
    (Blow::Reset("Opened"), OPENED),
    (Blow::Reset("Registered"), REGISTERED),
    (Blow::Reset("Fenced"), FENCED),
    (Blow::Reset("Answered"), ANSWERED),
    (Blow::Reset("Written"), WRITTEN),
    (Blow::Reloaded("Fenced"), FENCED),
    (Blow::Reloaded("Answered"), ANSWERED),
];

const OPENED: &str = "the intent is written down";
const REGISTERED: &str = "the gate knows of it";
const FENCED: &str = "the fence is written, nothing has left";
const ANSWERED: &str = "the answer is read, not written down";
const WRITTEN: &str = "the order is written down, nobody was told";

/// What a slice plays.
fn is_sliced(blow: Blow) -> bool {
    matches!(blow, Blow::Killed("Fenced") | Blow::Reset("Answered"))
}

/// Shoppers who press before each blow; in a slice fewer.
const CROWD: usize = 10;

pub(super) fn run(options: &Options, report: &mut Report, rig: &mut Rig) -> Result<()> {
    for (blow, words) in BLOWS.iter().filter(|(blow, _)| !options.slice || is_sliced(*blow)) {
        let mut row = Row::new(blow.name(), format!("{}when {words}", blow.verb()));
        for round in 0..options.count(1, 2, 50) {
            let crowd: Vec<Shopper> = (0..options.count(4, CROWD, CROWD))
                .map(|n| Shopper::new(&format!("{blow:?}.{round}"), options.seed, n))
                .collect();
            for (shopper, broken) in crowd.iter().zip(strike(rig, *blow, &crowd, options.seed)?) {
                row.duplicates += orders_of(&rig.world.sandbox, shopper).len().saturating_sub(1);
                row.note(broken);
            }
        }
        report.add(row);
    }
    Ok(())
}

/// Everybody presses, the blow falls, and everybody comes back.
fn strike(rig: &mut Rig, blow: Blow, crowd: &[Shopper], seed: u64) -> Result<Vec<Vec<String>>> {
    let url = rig.world.worker_url.clone();
    prepare(rig, blow, crowd);
    let (all, fell) = thread::scope(|scope| {
        for shopper in crowd {
            scope.spawn(|| shopper.press(&url));
        }
        (has_come(rig, blow, crowd, seed), fall(rig, blow))
    });
    fell?;
    let mut broken = aftermath::of(rig, crowd);
    if let Some(first) = broken.first_mut().filter(|_| !all) {
        first.push("not everybody came to the moment".to_owned());
    }
    Ok(broken)
}

fn prepare(rig: &Rig, blow: Blow, crowd: &[Shopper]) {
    match blow {
        Blow::Killed(moment) | Blow::Reloaded(moment) => rig.driver.plan(moment, Word::Hold),
        Blow::Reset(moment) => rig.driver.plan(moment, Word::Say("reset", crowd.len())),
        Blow::Arrived(commit) => {
            for shopper in crowd {
                rig.world.sandbox.plan(commit.of(placing().timeout().of(&shopper.name)));
            }
        }
        Blow::Anywhere => {}
    }
}

/// Waits until everybody is where the blow is to fall.
fn has_come(rig: &Rig, blow: Blow, crowd: &[Shopper], seed: u64) -> bool {
    match blow {
        Blow::Killed(_) | Blow::Reset(_) | Blow::Reloaded(_) => rig.driver.wait_for(crowd.len(), SOON),
        Blow::Arrived(_) => rig.world.sandbox.wait_for(SOON, |world| {
            crowd.iter().all(|shopper| world.requests.iter().any(|arrival| is_of(arrival, shopper)))
        }),
        Blow::Anywhere => {
            thread::sleep(Duration::from_millis(fastrand::Rng::with_seed(seed).u64(0..500)));
            true
        }
    }
}

fn fall(rig: &mut Rig, blow: Blow) -> Result<()> {
    match blow {
        Blow::Reset(_) => {}
        Blow::Reloaded(_) => rig.world.reload()?,
        Blow::Killed(_) | Blow::Arrived(_) | Blow::Anywhere => rig.world.kill(),
    }
    rig.world.sandbox.clear_faults();
    rig.driver.plan("", Word::Go);
    match blow {
        Blow::Reset(_) | Blow::Reloaded(_) => Ok(()),
        Blow::Killed(_) | Blow::Arrived(_) | Blow::Anywhere => rig.world.revive(),
    }
}

fn is_of(arrival: &crate::sandbox::Arrival, shopper: &Shopper) -> bool {
    arrival.body.as_ref().is_some_and(|body| body["customer_name"] == shopper.name.as_str())
}
