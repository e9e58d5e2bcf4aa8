//! The pure state machines in virtual time: an intent against a platform that fails in every way,
//! and an order whose letters come late, twice and in any order.

use edge::intent::model::{self, Explored};
use edge::orders::lives;

use super::faults::side_by_side;
use super::options::Options;
use super::report::{Report, Row};

/// Histories of one thread at a time.
const STEP: usize = 5_000;

/// Tells what broke a rule in so many histories from a seed on, if anything did.
type Histories = fn(u64, u64) -> Option<(u64, String)>;

pub(super) fn run(options: &Options, report: &mut Report) {
    let histories = options.count(20_000, 1_000_000, 10_000_000);
    report.add(random(options, "random histories of one intent", histories, |n, seed| {
        model::fails(None, n, seed)
    }));
    let events = if options.slice { 5 } else { 8 };
    let explored = model::explore(events).map(|Explored { histories, ends }| {
        (format!("every history of {events} events of one intent, {ends} different ends"), histories)
    });
    report.add(every(explored));
    let traces = options.count(10_000, 1_000_000, 10_000_000);
    report.add(random(options, "random lives of an order, each told late and often", traces, |n, seed| {
        lives::fails(None, n, seed)
    }));
    let told = lives::every_order();
    report.add(every(told.map(|orders| ("two lives of six letters, told in every order".into(), orders))));
}

fn random(options: &Options, words: &str, count: usize, fails: Histories) -> Row {
    let mut row = Row::new("model", format!("{words}, in virtual time"));
    row.n = count;
    let starts: Vec<u64> = (0..count as u64).step_by(STEP).map(|nth| options.seed + nth).collect();
    let found = side_by_side(&starts, cores(), |seed| fails(STEP as u64, *seed));
    row.violations =
        found.into_iter().flatten().map(|(seed, words)| format!("history {seed}: {words}")).collect();
    row.survived = count.saturating_sub(row.violations.len());
    row
}

/// A row of all there are.
fn every(outcome: Result<(String, u64), String>) -> Row {
    match outcome {
        Ok((words, count)) => {
            let n = usize::try_from(count).unwrap_or(usize::MAX);
            Row { n, survived: n, ..Row::new("model", words) }
        }
        Err(broken) => {
            let mut row = Row::new("model", "every history there is");
            row.note(vec![broken]);
            row
        }
    }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}
