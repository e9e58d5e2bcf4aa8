//! What crosses crates, asked of the real thing: the built Worker in workerd between a storefront
//! and the sandbox, and pages in a real Chromium.
//!
//! A suite is a module that answers its trials; nothing is built or started before one of them runs.

mod api;
mod browser;
mod chaos;
mod health;
mod sizes;
mod totals;
mod trial;
mod widget;
mod worlds;

use std::num::NonZero;
use std::process::ExitCode;
use std::thread::available_parallelism;

use libtest_mimic::Arguments;
use tumbas_tests::stage::process;

fn main() -> ExitCode {
    if let Err(error) = process::end_all_on_interrupt() {
        eprintln!("{error:#}");
    }
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert_with(at_once);
    let mut specs = browser::trials(&arguments);
    // What takes long begins first. The first spec stands for the run of them all.
    let rest = specs.split_off(1);
    let suites = [
        health::trials(),
        specs,
        totals::trials(),
        chaos::trials(),
        widget::trials(),
        api::trials(),
        sizes::trials(),
        rest,
    ];
    let trials = suites.into_iter().flatten().collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    worlds::end();
    conclusion.exit_code()
}

/// How many trials run at once, unless it is said: most wait for a Worker more than they compute.
fn at_once() -> usize {
    3 * available_parallelism().map_or(1, NonZero::get)
}
