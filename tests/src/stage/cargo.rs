//! Builds a crate of this workspace for `wasm32-unknown-unknown`.

use std::env;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use super::{paths, progress, tool};

const TARGET: &str = "wasm32-unknown-unknown";

/// What a build is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be deployed and measured: each crate's own profile, every optimisation.
    Ship,
    /// To be looked at while it is being written: rebuilds in seconds.
    Develop,
    /// To be killed: quick to build, with moments to be killed at.
    Chaos,
}

impl Purpose {
    /// The cargo profile that `package` is built with.
    fn profile(self, package: &'static str) -> &'static str {
        match self {
            Self::Ship => package,
            Self::Develop => "wasm-dev",
            Self::Chaos => "chaos",
        }
    }

    fn features(self, package: &str) -> &'static [&'static str] {
        match (self, package) {
            (Self::Chaos, _) => &["--features", "chaos"],
            (Self::Ship, "widget") => &["--features", "split"],
            (Self::Ship | Self::Develop, _) => &[],
        }
    }
}

/// Compiles `package` and answers the module as rustc wrote it.
pub fn wasm(package: &'static str, purpose: Purpose) -> Result<Vec<u8>> {
    let profile = purpose.profile(package);
    progress::step(&format!("{package}: cargo build --profile {profile}"), || {
        tool::shown(
            &format!("cargo build of {package}"),
            nested()
                .args(["build", "--quiet", "--lib", "--target", TARGET, "-p", package])
                .args(["--profile", profile])
                .env("CARGO_ENCODED_RUSTFLAGS", flags()?)
                .args(purpose.features(package)),
        )
    })?;
    let module = paths::target().join(TARGET).join(profile).join(format!("{package}.wasm"));
    fs::read(&module).with_context(|| format!("cargo left no {}", module.display()))
}

/// Panics name files. What ships shall not say where somebody's home is, and be the same wherever it
/// is built.
fn flags() -> Result<String> {
    let sysroot =
        tool::quiet("rustc", Command::new("rustc").args(["--print", "sysroot"]).current_dir(paths::root()))?;
    let sysroot = String::from_utf8_lossy(&sysroot).trim().to_owned();
    let cargo = env::var("CARGO_HOME").or_else(|_| env::var("HOME").map(|home| home + "/.cargo"));
    let cargo = cargo.context("neither CARGO_HOME nor HOME says where cargo keeps the crates")?;
    let named = [(cargo, "cargo"), (sysroot, "rust")];
    let renamed = named.map(|(from, to)| format!("--remap-path-prefix={from}={to}"));
    let given = env::var("RUSTFLAGS").unwrap_or_default();
    Ok(given.split_whitespace().map(str::to_owned).chain(renamed).collect::<Vec<_>>().join("\u{1f}"))
}

/// Cargo, called from inside a cargo run: without what the outer run said about its own package.
pub fn nested() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command.env("CARGO_TARGET_DIR", paths::target()).current_dir(paths::root());
    command
}

/// Makes sure that rustc has the WebAssembly target.
///
/// # Errors
/// When it is missing and rustup cannot add it.
pub fn install_target() -> Result<()> {
    let libdir = tool::quiet(
        "rustc",
        Command::new("rustc")
            .args(["--print", "target-libdir", "--target", TARGET])
            .current_dir(paths::root()),
    )
    .context("rustc does not answer: install Rust with rustup, then run this again")?;
    let libdir = String::from_utf8_lossy(&libdir);
    if fs::read_dir(libdir.trim()).is_ok_and(|mut entries| entries.next().is_some()) {
        return Ok(());
    }
    progress::step("Rust target wasm32-unknown-unknown", || {
        tool::quiet(
            "rustup target add",
            Command::new("rustup")
                .args(["target", "add", TARGET])
                .current_dir(paths::root()),
        )
        .context(
            "the WebAssembly target is missing: run `rustup target add wasm32-unknown-unknown`, or install your distribution's package of it",
        )
        .map(drop)
    })
}
