//! What wrangler reads in `edge/wrangler.toml`.
//!
//! Asked once for each version of the file: wrangler's own start takes longer than workerd's.

use std::fs;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};

use super::cache::remembered;
use super::{node, paths, tool};

/// Prints what the configuration at its first argument means to Miniflare.
const READER: &str = include_str!("wrangler.mjs");

/// Worlds start side by side, and one of them asks.
static ASKING: Mutex<()> = Mutex::new(());

/// The Worker's options for Miniflare, as JSON, of the configuration `config`.
///
/// # Errors
/// When wrangler does not like the file.
pub(super) fn worker_options(config: &[u8]) -> Result<String> {
    let _asking = ASKING.lock().unwrap_or_else(PoisonError::into_inner);
    let lock = fs::read(paths::root().join("package-lock.json")).context("package-lock.json is missing")?;
    let kept = remembered("wrangler", &[config, &lock, READER.as_bytes()], |folder| {
        let file = folder.join("wrangler.toml");
        fs::write(&file, config)?;
        let mut command = node::script_of_stage("wrangler.mjs")?;
        command.arg(&file).env("WRANGLER_SEND_METRICS", "false");
        command.env("WRANGLER_LOG_PATH", folder).env("XDG_CONFIG_HOME", folder);
        let options = tool::quiet("wrangler", &mut command)?;
        Ok(fs::write(folder.join("options.json"), options)?)
    })?;
    fs::read_to_string(kept.join("options.json")).context("what wrangler read is not there any more")
}
