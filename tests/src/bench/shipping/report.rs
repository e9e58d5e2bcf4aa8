//! What a run prints, and what it holds us to.

use std::fmt;
use std::time::Duration;

use anyhow::{Result, bail};

use super::choice::Journey;
use crate::bench::spread::Spread;
use crate::bench::table::row;

const WIDTHS: [usize; 8] = [28, 6, 20, 20, 20, 20, 20, 18];
/// Most calls to the platform in sequence, cold: who can send it, then for how much.
const COLD_CALLS_MAX: usize = 2;

/// Districts chosen, each for the first time and again.
#[derive(Default)]
pub(super) struct Way {
    /// For the first time.
    pub(super) cold: Vec<Journey>,
    /// Again.
    pub(super) warm: Vec<Journey>,
}

/// CPU time of the Worker for one answer, round by round.
pub(super) struct Costs {
    /// Of districts never asked for.
    pub(super) cold: Vec<Duration>,
    /// Of one that was.
    pub(super) warm: Vec<Duration>,
    /// Requests in a round.
    pub(super) requests: (u64, u64),
}

/// Everything one run measured.
pub(super) struct Report {
    /// How far away the platform was.
    pub(super) distance: Duration,
    /// With the platform that far away.
    pub(super) far: Way,
    /// With the platform beside us.
    pub(super) near: Way,
    /// What it costs.
    pub(super) costs: Costs,
}

impl Report {
    /// Fails when prices take more calls in sequence than they may.
    ///
    /// # Errors
    /// Says how many.
    pub(super) fn check(&self) -> Result<()> {
        let cold = self.far.cold.iter().map(|journey| journey.in_sequence).max().unwrap_or_default();
        let again = self.far.warm.iter().chain(&self.near.warm);
        let warm = again.map(|journey| journey.calls).max().unwrap_or_default();
        if cold > COLD_CALLS_MAX || warm > 0 {
            bail!(
                "a chosen district took {cold} calls in sequence cold (at most {COLD_CALLS_MAX}) and {warm} calls warm (none)"
            );
        }
        Ok(())
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\nFrom a chosen district to couriers' prices: median (smallest–largest).\n")?;
        let head = ["", "n", "calls", "in sequence", "total ms", "platform ms", "edge ms", "CPU µs"];
        row(f, &WIDTHS, head.map(str::to_owned))?;
        let far = self.distance.as_millis();
        journeys(f, &format!("cold, platform {far} ms away"), &self.far.cold, None)?;
        journeys(f, &format!("warm, platform {far} ms away"), &self.far.warm, None)?;
        journeys(f, "cold, platform beside us", &self.near.cold, Some(&self.costs.cold))?;
        journeys(f, "warm, platform beside us", &self.near.warm, Some(&self.costs.warm))?;
        let (cold, warm) = self.costs.requests;
        let rounds = self.costs.cold.len();
        writeln!(
            f,
            "\nplatform and edge: Server-Timing of the answer with the prices, in whole milliseconds."
        )?;
        writeln!(
            f,
            "CPU: of the Worker's process for that answer, {rounds} rounds of {cold} cold and {warm} warm ones."
        )
    }
}

fn journeys(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    journeys: &[Journey],
    cpu: Option<&Vec<Duration>>,
) -> fmt::Result {
    let millis =
        |of: fn(&Journey) -> Duration| spread(journeys.iter().map(|journey| of(journey).as_secs_f64() * 1e3));
    #[expect(clippy::cast_precision_loss, reason = "a handful of calls")]
    let count = |of: fn(&Journey) -> usize| spread(journeys.iter().map(|journey| of(journey) as f64));
    // Beside us a call is over before the next of the same moment begins.
    let in_sequence = if cpu.is_some() { String::new() } else { count(|journey| journey.in_sequence) };
    row(
        f,
        &WIDTHS,
        [
            name.to_owned(),
            journeys.len().to_string(),
            count(|journey| journey.calls),
            in_sequence,
            millis(|journey| journey.total),
            millis(|journey| journey.platform),
            millis(|journey| journey.edge),
            cpu.map_or_else(String::new, |cpu| spread(cpu.iter().map(|cpu| cpu.as_secs_f64() * 1e6))),
        ],
    )
}

fn spread(measured: impl Iterator<Item = f64>) -> String {
    Spread::of(measured).map(|spread| spread.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(cold: usize, warm: usize) -> Report {
        let journey =
            |calls, in_sequence| Journey { total: DAY, platform: DAY, edge: DAY, calls, in_sequence };
        let way = |cold, warm| Way { cold: vec![journey(9, cold)], warm: vec![journey(warm, 0)] };
        let costs = Costs { cold: vec![DAY], warm: vec![DAY], requests: (1, 1) };
        Report { distance: DAY, far: way(cold, warm), near: way(9, 0), costs }
    }

    const DAY: Duration = Duration::from_millis(1);

    #[test]
    fn more_calls_than_allowed_fail_the_run() {
        for (cold, warm, passes) in [(2, 0, true), (1, 0, true), (3, 0, false), (2, 1, false)] {
            assert_eq!(report(cold, warm).check().is_ok(), passes, "{cold} {warm}");
        }
    }
}
