//! What crosses crates, asked of the real thing: the built Worker in workerd between a storefront
//! and the sandbox, and pages in a real Chromium.
//!
//! A suite is a module that answers its trials; nothing is built or started before one of them runs.

mod api;
mod browser;
mod health;
mod sizes;
mod totals;
mod trial;
mod widget;
mod worlds;

use std::process::ExitCode;

use libtest_mimic::Arguments;
use tumbas_tests::stage::process;

fn main() -> ExitCode {
    if let Err(error) = process::end_all_on_interrupt() {
        eprintln!("{error:#}");
    }
    let arguments = Arguments::from_args();
    let suites = [
        health::trials(),
        api::trials(),
        sizes::trials(),
        totals::trials(),
        widget::trials(),
        browser::trials(&arguments),
    ];
    let trials = suites.into_iter().flatten().collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    worlds::end();
    conclusion.exit_code()
}
