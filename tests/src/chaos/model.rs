//! The pure state machine against a platform that fails in every way, in virtual time; and each
//! classic mistake, made on purpose, which must be caught.

use edge::intent::model::{Mistake, fails};

use super::options::Options;
use super::report::{Report, Row};

/// Histories within which a mistake must be caught.
const CATCH: u64 = 20_000;

/// Histories of one thread at a time.
const SLICE: u64 = 5_000;

pub(super) fn run(options: &Options, report: &mut Report) {
    let histories = options.count(20_000, 1_000_000, 10_000_000);
    let mut row = Row::new("model", "random histories of one intent, in virtual time");
    row.n = histories;
    let slices: Vec<u64> = (options.seed..).step_by(5_000).take(histories / 5_000).collect();
    let found = super::faults::side_by_side(&slices, cores(), |seed| fails(Mistake::None, SLICE, *seed));
    row.violations =
        found.into_iter().flatten().map(|(seed, words)| format!("history {seed}: {words}")).collect();
    row.survived = histories - row.violations.len();
    report.add(row);
    for mistake in Mistake::ALL {
        let mut row = Row::new("mistake", format!("{mistake:?}: it must be caught"));
        let caught = fails(mistake, CATCH, options.seed);
        row.note(caught.is_none().then(|| format!("{mistake:?} went unnoticed")).into_iter().collect());
        report.add(row);
    }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}
