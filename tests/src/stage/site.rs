//! A copy of a build, laid out for one `wrangler dev`: its own configuration, files and state,
//! so that a later build, another Worker or the seller's `.dev.vars` cannot reach into it.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::cache::write_if_changed;
use super::paths;
use super::vars::Vars;

/// The folder that one Worker runs from.
pub struct Site {
    root: PathBuf,
}

impl Site {
    /// Lays a site out in `root` from the build in `dist`; what is the same already is left alone.
    pub fn lay_out(root: PathBuf, dist: &Path) -> Result<Self> {
        let site = Self { root };
        let config =
            fs::read(paths::root().join("edge/wrangler.toml")).context("edge/wrangler.toml is missing")?;
        write_if_changed(&site.config(), &config)?;
        site.refresh(dist)?;
        Ok(site)
    }

    /// Brings the copy up to date with a newer build; a running wrangler notices by itself.
    pub fn refresh(&self, dist: &Path) -> Result<()> {
        copy(&dist.join("assets"), &self.root.join("dist/assets"))?;
        copy(&dist.join("worker"), &self.root.join("dist/worker"))
    }

    /// Changes the code without changing what it does; a running wrangler loads it anew.
    pub fn touch_code(&self) -> Result<()> {
        let script = OpenOptions::new().append(true).open(self.root.join("dist/worker/index.js"));
        Ok(script?.write_all(b"\nglobalThis.reloads = (globalThis.reloads ?? 0) + 1;\n")?)
    }

    /// Writes the Worker's variables and answers the file that holds them.
    pub fn write_vars(&self, vars: &Vars) -> Result<PathBuf> {
        let path = self.root.join("worker.env");
        write_if_changed(&path, vars.to_env_file().as_bytes())?;
        Ok(path)
    }

    /// The configuration that wrangler reads.
    pub fn config(&self) -> PathBuf {
        self.root.join("edge/wrangler.toml")
    }

    /// Where Durable Objects and caches of this Worker live.
    pub fn state(&self) -> PathBuf {
        self.root.join("state")
    }

    /// Where wrangler may keep what it otherwise keeps in the home folder.
    pub fn home(&self) -> PathBuf {
        self.root.join("home")
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
