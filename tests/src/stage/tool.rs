//! Runs one program to its end and turns a failure into a sentence with its last words.

use std::io::ErrorKind;
use std::process::{Command, Output};

use anyhow::{Context, Result, bail};

/// How much of a failed program's output is worth showing, in lines.
const LAST_WORDS: usize = 150;

/// Runs `command` quietly; `name` is what an error calls it.
///
/// Its output is shown only when it fails. Answers standard output.
pub(crate) fn quiet(name: &str, command: &mut Command) -> Result<Vec<u8>> {
    let output = finished(name, command)?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    bail!("{name} failed ({}):\n{}", output.status, last_words(&output))
}

/// Runs `command` quietly, and answers however it ended.
pub(super) fn finished(name: &str, command: &mut Command) -> Result<Output> {
    command.output().with_context(|| cannot_start(name))
}

/// Runs `command` with its output passed through, for programs that show their own progress.
pub(super) fn shown(name: &str, command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(name))?;
    if !status.success() {
        bail!("{name} failed ({status}); its own words are above");
    }
    Ok(())
}

/// Whether a program of this name can be started at all.
pub(super) fn exists(program: &str) -> bool {
    let found = Command::new(program).arg("--version").output();
    !found.is_err_and(|error| error.kind() == ErrorKind::NotFound)
}

fn cannot_start(name: &str) -> String {
    format!("{name} could not be started")
}

/// The end of what a program printed, on both streams.
pub(super) fn last_words(output: &Output) -> String {
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.push_str(&String::from_utf8_lossy(&output.stderr));
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(LAST_WORDS)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_carries_the_programs_own_words() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo the disk is full >&2; exit 3"]);
        let error = quiet("the copy", &mut command).unwrap_err().to_string();
        assert!(error.starts_with("the copy failed"), "{error}");
        assert!(error.ends_with("the disk is full"), "{error}");
    }

    #[test]
    fn a_missing_program_is_not_there() {
        assert!(!exists("no-program-of-this-name"));
        assert!(exists("sh"));
    }
}
