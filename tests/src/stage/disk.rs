//! What a Worker wrote down, read and changed while it does not run: its SQLite files, through the
//! SQLite that comes with Node.js.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::node;

/// Runs the statements on one file, and prints what the last of them answers.
const SCRIPT: &str = "
const { DatabaseSync } = require('node:sqlite');
const [file, ...statements] = process.argv.slice(1);
const database = new DatabaseSync(file);
const last = statements.pop();
for (const statement of statements) database.exec(statement);
console.log(JSON.stringify(database.prepare(last).all()));
database.close();
";

/// Runs SQL on the database of each object of a class, and answers the rows of the last statement,
/// all objects' together. `state` is what [`World::restart`](super::World::restart) shows.
///
/// # Errors
/// When there is no such object, or when its database does not take a statement.
pub fn sql(state: &Path, class: &str, statements: &[&str]) -> Result<Vec<Value>> {
    let objects = objects(state, class);
    ensure!(!objects.is_empty(), "no {class} has written anything in {}", state.display());
    let mut rows = Vec::new();
    for object in objects {
        rows.extend(run(&object, statements)?);
    }
    Ok(rows)
}

fn run(file: &Path, statements: &[&str]) -> Result<Vec<Value>> {
    let output = Command::new(node::binary()?)
        .args(["--no-warnings", "--eval", SCRIPT, "--"])
        .arg(file)
        .args(statements)
        .output()
        .context("Node.js does not start")?;
    let words = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{} did not take the SQL: {words}", file.display());
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// The databases of a class.
fn objects(folder: &Path, class: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let found = entries.flat_map(|entry| {
        let path = entry.path();
        if path.is_dir() { objects(&path, class) } else { vec![path] }
    });
    found.filter(|file| is_of(file, class)).collect()
}

/// The runtime keeps its alarms in a file of their own beside the objects'.
fn is_of(file: &Path, class: &str) -> bool {
    let folder = file.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    folder.ends_with(class) && name.ends_with(".sqlite") && !name.starts_with("metadata")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_a_class_are_told_from_the_others() {
        let is = |file: &str| is_of(Path::new(file), "StoreGate");
        assert!(is("/s/v3/do/tumbas-StoreGate/0f.sqlite"));
        for other in ["metadata.sqlite", "0f.sqlite-wal"] {
            assert!(!is(&format!("/s/v3/do/tumbas-StoreGate/{other}")), "{other}");
        }
        assert!(!is("/s/v3/do/tumbas-OrderIntent/0f.sqlite"));
    }
}
