//! The specs of `tests/browser` in Chromium: one run of Playwright over as many as are wanted, each
//! of its workers in a world of its own.

use std::fs;
use std::thread;

use anyhow::{Context, Result, anyhow};
use serde_json::Value;

use super::dist::Dist;
use super::verdict::Report;
use super::world::World;
use super::{chromium, node, npm, paths, tool};
use crate::sandbox::STOREFRONT_KEY;

/// Tests side by side: one more than the smallest machine has cores, since some only wait.
const WORKERS: usize = 3;

/// These sellers gave a storefront key, sell on both platforms and have a till; those of the API's
/// trials mostly not.
const VARS: [(&str, &str); 1] = [("SCALEV_STOREFRONT_KEY", STOREFRONT_KEY)];

/// Runs `specs` and answers what became of each.
///
/// Screenshots go to `screenshots` in the target directory. With `TUMBAS_TRACE` set a test that
/// fails leaves a trace in `playwright`.
///
/// # Errors
/// When a world does not start, and when Playwright ends without a report; carries its words.
pub fn run(dist: &Dist, specs: &[String]) -> Result<Report> {
    npm::install()?;
    let worlds = worlds(dist, specs.len().min(WORKERS))?;
    let addresses: Vec<Value> = worlds.iter().map(World::addresses).collect();
    let mut command = node::script("@playwright/test/cli.js")?;
    command
        .args(["test", "--config", "tests/browser/playwright.config.ts", "--reporter", "json"])
        .args(["--workers", &worlds.len().to_string()])
        .args(specs.iter().map(|spec| format!("/{}$", spec.replace('.', "\\."))))
        .env("WORLDS", Value::from(addresses).to_string())
        .env("CHROMIUM_PATH", chromium::browser()?)
        .env("NPM_PACKAGE", dist.root.join("npm"))
        .env("SCREENSHOTS", paths::screenshots())
        .env("PLAYWRIGHT_OUTPUT", paths::target().join("playwright"))
        .env("FORCE_COLOR", "0")
        .env_remove("NO_COLOR")
        .env_remove("NODE_OPTIONS");
    let output = tool::finished("Playwright", &mut command)?;
    serde_json::from_slice(&output.stdout)
        .with_context(|| format!("Playwright left no report:\n{}", tool::last_words(&output)))
}

/// Starting a world takes seconds, so they start side by side.
fn worlds(dist: &Dist, count: usize) -> Result<Vec<World>> {
    thread::scope(|scope| {
        let starts: Vec<_> = (0..count).map(|_| scope.spawn(|| World::start_on_all(dist, &VARS))).collect();
        let started =
            starts.into_iter().map(|start| start.join().map_err(|_| anyhow!("a world panicked"))?);
        started.collect()
    })
}

/// The spec files of `tests/browser`, by name.
pub fn specs() -> Vec<String> {
    let folder = paths::root().join("tests/browser");
    let mut specs: Vec<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.ends_with(".spec.ts"))
        .collect();
    specs.sort();
    specs
}
