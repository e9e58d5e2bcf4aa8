//! The table that a run prints, and what it holds us to.

use std::fmt;
use std::time::Duration;

use anyhow::{Result, bail};

use super::load::Answers;
use super::route::Route;
use super::spread::Spread;
use super::table::row;

const WIDTHS: [usize; 8] = [18, 11, 22, 22, 20, 20, 20, 18];

/// One round of one Worker.
#[derive(Clone, Copy, Debug)]
pub(super) struct Round {
    per_second: f64,
    cpu_micros: f64,
    p50_millis: f64,
    p99_millis: f64,
}

impl Round {
    /// What a round measured, with the CPU time that the Worker's process used in it.
    #[expect(clippy::cast_precision_loss, reason = "counts of a benchmark are far below 2^52")]
    pub(super) fn new(answers: &Answers, cpu: Duration) -> Self {
        let millis = |percent| answers.percentile(percent).as_secs_f64() * 1e3;
        Self {
            per_second: answers.per_second(),
            cpu_micros: cpu.as_secs_f64() * 1e6 / answers.count().max(1) as f64,
            p50_millis: millis(50),
            p99_millis: millis(99),
        }
    }
}

/// All rounds of one route.
pub(super) struct Measured {
    name: &'static str,
    requests: u64,
    held_to_twin: bool,
    /// Ours, in order.
    pub(super) ours: Vec<Round>,
    /// The twin's, in order.
    pub(super) twin: Vec<Round>,
}

impl Measured {
    /// Nothing measured yet.
    pub(super) fn new(route: &Route) -> Self {
        let (ours, twin) = (Vec::new(), Vec::new());
        Self { name: route.name, requests: route.requests, held_to_twin: route.held_to_twin, ours, twin }
    }

    /// CPU of ours for one of the twin's, round by round.
    fn cpu_ratio(&self) -> Option<Spread> {
        Spread::of(self.ours.iter().zip(&self.twin).map(|(ours, twin)| ours.cpu_micros / twin.cpu_micros))
    }
}

/// Everything one run measured.
#[derive(Default)]
pub(super) struct Report {
    /// A row each.
    pub(super) routes: Vec<Measured>,
    /// Ours and the twin's, start by start.
    pub(super) cold_starts: Vec<(Duration, Duration)>,
}

impl Report {
    /// Fails when a route that is held to the twin costs more CPU than it.
    ///
    /// # Errors
    /// Names the routes.
    pub(super) fn check(&self) -> Result<()> {
        let dearer = |measured: &&Measured| {
            measured.held_to_twin && measured.cpu_ratio().is_some_and(|ratio| ratio.median > 1.0)
        };
        let names: Vec<&str> = self.routes.iter().filter(dearer).map(|measured| measured.name).collect();
        if names.is_empty() {
            return Ok(());
        }
        bail!("more CPU than the JavaScript Worker on: {}", names.join("; "))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\nMedian of the rounds (smallest–largest); ours above, the JavaScript twin below.\n")?;
        let head =
            ["route", "n", "requests/s", "per core and s", "CPU µs/request", "p50 ms", "p99 ms", "CPU ratio"];
        row(f, &WIDTHS, head.map(str::to_owned))?;
        for measured in &self.routes {
            let n = format!("{} × {}", measured.ours.len(), measured.requests);
            let ratio = measured.cpu_ratio().map(|ratio| ratio.to_string()).unwrap_or_default();
            rounds(f, [measured.name, &n], &measured.ours, ratio)?;
            rounds(f, ["", ""], &measured.twin, String::new())?;
        }
        let millis = |time: Duration| time.as_secs_f64() * 1e3;
        let ours = Spread::of(self.cold_starts.iter().map(|(ours, _)| millis(*ours)));
        let twin = Spread::of(self.cold_starts.iter().map(|(_, twin)| millis(*twin)));
        if let (Some(ours), Some(twin)) = (ours, twin) {
            writeln!(
                f,
                "\nProcess start to first answer, n = {}: {ours} ms, twin {twin} ms",
                self.cold_starts.len()
            )?;
        }
        Ok(())
    }
}

fn rounds(f: &mut fmt::Formatter<'_>, [name, n]: [&str; 2], rounds: &[Round], ratio: String) -> fmt::Result {
    let column = |pick: fn(&Round) -> f64| {
        Spread::of(rounds.iter().map(pick)).map(|spread| spread.to_string()).unwrap_or_default()
    };
    row(
        f,
        &WIDTHS,
        [
            name.to_owned(),
            n.to_owned(),
            column(|round| round.per_second),
            column(|round| 1e6 / round.cpu_micros),
            column(|round| round.cpu_micros),
            column(|round| round.p50_millis),
            column(|round| round.p99_millis),
            ratio,
        ],
    )
}
