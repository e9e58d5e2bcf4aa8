//! Node.js: the one from the lock file, so that the machine's own version does not matter.

use std::env::consts::{ARCH, OS};
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{paths, tool};

/// The oldest Node.js that wrangler runs under.
const OLDEST: u32 = 22;

/// A command that runs a script of an npm package, for example `esbuild/bin/esbuild`.
///
/// # Errors
/// When neither the packaged Node.js nor a recent one in `PATH` is there.
pub fn script(inside: &str) -> Result<Command> {
    let mut command = program()?;
    command.arg(paths::npm(inside));
    Ok(command)
}

/// A command that runs a script of this folder.
///
/// # Errors
/// As [`script`].
pub fn script_of_stage(name: &str) -> Result<Command> {
    let mut command = program()?;
    command.arg(paths::root().join("tests/src/stage").join(name));
    Ok(command)
}

/// A command that runs Node.js in the workspace's root.
///
/// # Errors
/// As [`script`].
pub fn program() -> Result<Command> {
    let mut command = Command::new(binary()?);
    command.current_dir(paths::root());
    Ok(command)
}

/// The Node.js that runs every tool.
pub fn binary() -> Result<PathBuf> {
    let packaged = paths::npm(&format!("node-{}/bin/node", platform()));
    if packaged.is_file() {
        return Ok(packaged);
    }
    let version = tool::quiet("node --version", Command::new("node").arg("--version"))
        .context("no packaged Node.js for this platform and none in PATH; install Node.js 22 or newer")?;
    let version = String::from_utf8_lossy(&version);
    if major(&version).is_none_or(|found| found < OLDEST) {
        bail!("Node.js {} is too old: install {OLDEST} or newer", version.trim());
    }
    Ok(PathBuf::from("node"))
}

/// This machine in npm's words, for example `linux-x64`.
pub fn platform() -> String {
    let system = if OS == "macos" { "darwin" } else { OS };
    let processor = match ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        other => other,
    };
    format!("{system}-{processor}")
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_as_node_prints_it() {
        assert_eq!(major("v24.21.0\n"), Some(24));
        assert_eq!(major("24"), None);
    }
}
