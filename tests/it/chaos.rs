//! A slice of `cargo run -- chaos` in every test run, and that what ships has nothing of a chaos build.

use std::fs;

use anyhow::{Result, ensure};
use libtest_mimic::Trial;
use tumbas_tests::chaos::{self, Options, Part};
use tumbas_tests::stage::{Dist, built, dist};

use crate::trial::{trial, trials};

pub(crate) fn trials() -> Vec<Trial> {
    let slices = Part::ALL
        .into_iter()
        .map(|part| trial("chaos", &format!("a_slice_of_{}", part.name()), move || slice(part)));
    let others = trials!["chaos": what_ships_has_no_moment_to_be_killed_at];
    slices.chain(others).collect()
}

fn slice(part: Part) -> Result<()> {
    let report = chaos::run(&Options::slice(part))?;
    ensure!(report.is_good(), "{report}");
    Ok(())
}

/// Words that only a chaos build holds.
const WORDS: [&str; 6] =
    ["CHAOS_DRIVER", "x-chaos-clock-ms", "x-chaos-mistake", "AwaitBeforeClaim", "/reached/", "/carried/"];

fn what_ships_has_no_moment_to_be_killed_at() -> Result<()> {
    let (ships, dies) = (built(), dist::chaos()?);
    for word in WORDS {
        ensure!(holds(&dies, word)?, "the search for {word} finds nothing even where it is");
        ensure!(!holds(ships, word)?, "what ships holds {word}");
    }
    Ok(())
}

fn holds(dist: &Dist, word: &str) -> Result<bool> {
    let files = ["worker/index_bg.wasm", "worker/index.js"].map(|file| fs::read(dist.root.join(file)));
    for file in files {
        if file?.windows(word.len()).any(|part| part == word.as_bytes()) {
            return Ok(true);
        }
    }
    Ok(false)
}
