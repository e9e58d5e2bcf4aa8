//! Remembers the outputs of a step by the digest of its inputs, so that nothing is made twice.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{digest, paths};

/// The folder that `work` filled when it last ran over the same `inputs`.
///
/// Only the newest outputs of a step are kept; a step that fails leaves nothing behind.
pub(super) fn remembered(
    step: &str,
    inputs: &[&[u8]],
    work: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let home = paths::stage().join("cache").join(step);
    let kept = home.join(&digest::of(inputs.iter().copied())[..16]);
    if kept.is_dir() {
        return Ok(kept);
    }
    let _ = fs::remove_dir_all(&home);
    let unfinished = home.join("unfinished");
    fs::create_dir_all(&unfinished).with_context(|| format!("{} cannot be created", unfinished.display()))?;
    work(&unfinished)?;
    fs::rename(&unfinished, &kept).context("the build cache cannot be written to")?;
    Ok(kept)
}

/// Writes `contents` unless the file holds them already, so that watchers see only real changes.
pub(super) fn write_if_changed(path: &Path, contents: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|found| found == contents) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be created", folder.display()))?;
    }
    fs::write(path, contents).with_context(|| format!("{} cannot be written", path.display()))
}
