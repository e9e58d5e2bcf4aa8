//! The suites that are one command each, with its output: the widget's own, in a browser and in Node.js,
//! and the types.

use std::path::Path;

use anyhow::{Result, ensure};

use super::{cargo, chromium, node, npm, progress, tool};

/// What our own binary answers to when cargo calls it as the runner of wasm tests.
pub const RUNNER: &str = "wasm-test-runner";

/// Runs the widget's `wasm-bindgen-test` suites in Chromium; `stage` is our own binary.
///
/// # Errors
/// When a test fails, with the runner's output, and when there was no test to run.
pub fn widget_dom(stage: &Path) -> Result<()> {
    let driver = chromium::driver()?;
    chromium::browser()?;
    cargo::install_target()?;
    let report = tool::quiet(
        "the widget's tests in Chromium",
        cargo::nested()
            .args(["test", "--tests", "-p", "widget", "--target", "wasm32-unknown-unknown"])
            // Nobody reads where a line was, and the glue generator would carry it along at great cost.
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_PROFILE_TEST_STRIP", "debuginfo")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", format!("{} {RUNNER}", stage.display()))
            .env("CHROMEDRIVER", driver)
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
            .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30"),
    )?;
    let report = String::from_utf8_lossy(&report);
    let passed: u32 = report.lines().filter_map(passed).sum();
    ensure!(passed > 0, "the widget has no test for a browser:\n{report}");
    progress::note(&format!("{passed} tests of the widget passed in Chromium"));
    Ok(())
}

/// The count in `test result: ok. 12 passed; 0 failed; …`.
fn passed(line: &str) -> Option<u32> {
    line.trim().strip_prefix("test result: ok. ")?.split(' ').next()?.parse().ok()
}

/// Checks the types of a TypeScript project, named by the folder of its `tsconfig.json`.
///
/// # Errors
/// When the compiler complains; carries its words.
pub fn types(project: &str) -> Result<()> {
    npm::install()?;
    let mut command = node::script("typescript/bin/tsc")?;
    command.args(["--noEmit", "--project", project]);
    tool::quiet(&format!("tsc over {project}"), &mut command).map(drop)
}

/// Runs the tests that Node.js finds in a folder.
///
/// # Errors
/// When one fails; carries its words.
pub fn units(folder: &str) -> Result<()> {
    npm::install()?;
    let mut command = node::program()?;
    command.args(["--test", &format!("{folder}/*.test.ts")]);
    tool::quiet(&format!("the tests in {folder}"), &mut command).map(drop)
}

/// Plays the runner: `arguments` are those cargo passed after our own name.
pub fn wasm_test_runner(arguments: impl Iterator<Item = String>) -> Result<()> {
    let name = String::from("wasm-bindgen-test-runner");
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args([name].into_iter().chain(arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passed_tests_are_counted_and_failed_ones_are_not() {
        assert_eq!(passed("test result: ok. 12 passed; 0 failed; 0 ignored"), Some(12));
        assert_eq!(passed("test result: FAILED. 11 passed; 1 failed; 0 ignored"), None);
    }
}
