//! Every fault of the answer to an order, before and after the order was made.

use std::time::Duration;

use anyhow::Result;

use super::case::{CASES, Case, Left, placing};
use super::{Commit, side_by_side};
use crate::chaos::baseline;
use crate::chaos::options::Options;
use crate::chaos::report::{Report, Row};
use crate::chaos::shopper::{End, Shopper};
use crate::chaos::verdict::{Verdict, judge};
use crate::sandbox::{Options as Sandboxed, Sandbox};
use crate::stage::World;

/// So long a shopper follows an order: beyond the deadline of 15 s and three looks.
const PATIENCE: Duration = Duration::from_secs(50);

/// So many of the other two clients at a time: their deadlines are short, and not to be missed for
/// want of a processor.
const CLIENTS: usize = 4;

struct Run {
    case: &'static Case,
    commit: Commit,
    left: Left,
    shopper: Shopper,
}

/// Runs the whole table, and the two other clients beside it.
pub(super) fn run(options: &Options, report: &mut Report, world: &World) -> Result<()> {
    let seeds = options.count(1, 1, 30);
    let runs: Vec<Run> = runs(options, seeds);
    let open = Duration::from_secs(if options.slice { 4 } else { 25 });
    let verdicts = side_by_side(&runs, 60, |run| one(world, run, open));
    let tallies = side_by_side(&runs, CLIENTS, |run| compare(options, run));
    let mut rows: Vec<Row> = Vec::new();
    for ((run, (end, verdict)), tallies) in runs.iter().zip(verdicts).zip(tallies) {
        let words = format!("{}; {}", run.case.words, run.commit.words());
        if rows.last().is_none_or(|row| row.words != words) {
            rows.push(Row::new(run.case.name, words));
        }
        if let Some(row) = rows.last_mut() {
            row.note(broken(run, &end, &verdict));
            row.duplicates += verdict.orders.saturating_sub(1);
            row.lost += usize::from(verdict.is_lost);
            let (vendor, search) = tallies?;
            row.vendor.get_or_insert_default().add(vendor);
            row.search.get_or_insert_default().add(search);
        }
    }
    for row in rows {
        report.add(row);
    }
    elsewhere(options, report, world);
    world.sandbox.clear_faults();
    Ok(())
}

fn runs(options: &Options, seeds: usize) -> Vec<Run> {
    let mut runs = Vec::new();
    for (nth, case) in CASES.iter().enumerate().filter(|(nth, _)| !options.slice || nth % 4 == 2) {
        for (commit, left) in [(Commit::Before, case.before), (Commit::After, case.after)] {
            let Some(left) = left else { continue };
            for seed in 0..seeds {
                let part = format!("{}.{nth}.{commit:?}.", case.name);
                runs.push(Run { case, commit, left, shopper: Shopper::new(&part, options.seed, seed) });
            }
        }
    }
    runs
}

/// Whose order is not there is followed for as long as `open`.
fn one(world: &World, run: &Run, open: Duration) -> (End, Verdict) {
    world.sandbox.plan(run.commit.of((run.case.fault)()).of(&run.shopper.name));
    let patience = if run.left == Left::Open { open } else { PATIENCE };
    let end = run.shopper.buy(&world.worker_url, patience);
    let verdict = judge(&world.sandbox, &run.shopper, &end, false);
    (end, verdict)
}

fn compare(options: &Options, run: &Run) -> Result<(usize, usize)> {
    baseline::under(&baseline::quickened((run.case.fault)(), run.commit), options.seed)
}

fn broken(run: &Run, end: &End, verdict: &Verdict) -> Vec<String> {
    let mut broken = verdict.violations.clone();
    let (is_right, orders) = match run.left {
        Left::Ready => (matches!(end, End::Ready { .. }), 1),
        Left::Open => (matches!(end, End::Confirming(_)), 0),
        Left::Refused => (matches!(end, End::Refused(_)), 0),
    };
    if !is_right {
        broken.push(format!("{:?} was expected, and it ended {end:?}", run.left));
    }
    if verdict.orders != orders {
        broken.push(format!("{} orders, {orders} expected", verdict.orders));
    }
    // A refusal frees the key, and 429 is sent again; whatever is unknown is never sent twice.
    if run.left != Left::Refused && run.case.name != "F5" && verdict.posts != 1 {
        broken.push(format!("{} posts reached the platform", verdict.posts));
    }
    broken
}

/// F12: a redirect would carry the order and the key to somebody else.
fn elsewhere(options: &Options, report: &mut Report, world: &World) {
    for code in [307, 308] {
        let mut row = Row::new("F12", format!("{code} to another host"));
        row.note(redirected(world, &Shopper::new("F12", options.seed, code.into()), code));
        report.add(row);
    }
}

pub(in crate::chaos) fn redirected(world: &World, shopper: &Shopper, code: u16) -> Vec<String> {
    let thief = match Sandbox::start(Sandboxed::default()) {
        Ok(thief) => thief,
        Err(error) => return vec![format!("the other host did not start: {error}")],
    };
    let fault = placing().redirect(code, &format!("{}/v3/orders", thief.base_url()));
    world.sandbox.plan(fault.of(&shopper.name));
    let end = shopper.press(&world.worker_url);
    let mut broken = judge(&world.sandbox, shopper, &end, false).violations;
    if !matches!(end, End::Refused(_)) {
        broken.push(format!("a refusal was expected, and it ended {end:?}"));
    }
    if thief.look(|world| !world.requests.is_empty()) {
        broken.push("order and key went to another host".into());
    }
    broken
}
