//! Webhooks at a steady pace while the platform is away and an order is being looked for, so that
//! each may be about that order: they are written down and answered all the same (reliability G9).

use std::collections::BTreeMap;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;
use fastrand::Rng;

use super::letters::{Letter, SECRETS};
use super::wire::post;
use crate::chaos::disk::Disk;
use crate::chaos::faults::case::placing;
use crate::chaos::options::Options;
use crate::chaos::report::{Report, Row};
use crate::chaos::shopper::Shopper;
use crate::chaos::world;
use crate::sandbox::Fault;

/// Webhooks in a second.
const RATE: usize = 200;
const PAUSE: Duration = Duration::from_millis(1_000 / RATE as u64);
/// Who sends them, each in turn: as many as can be under way at once.
const SENDERS: usize = 40;
/// What 99 % are to be answered within. Printed and not judged: a machine that has other things to do
/// would break a promise that the Worker keeps.
const GOAL: Duration = Duration::from_millis(500);

pub(super) fn run(options: &Options, report: &mut Report) -> Result<()> {
    let mut world = world::silent(world::ships(), &[("SCALEV_WEBHOOK_SECRET", &SECRETS.join(","))])?;
    let shopper = Shopper::new("paced", options.seed, 0);
    world.sandbox.plan(placing().reset().of(&shopper.name));
    shopper.press(&world.worker_url);
    world.sandbox.plan(Fault::on("*", "*").timeout().every());
    let mut dice = Rng::with_seed(options.seed.wrapping_add(3));
    let letters: Vec<Letter> =
        (0..RATE * options.count(1, 10, 60)).map(|_| Letter::genuine(&mut dice)).collect();
    let times = send(&format!("{}/webhooks/scalev", world.worker_url), &letters);
    report.add(row(times.values().copied().collect(), letters.len()));
    world.sandbox.clear_faults();
    let sent = (0..).zip(&letters).map(|(n, letter)| (letter.body.as_slice(), times.contains_key(&n)));
    report.add(Disk::of(&mut world)?.inbox(sent));
    Ok(())
}

/// Sends each at its moment, whether or not those before were answered. Answers the times, from that
/// moment on, of those that were taken.
fn send(url: &str, letters: &[Letter]) -> BTreeMap<usize, Duration> {
    let begun = Instant::now();
    let turn = |n: usize| begun + PAUSE * u32::try_from(n).unwrap_or(u32::MAX);
    let sent_by = |sender: usize| {
        let turns = (0..letters.len()).zip(letters).skip(sender).step_by(SENDERS);
        let times = turns.filter_map(|(n, letter)| {
            let due = turn(n);
            thread::sleep(due.saturating_duration_since(Instant::now()));
            (post(url, letter) == Some(200)).then(|| (n, due.elapsed()))
        });
        times.collect::<Vec<_>>()
    };
    let sent_by = &sent_by;
    thread::scope(|scope| {
        let senders: Vec<_> = (0..SENDERS).map(|sender| scope.spawn(move || sent_by(sender))).collect();
        senders.into_iter().flat_map(|sender| sender.join().expect("no sender panics")).collect()
    })
}

fn row(mut times: Vec<Duration>, sent: usize) -> Row {
    times.sort_unstable();
    let percentile = |percent: usize| {
        let nth = (times.len() * percent).div_ceil(100).saturating_sub(1);
        times.get(nth).copied().unwrap_or_default()
    };
    let (p50, p99) = (percentile(50), percentile(99));
    let words = format!(
        "{RATE} a second, the platform away: half within {} ms, 99 % within {} ms (goal: {} ms)",
        p50.as_millis(),
        p99.as_millis(),
        GOAL.as_millis(),
    );
    let lost =
        (times.len() < sent).then(|| format!("{} of {sent} were not answered 200", sent - times.len()));
    Row {
        n: sent,
        survived: times.len(),
        violations: lost.into_iter().collect(),
        ..Row::new("webhooks", words)
    }
}
