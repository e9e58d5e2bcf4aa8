//! The npm packages of the lock file, installed when they are missing or the lock has changed.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::{digest, paths, progress, tool};

/// Makes `node_modules` hold exactly what `package-lock.json` names.
///
/// # Errors
/// When npm is missing, or the registry cannot be reached.
pub fn install() -> Result<()> {
    install_in(paths::root())
}

/// The same in a folder that has a lock file of its own.
pub(crate) fn install_in(folder: &Path) -> Result<()> {
    let lock = fs::read(folder.join("package-lock.json"))
        .context("package-lock.json is missing: check the repository out again")?;
    let wanted = digest::of([lock.as_slice()]);
    let stamp = folder.join("node_modules/.tumbas-lock");
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    progress::step("npm packages from package-lock.json", || {
        tool::quiet("npm ci", &mut ci(folder)).map_err(explain)?;
        fs::write(&stamp, wanted).context("node_modules cannot be written to")
    })
}

fn ci(folder: &Path) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder);
    command
}

fn explain(error: anyhow::Error) -> anyhow::Error {
    let advice = advice(&format!("{error:#}"));
    error.context(advice)
}

fn advice(words: &str) -> &'static str {
    const OFFLINE: [&str; 5] = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT"];
    if words.contains("could not be started") {
        "npm is missing: install Node.js with npm from your package manager, then run this again"
    } else if OFFLINE.iter().any(|code| words.contains(code)) {
        "the npm registry cannot be reached: check the network or the proxy in ~/.npmrc, then run this again"
    } else {
        "the npm packages could not be installed"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failure_says_what_to_do() {
        assert!(advice("npm ci could not be started").starts_with("npm is missing"));
        assert!(advice("npm error code ENOTFOUND").contains("registry cannot be reached"));
        assert!(advice("npm error code EUSAGE").contains("could not be installed"));
    }
}
