//! The Worker's verifier beside independent ones.

use std::io::Write as _;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use edge::webhook::{WebhookSecrets, verify};
use fastrand::Rng;
use serde_json::json;

use super::letters::{Letter, SECRETS};
use super::row;
use crate::chaos::options::Options;
use crate::chaos::report::Report;
use crate::chaos::world;
use crate::stage::node;

const NODE: &str = include_str!("verify.mjs");
const PYTHON: &str = include_str!("verify.py");

pub(super) fn run(options: &Options, report: &mut Report) -> Result<()> {
    let mut dice = Rng::with_seed(options.seed.wrapping_add(1));
    let letters: Vec<Letter> = (0..options.count(500, 10_000, 100_000))
        .map(|n| match n % 2 {
            0 => Letter::genuine(&mut dice),
            _ => Letter::genuine(&mut dice).spoilt(&mut dice),
        })
        .collect();
    // The build brings Node along; a machine may have none, or an older one.
    world::ships();
    let mut node = Command::new(node::binary()?);
    compare(report, "node:crypto", node.args(["--input-type=module", "--eval", NODE]), &letters)?;
    let mut python = Command::new("python3");
    if python.arg("--version").output().is_ok_and(|said| said.status.success()) {
        return compare(report, "Python's hmac", Command::new("python3").args(["-c", PYTHON]), &letters);
    }
    report.add(row("Python's hmac was not asked: there is no python3 here", 0, Vec::new()));
    Ok(())
}

/// Whether the Worker and another judge alike.
fn compare(report: &mut Report, other: &str, command: &mut Command, letters: &[Letter]) -> Result<()> {
    let theirs = theirs(other, command, letters)?;
    let secrets: WebhookSecrets = SECRETS.join(",").parse()?;
    let mut wrong = Vec::new();
    for (letter, theirs) in letters.iter().zip(theirs.chars()) {
        if verify(&secrets, letter.header.as_deref(), &letter.body) != (theirs == '1') {
            wrong.push(format!("{other} says {theirs} of {letter:?}"));
        }
    }
    report.add(row(&format!("the same verdict as {other}"), letters.len(), wrong));
    Ok(())
}

fn theirs(other: &str, command: &mut Command, letters: &[Letter]) -> Result<String> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{other} could not be started"))?;
    let lines: Vec<String> = letters
        .iter()
        .map(|letter| {
            let body = STANDARD.encode(&letter.body);
            json!({ "secrets": SECRETS, "header": letter.header, "body": body }).to_string()
        })
        .collect();
    // It writes one line at the end, so nobody waits for the other.
    let mut input = child.stdin.take().with_context(|| format!("{other} has no input"))?;
    input.write_all(lines.join("\n").as_bytes())?;
    drop(input);
    let said = child.wait_with_output()?;
    let verdicts = String::from_utf8(said.stdout)?.trim().to_owned();
    ensure!(verdicts.len() == letters.len(), "{other} judged {} of {}", verdicts.len(), letters.len());
    Ok(verdicts)
}
