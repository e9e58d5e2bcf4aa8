//! Webhooks by the hundred thousand: every genuine one is taken, no other.

mod letters;
mod others;
mod paced;
mod wire;

use anyhow::Result;

use super::options::Options;
use super::report::{Report, Row};

/// Against the verifier itself, against independent ones, and over HTTP.
pub(super) fn run(options: &Options, report: &mut Report) -> Result<()> {
    letters::run(options, report)?;
    others::run(options, report)?;
    wire::run(options, report)?;
    if options.slice { Ok(()) } else { paced::run(options, report) }
}

/// A row from counts of what was judged rightly.
fn row(words: &str, n: usize, wrong: Vec<String>) -> Row {
    Row { n, survived: n - wrong.len().min(n), violations: wrong, ..Row::new("webhooks", words) }
}
