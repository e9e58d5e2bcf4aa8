//! Where things are: the workspace, cargo's target directory, what the build leaves.

use std::env;
use std::path::{Path, PathBuf};

/// The workspace's root, the folder of the root `Cargo.toml`.
pub fn root() -> &'static Path {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests)
}

/// Cargo's target directory: `CARGO_TARGET_DIR`, or `target` in the workspace.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// Everything the stage writes for itself: stamps, caches, the state of running Workers.
pub fn stage() -> PathBuf {
    target().join("stage")
}

/// What the build leaves for others: the deployable Worker and its static assets.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The screenshots of the browser suites, build output to be looked at.
pub fn screenshots() -> PathBuf {
    target().join("screenshots")
}

/// A program of an npm package, as the package names it.
pub fn npm(inside: &str) -> PathBuf {
    root().join("node_modules").join(inside)
}
