//! Bundles and minifies JavaScript, TypeScript and CSS.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::{node, paths, tool};

/// The oldest engines the widget runs in: the web views of cheap phones, and Safari of the same years.
///
/// Safari 14 has destructuring and Chrome 90 optional chains, but for one corner each that esbuild refuses
/// them for: a spread argument before others (<https://crbug.com/42201552>). Our scripts stay out of both.
const OLDEST: [&str; 3] =
    ["--target=chrome90,safari14", "--supported:destructuring=true", "--supported:optional-chain=true"];

/// One run of esbuild over one entry file.
pub(crate) struct Esbuild(Command);

impl Esbuild {
    /// Bundles and minifies what `entry` reaches.
    pub(crate) fn bundle(entry: &Path) -> Self {
        let mut command = Command::new(paths::npm(&format!("@esbuild/{}/bin/esbuild", node::platform())));
        command.arg(entry).args(["--bundle", "--minify", "--log-level=warning"]).current_dir(paths::root());
        Self(command)
    }

    /// Lowers syntax to what the oldest supported browsers read.
    #[must_use]
    pub(crate) fn for_browsers(mut self) -> Self {
        self.0.args(OLDEST);
        self
    }

    /// Adds one more flag.
    #[must_use]
    pub(crate) fn with(mut self, flag: impl Into<OsString>) -> Self {
        self.0.arg(flag.into());
        self
    }

    /// Replaces the name `constant` by a string while bundling.
    #[must_use]
    pub(super) fn define(self, constant: &str, value: &str) -> Self {
        self.with(format!("--define:{constant}={value:?}"))
    }

    /// Answers what esbuild made.
    pub(crate) fn run(mut self) -> Result<Vec<u8>> {
        tool::quiet("esbuild", &mut self.0)
    }
}
