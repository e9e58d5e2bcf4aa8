//! A copy of a build, laid out for one Worker: its own files, settings and state, so that a later
//! build or another Worker cannot reach into it.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::cache::write_if_changed;
use super::vars::Vars;
use super::{paths, wrangler};

/// The folder that one Worker runs from.
pub struct Site {
    root: PathBuf,
}

impl Site {
    /// Lays a site out in `root` from the build in `dist`; what is the same already is left alone.
    pub fn lay_out(root: PathBuf, dist: &Path) -> Result<Self> {
        let site = Self { root };
        site.refresh(dist)?;
        Ok(site)
    }

    /// Brings the copy up to date with a newer build; a running Worker notices by itself.
    pub fn refresh(&self, dist: &Path) -> Result<()> {
        copy(&dist.join("assets"), &self.assets())?;
        copy(&dist.join("worker"), &self.code())
    }

    /// Changes the code without changing what it does; a running Worker loads it anew.
    pub fn touch_code(&self) -> Result<()> {
        let script = OpenOptions::new().append(true).open(self.code().join("index.js"));
        Ok(script?.write_all(b"\nglobalThis.reloads = (globalThis.reloads ?? 0) + 1;\n")?)
    }

    /// Writes what the runtime has to know and answers the file that holds it.
    pub fn write_settings(&self, vars: &Vars, port: u16) -> Result<PathBuf> {
        let config =
            fs::read(paths::root().join("edge/wrangler.toml")).context("edge/wrangler.toml is missing")?;
        let worker: Value = serde_json::from_str(&wrangler::worker_options(&config)?)?;
        let settings = json!({
            "port": port,
            "state": self.state().join("v3"),
            "code": self.code(),
            "assets": self.assets(),
            "vars": vars,
            "worker": worker,
        });
        let path = self.root.join("settings.json");
        write_if_changed(&path, settings.to_string().as_bytes())?;
        Ok(path)
    }

    fn code(&self) -> PathBuf {
        self.root.join("worker")
    }

    fn assets(&self) -> PathBuf {
        self.root.join("assets")
    }

    /// Where Durable Objects and caches of this Worker live.
    pub fn state(&self) -> PathBuf {
        self.root.join("state")
    }

    /// Forgets what the Worker stored.
    pub fn forget_state(&self) {
        let _ = fs::remove_dir_all(self.state());
    }

    /// Removes the whole site.
    pub fn remove(&self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// Makes `to` hold what `from` holds, files that disappeared included.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be created", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("{} is missing", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            write_if_changed(&target, &fs::read(entry.path())?)?;
        }
    }
    for entry in fs::read_dir(to)? {
        let entry = entry?;
        if !from.join(entry.file_name()).exists() {
            fs::remove_file(entry.path()).or_else(|_| fs::remove_dir_all(entry.path()))?;
        }
    }
    Ok(())
}
