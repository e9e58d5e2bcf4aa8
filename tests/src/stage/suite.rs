//! The suites that run in a browser, each as one command with its output.

use std::env;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::world::World;
use super::{cargo, chromium, node, npm, paths, tool};

/// What our own binary answers to when cargo calls it as the runner of wasm tests.
pub const RUNNER: &str = "wasm-test-runner";

/// Runs the widget's `wasm-bindgen-test` suites in Chromium; `stage` is our own binary.
///
/// # Errors
/// When a test fails; carries the runner's output.
pub fn widget_dom(stage: &Path) -> Result<()> {
    let driver = chromium::driver()?;
    chromium::browser()?;
    cargo::install_target()?;
    tool::quiet(
        "the widget's tests in Chromium",
        cargo::nested()
            .args(["test", "-p", "widget", "--target", "wasm32-unknown-unknown"])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", format!("{} {RUNNER}", stage.display()))
            .env("CHROMEDRIVER", driver)
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120"),
    )
    .map(drop)
}

/// Plays the runner: `arguments` are those cargo passed after our own name.
pub fn wasm_test_runner(arguments: impl Iterator<Item = String>) -> Result<()> {
    let name = String::from("wasm-bindgen-test-runner");
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args([name].into_iter().chain(arguments))
}

/// Runs one Playwright spec of `tests/browser` against `world`.
///
/// Screenshots go to `screenshots` in the target directory.
///
/// # Errors
/// When a test fails; carries Playwright's report.
pub fn playwright(spec: &str, world: &World) -> Result<()> {
    npm::install()?;
    let mut command: Command = node::script("@playwright/test/cli.js")?;
    command
        .args(["test", "--config", "tests/browser/playwright.config.ts"])
        .arg(format!("/{spec}"))
        .envs(world.addresses())
        .env("CHROMIUM_PATH", chromium::browser()?)
        .env("SCREENSHOTS", paths::screenshots())
        .env("PLAYWRIGHT_OUTPUT", paths::target().join("playwright").join(spec))
        .env_remove("NODE_OPTIONS");
    if env::var_os("CI").is_none() {
        command.env("NO_COLOR", "1");
    }
    tool::quiet(spec, &mut command).map(drop)
}

/// The spec files of `tests/browser`, by name.
pub fn specs() -> Vec<String> {
    let folder = paths::root().join("tests/browser");
    let mut specs: Vec<String> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.ends_with(".spec.ts"))
        .collect();
    specs.sort();
    specs
}
