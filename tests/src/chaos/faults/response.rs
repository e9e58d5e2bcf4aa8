//! Faults of the answer: F1 to F16, F27 and F33.

use std::sync::Mutex;
use std::time::Duration;

use anyhow::Result;
use serde_json::json;

use super::{Commit, side_by_side};
use crate::chaos::baseline;
use crate::chaos::options::Options;
use crate::chaos::report::{Report, Row};
use crate::chaos::shopper::{End, Shopper};
use crate::chaos::verdict::{Verdict, judge, leaks};
use crate::chaos::world;
use crate::sandbox::{Fault, Options as Sandboxed, Sandbox};
use crate::stage::{Dist, World};

/// Where the shopper may be left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    /// With an order.
    Ready,
    /// With an order that is looked for: absence takes longer to prove than a run.
    Open,
    /// With the reason why nothing was ordered.
    Refused,
}

struct Case {
    name: &'static str,
    words: &'static str,
    fault: fn() -> Fault,
    before: Option<Left>,
    after: Option<Left>,
}

pub(in crate::chaos) fn placing() -> Fault {
    Fault::on("POST", "/v3/orders")
}

const fn unknown(name: &'static str, words: &'static str, fault: fn() -> Fault) -> Case {
    Case { name, words, fault, before: Some(Left::Open), after: Some(Left::Ready) }
}

/// Only after the order: the fault is in its answer.
const fn spoilt(name: &'static str, words: &'static str, fault: fn() -> Fault) -> Case {
    Case { name, words, fault, before: None, after: Some(Left::Ready) }
}

/// Only before: an answer that says for sure that nothing was made.
const fn definite(name: &'static str, words: &'static str, fault: fn() -> Fault, left: Left) -> Case {
    Case { name, words, fault, before: Some(left), after: None }
}

const CASES: [Case; 25] = [
    unknown("F1", "no answer within the deadline", || placing().timeout()),
    unknown("F2", "a body that drips, a byte a second", || placing().slow_body(1, Duration::from_secs(1))),
    unknown("F3", "the connection is reset", || placing().reset()),
    unknown("F4", "the connection closes without a word", || Fault {
        kind: crate::sandbox::Kind::Timeout { ms: Some(0) },
        ..placing()
    }),
    definite(
        "F5",
        "429 with the platform's own words",
        || placing().status(429, json!({ "error": "slow down" })).header("retry-after", "1"),
        Left::Ready,
    ),
    unknown("F5", "429 of something in between", || {
        placing().status(429, "<html>Too many requests</html>").header("retry-after", "1")
    }),
    unknown("F6", "500 in JSON", || placing().status(500, json!({ "error": "Internal server error" }))),
    unknown("F7", "502 in HTML", || placing().bad_gateway()),
    unknown("F7", "503 in HTML", || placing().status(503, "<html>Service Unavailable</html>")),
    unknown("F7", "504 in HTML", || placing().status(504, "<html>Gateway Timeout</html>")),
    unknown("F7", "522 in HTML", || placing().status(522, "<html>Connection timed out</html>")),
    unknown("F8", "an answer that is no JSON", || placing().malformed()),
    unknown("F9", "an answer cut in half", || placing().truncated()),
    spoilt("F10", "an order without an id", || placing().members(&json!({ "id": null }))),
    spoilt("F11", "the answer of somebody else's order", || placing().mixup()),
    definite(
        "F13",
        "401: the key was revoked",
        || placing().status(401, json!({ "error": "Invalid API key" })).every(),
        Left::Refused,
    ),
    definite(
        "F14",
        "422: the platform refuses",
        || {
            placing().status(
                422,
                json!({ "error": "Validation failed", "errors": { "ordervariants": ["is out of stock"] } }),
            )
        },
        Left::Refused,
    ),
    spoilt("F15", "the order is made after the deadline, and seen later still", || {
        placing().late_commit(Duration::from_secs(18)).readable_after(Duration::from_secs(4))
    }),
    spoilt("F16", "the order is in no list for six seconds", || {
        placing().reset().readable_after(Duration::from_secs(6))
    }),
    spoilt("F33", "an answer a hundred thousand levels deep", || placing().deep(100_000)),
    spoilt("F33", "an answer of fifty million bytes", || placing().padded(50_000_000)),
    spoilt("F33", "fifty million bytes in fifty thousand", || placing().gzip_bomb(50_000_000)),
    spoilt("F33", "a total beyond all numbers", || placing().splice("\"gross_revenue\":1e400")),
    spoilt("F33", "half a surrogate", || placing().splice("\"notes\":\"\\ud800\"")),
    spoilt("F33", "members that come twice", || placing().splice("\"id\":null,\"status\":7")),
];

/// So long a shopper follows an order: beyond the deadline of 15 s and three looks.
const PATIENCE: Duration = Duration::from_secs(50);

struct Run {
    case: &'static Case,
    commit: Commit,
    left: Left,
    shopper: Shopper,
}

/// Runs the whole table, and the two other clients beside it.
pub(super) fn run(options: &Options, report: &mut Report, dist: &Dist) -> Result<()> {
    let world = world::silent(dist, &[])?;
    let seeds = options.count(1, 1, 30);
    let runs: Vec<Run> = runs(options, seeds);
    let open = Duration::from_secs(if options.slice { 4 } else { 25 });
    let verdicts = side_by_side(&runs, 60, |run| (one(&world, run, open), compare(options, run)));
    let mut rows: Vec<Row> = Vec::new();
    for (run, ((end, verdict), tallies)) in runs.iter().zip(verdicts) {
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
    elsewhere(options, report, &world);
    let mut row = Row::new("I8", "log lines of all this without a word of shoppers or secrets");
    row.note(leaks(&world));
    report.add(row);
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

/// The other two clients are the same at every seed: they are asked once.
fn compare(options: &Options, run: &Run) -> Result<(usize, usize)> {
    static TURN: Mutex<()> = Mutex::new(());
    let _one_at_a_time = TURN.lock();
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
