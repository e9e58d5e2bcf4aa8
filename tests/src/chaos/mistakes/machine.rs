//! Those that a state machine can make. That it makes none rightly is a part of its own: a million
//! histories.

use edge::intent::model;
use edge::orders::lives;

use super::caught;
use crate::chaos::options::Options;
use crate::chaos::report::{Report, Row};

/// Histories within which a mistake must be caught.
const WITHIN: u64 = 20_000;

pub(super) fn run(options: &Options, report: &mut Report) {
    let seed = options.seed;
    for mistake in model::Mistake::ALL {
        report.add(row(&format!("{mistake:?}"), seed, model::fails(Some(mistake), WITHIN, seed)));
    }
    for mistake in lives::Mistake::ALL {
        report.add(row(&format!("{mistake:?}"), seed, lives::fails(Some(mistake), WITHIN, seed)));
    }
}

fn row(name: &str, first: u64, found: Option<(u64, String)>) -> Row {
    let (words, found) = match found {
        Some((seed, broken)) => (format!("\"{broken}\" in history {}", seed - first + 1), Some(broken)),
        None => (format!("nothing in {WITHIN} histories"), None),
    };
    caught(name, &words, Vec::new(), found.as_ref())
}
