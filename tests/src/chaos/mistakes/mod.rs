//! The classic mistakes (reliability G19), each made on purpose: whatever judges the right Worker
//! must find it. A suite that no mistake can fail proves nothing.

mod machine;
mod plays;
mod price;
mod shell;
mod source;

use anyhow::Result;

use super::options::Options;
use super::report::{Report, Row};

/// Makes each of them, in the pure machines, in the Worker, and in its source.
pub(super) fn run(options: &Options, report: &mut Report) -> Result<()> {
    machine::run(options, report);
    source::run(report);
    shell::run(options, report)
}

/// A mistake that was made. The same judgement found `right`, which should be nothing, without it.
fn caught(name: &str, words: &str, right: Vec<String>, wrong: Option<&String>) -> Row {
    let mut row = Row::new(MISTAKE, format!("{name}: {words}"));
    let right = right.into_iter().map(|broken| format!("without {name}: {broken}"));
    let unnoticed = wrong.is_none().then(|| format!("{name} went unnoticed"));
    row.note(right.chain(unnoticed).collect());
    row
}

/// The name of their rows.
pub(super) const MISTAKE: &str = "mistake";
