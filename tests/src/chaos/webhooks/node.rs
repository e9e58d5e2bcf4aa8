//! The Worker's verifier beside an independent one.

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
use crate::stage::node;

const SCRIPT: &str = include_str!("verify.mjs");

pub(super) fn run(options: &Options, report: &mut Report) -> Result<()> {
    let mut dice = Rng::with_seed(options.seed.wrapping_add(1));
    let letters: Vec<Letter> = (0..options.count(500, 10_000, 100_000))
        .map(|n| match n % 2 {
            0 => Letter::genuine(&mut dice),
            _ => Letter::genuine(&mut dice).spoilt(&mut dice),
        })
        .collect();
    let theirs = theirs(&letters)?;
    let secrets: WebhookSecrets = SECRETS.join(",").parse()?;
    let mut wrong = Vec::new();
    for (letter, theirs) in letters.iter().zip(theirs.chars()) {
        if verify(&secrets, letter.header.as_deref(), &letter.body) != (theirs == '1') {
            wrong.push(format!("node:crypto says {theirs} of {letter:?}"));
        }
    }
    report.add(row("the same verdict as node:crypto", letters.len(), wrong));
    Ok(())
}

fn theirs(letters: &[Letter]) -> Result<String> {
    let mut child = Command::new(node::binary()?)
        .args(["--input-type=module", "--eval", SCRIPT])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("node could not be started")?;
    let lines: Vec<String> = letters
        .iter()
        .map(|letter| {
            let body = STANDARD.encode(&letter.body);
            json!({ "secrets": SECRETS, "header": letter.header, "body": body }).to_string()
        })
        .collect();
    // It reads to the end before it writes, so nobody waits for the other.
    child.stdin.take().context("node has no input")?.write_all(lines.join("\n").as_bytes())?;
    let said = child.wait_with_output()?;
    let verdicts = String::from_utf8(said.stdout)?.trim().to_owned();
    ensure!(verdicts.len() == letters.len(), "node judged {} of {}", verdicts.len(), letters.len());
    Ok(verdicts)
}
