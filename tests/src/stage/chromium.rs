//! Chromium and its driver for the browser suites: those in `PATH`, else the package manager's,
//! else the one that Playwright fetches.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::{env, fs};

use anyhow::{Context, Result, bail};

use super::{node, paths, progress, tool};

/// Chromium without windows and people's profiles, which are a fifth of a spec's work.
const SHELLS: [&str; 2] = ["chromium-headless-shell", "chrome-headless-shell"];

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// How each package manager installs browser, driver and a plain set of fonts.
const MANAGERS: [(&str, &[&str]); 4] = [
    (
        "apt-get",
        &["install", "-y", "--no-install-recommends", "chromium", "chromium-driver", "fonts-liberation"],
    ),
    ("dnf", &["install", "-y", "chromium", "chromedriver", "liberation-fonts"]),
    ("pacman", &["-S", "--noconfirm", "chromium", "ttf-liberation"]),
    ("apk", &["add", "chromium", "chromium-chromedriver", "ttf-liberation"]),
];

/// How Debian installs the shell; others have it not, or not in `PATH`.
const APT_SHELL: [&str; 5] =
    ["install", "-y", "--no-install-recommends", "chromium-headless-shell", "fonts-liberation"];

/// Package managers serve one at a time.
static INSTALLING: Mutex<()> = Mutex::new(());

/// The Chromium to test in, installed when there is none: the shell where it can be had.
///
/// # Errors
/// When no way of installing one worked; says what to install by hand.
pub fn browser() -> Result<PathBuf> {
    let _turn = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = first_in_path(&SHELLS).or_else(installed_shell).or_else(|| first_in_path(&BROWSERS))
    {
        return Ok(found);
    }
    if let Err(error) = install() {
        progress::note(&format!("{error:#}"));
    }
    if let Some(found) = first_in_path(&BROWSERS) {
        return Ok(found);
    }
    of_playwright()
        .or_else(|_| by_playwright().and_then(|()| of_playwright()))
        .context("no Chromium: install chromium from your package manager, then run this again")
}

/// The driver that steers it for wasm-bindgen-test.
///
/// # Errors
/// When there is none and it cannot be installed.
pub fn driver() -> Result<PathBuf> {
    let _turn = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = first_in_path(&["chromedriver"]) {
        return Ok(found);
    }
    install()?;
    first_in_path(&["chromedriver"])
        .context("no chromedriver: install chromium-driver from your package manager, then run this again")
}

fn install() -> Result<()> {
    let Some((manager, arguments)) = MANAGERS.into_iter().find(|(manager, _)| tool::exists(manager)) else {
        bail!("no package manager that this knows: install chromium and chromedriver by hand");
    };
    progress::step(&format!("Chromium, by {manager}"), || by(manager, arguments))
}

/// The shell from Debian's packages. Where it cannot be had it is asked for once and any Chromium does.
fn installed_shell() -> Option<PathBuf> {
    let refused = paths::stage().join("no-headless-shell");
    if refused.exists() || !tool::exists("apt-get") {
        return None;
    }
    if progress::step("Chromium's headless shell, by apt-get", || by("apt-get", &APT_SHELL)).is_err() {
        let _ = fs::create_dir_all(paths::stage()).and_then(|()| fs::write(refused, ""));
    }
    first_in_path(&SHELLS)
}

fn by(manager: &str, arguments: &[&str]) -> Result<()> {
    if manager == "apt-get" {
        // An empty or old package list; a failure shows in the install itself.
        let _ = tool::quiet("apt-get update", as_root(manager).args(["update", "-qq"]));
    }
    tool::quiet(manager, as_root(manager).args(arguments)).map(drop)
}

fn as_root(program: &str) -> Command {
    let mut command = if rustix::process::geteuid().is_root() {
        Command::new(program)
    } else {
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", program]);
        sudo
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn by_playwright() -> Result<()> {
    progress::step("Chromium, by Playwright", || {
        tool::quiet(
            "playwright install",
            node::script("@playwright/test/cli.js")?.args(["install", "chromium"]),
        )
        .map(drop)
    })
}

fn of_playwright() -> Result<PathBuf> {
    let ask = "console.log(require('@playwright/test').chromium.executablePath())";
    let path =
        tool::quiet("node", Command::new(node::binary()?).args(["-e", ask]).current_dir(paths::root()))?;
    let path = PathBuf::from(String::from_utf8(path)?.trim());
    path.is_file().then_some(path).context("Playwright has no Chromium either")
}

fn first_in_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names
        .iter()
        .find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| Path::is_file(file)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_name_that_is_there_wins() {
        let found = first_in_path(&["no-browser-of-this-name", "sh", "ls"]).unwrap();
        assert!(found.ends_with("sh"));
        assert_eq!(first_in_path(&["no-browser-of-this-name"]), None);
    }
}
