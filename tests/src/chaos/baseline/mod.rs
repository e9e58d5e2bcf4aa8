//! Two clients that many shops run, under the same faults: what they make of one press.

mod search;
mod vendor;

use std::time::Duration;

use anyhow::Result;

use super::faults::{Commit, case};
use super::http::{Lost, Reply, send};
use super::options::Options;
use super::report::{Report, Row, Tally};
use super::shopper::Shopper;
use super::verdict::orders_of;
use super::world::endless;
use crate::sandbox::{API_KEY, Fault, Options as Sandboxed, Sandbox};

/// The vendor's client waits a minute; here everything that takes time is shorter by as much.
const TIMEOUT: Duration = Duration::from_millis(1_500);
/// Between two attempts.
const BACKOFF: Duration = Duration::from_millis(50);

/// A client: places the shopper's order at the platform, somehow.
type Client = fn(&Sandbox, &Shopper);

/// Orders that one press makes at the platform under a fault: the vendor's retries, then the
/// client that searches before it retries.
pub(super) fn under(fault: &Fault, seed: u64) -> Result<(usize, usize)> {
    Ok((press(vendor::place, fault, seed)?, press(search::place, fault, seed)?))
}

fn press(client: Client, fault: &Fault, seed: u64) -> Result<usize> {
    let sandbox = Sandbox::start(Sandboxed::default())?;
    endless(&sandbox);
    sandbox.plan(fault.clone());
    let shopper = Shopper::new("baseline", seed, 0);
    client(&sandbox, &shopper);
    // What was committed late is there when the platform was given the time.
    let _ = sandbox.wait_for(LATE, |world| world.orders.len() > 1);
    Ok(orders_of(&sandbox, &shopper).len())
}

/// The latest of late orders here.
const LATE: Duration = Duration::from_secs(3);

fn post(sandbox: &Sandbox, shopper: &Shopper) -> Result<Reply, Lost> {
    let url = format!("{}/v3/orders", sandbox.base_url());
    let body = shopper.draft().to_string();
    send("POST", &url, &[("authorization", &format!("Bearer {API_KEY}"))], Some(&body), TIMEOUT)
}

/// The share of presses that lose their answer though the order was made.
const LOST_ANSWERS: f64 = 0.2;

/// Presses of which a fifth lose their answer, one after the other.
pub(super) fn run(options: &Options, report: &mut Report) -> Result<()> {
    let presses = options.count(10, 200, 10_000);
    let mut row = Row::new("baseline", "answers lost at random, one press in five, each attempt anew");
    row.vendor = Some(presses_of(vendor::place, options, presses)?);
    row.search = Some(presses_of(search::place, options, presses)?);
    row.n = presses;
    row.survived = presses;
    report.add(row);
    Ok(())
}

fn presses_of(client: Client, options: &Options, presses: usize) -> Result<Tally> {
    let sandbox = Sandbox::start(Sandboxed::default())?;
    endless(&sandbox);
    let mut dice = fastrand::Rng::with_seed(options.seed);
    let mut made = Tally::default();
    for n in 0..presses {
        sandbox.clear_faults();
        for attempt in 1..=3 {
            if dice.f64() < LOST_ANSWERS {
                sandbox.plan(case::placing().reset().after_commit().nth(attempt));
            }
        }
        let shopper = Shopper::new("baseline", options.seed, n);
        client(&sandbox, &shopper);
        made.add(orders_of(&sandbox, &shopper).len());
    }
    Ok(made)
}

/// The fault as the two clients meet it: what takes us a quarter of a minute takes them two seconds.
pub(super) fn quickened(fault: Fault, commit: Commit) -> Fault {
    use crate::sandbox::Kind;
    let kind = match fault.kind {
        Kind::LateCommit { .. } => Kind::LateCommit { ms: 2_000 },
        kind => kind,
    };
    commit.of(Fault { kind, readable_ms: fault.readable_ms.min(1_000), ..fault })
}
