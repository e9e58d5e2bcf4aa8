//! Notices changed sources, by asking every file for its time.
//!
//! A few hundred files take a millisecond or two, and no file system needs special support for it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::paths;

const SOURCES: [&str; 5] = ["shared", "widget", "edge", "Cargo.toml", "Cargo.lock"];

/// The sources as they were when last asked.
pub struct Watch {
    seen: BTreeMap<PathBuf, SystemTime>,
}

impl Watch {
    /// Remembers the sources as they are now.
    pub fn new() -> Self {
        Self { seen: times() }
    }

    /// Whether a file has changed, appeared or gone since the last call.
    pub fn changed(&mut self) -> bool {
        let now = times();
        let changed = now != self.seen;
        self.seen = now;
        changed
    }
}

impl Default for Watch {
    fn default() -> Self {
        Self::new()
    }
}

fn times() -> BTreeMap<PathBuf, SystemTime> {
    let mut times = BTreeMap::new();
    for source in SOURCES {
        visit(&paths::root().join(source), &mut times);
    }
    times
}

fn visit(path: &Path, times: &mut BTreeMap<PathBuf, SystemTime>) {
    let Ok(entry) = fs::metadata(path) else { return };
    if entry.is_dir() {
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            visit(&entry.path(), times);
        }
    } else if let Ok(time) = entry.modified() {
        times.insert(path.to_owned(), time);
    }
}
