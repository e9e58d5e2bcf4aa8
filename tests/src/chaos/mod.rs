//! `cargo run -- chaos`: everything is broken on purpose, and one table says what survived.
//!
//! The platform is the sandbox, the Worker is the real one in workerd, the shoppers press once and
//! then do what the widget does. Afterwards three accounts are joined: what the platform has, what
//! the shopper was told, and what was logged. A row that breaks a promise makes the command fail.
//!
//! It knows the product only by its HTTP API and never by its types.

mod baseline;
mod disk;
mod faults;
mod http;
mod kill;
mod mistakes;
mod model;
mod options;
mod part;
mod report;
mod seller;
mod shopper;
mod submits;
mod verdict;
mod webhooks;
mod world;

use std::process::ExitCode;

use anyhow::Result;

pub use self::options::Options;
pub use self::part::Part;
pub use self::report::{Report, Row};

/// Runs what the arguments ask for, prints the table, and fails when a promise was broken.
///
/// # Errors
/// When something cannot be built or started, or an argument makes no sense.
pub fn command(arguments: impl Iterator<Item = String>) -> Result<ExitCode> {
    let options = Options::read(arguments)?;
    let report = run(&options)?;
    println!("{report}");
    Ok(if report.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The rows of every part that `options` name.
///
/// # Errors
/// When something cannot be built or started.
pub fn run(options: &Options) -> Result<Report> {
    let mut report = Report::new(options.seed);
    for part in options.parts() {
        part.run(options, &mut report)?;
    }
    Ok(report)
}
