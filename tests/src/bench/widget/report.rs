//! The tables that a run prints.

use std::{fmt, iter};

use anyhow::{Context, Result};

use super::plan::{Figures, Measured};
use crate::bench::spread::Spread;
use crate::bench::table::row;

/// First usable step on a slow phone with a slow line and nothing cached, in milliseconds: the budget.
const USABLE_MAX: f64 = 1_300.0;

/// A column: its head, and what of a load stands in it.
type Column = (&'static str, fn(&Figures) -> Option<f64>);

const COLUMNS: [Column; 8] = [
    ("code KB", |load| Some(load.code / 1e3)),
    ("wire KB", |load| Some(load.wire / 1e3)),
    ("requests", |load| Some(load.requests)),
    ("usable ms", |load| load.usable),
    ("blocking ms", |load| Some(load.blocking)),
    ("busy ms", |load| Some(load.busy)),
    ("memory MB", |load| Some(load.memory / 1e6)),
    ("shift", |load| Some(load.shift)),
];

const WIDTHS: [usize; 9] = [36, 9, 18, 18, 19, 19, 19, 18, 18];

/// Everything that one run measured; ours in the page comes first.
pub(super) struct Report(Vec<Measured>);

impl Report {
    /// # Errors
    /// When there is nothing to compare with.
    pub(super) fn of(measured: Vec<Measured>) -> Result<Self> {
        measured.first().filter(|ours| !ours.loads.is_empty()).context("nothing was measured")?;
        Ok(Self(measured))
    }

    fn ours(&self) -> &[Figures] {
        self.0.first().map_or(&[], |ours| &ours.loads)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rounds = self.ours().len();
        writeln!(
            f,
            "\nMedian of {rounds} loads (smallest–largest). CPU slowed 4 times, 150 ms and 1.6 Mbit/s,"
        )?;
        writeln!(f, "nothing cached, everything in brotli.\n")?;
        named(f, "", COLUMNS.map(|(head, _)| head.to_owned()))?;
        for Measured { name, loads } in &self.0 {
            named(f, name, COLUMNS.map(|(_, pick)| spread(loads.iter().filter_map(pick))))?;
        }
        writeln!(f, "\nSo many times ours in the page, load by load.\n")?;
        named(f, "", COLUMNS.map(|(head, _)| head.split(' ').next().unwrap_or_default().to_owned()))?;
        for Measured { name, loads } in self.0.iter().skip(1) {
            named(f, name, COLUMNS.map(|(_, pick)| spread(ratios(loads, self.ours(), pick))))?;
        }
        writeln!(f, "\n{}", budget(self.ours()))
    }
}

/// Theirs for one of ours; none where either is missing or ours is nothing.
fn ratios(
    theirs: &[Figures],
    ours: &[Figures],
    pick: fn(&Figures) -> Option<f64>,
) -> impl Iterator<Item = f64> {
    let pairs = theirs.iter().zip(ours).filter_map(move |(theirs, ours)| Some((pick(theirs)?, pick(ours)?)));
    pairs.filter(|(_, ours)| *ours > 0.0).map(|(theirs, ours)| theirs / ours)
}

fn budget(ours: &[Figures]) -> String {
    let Some(usable) = Spread::of(ours.iter().filter_map(|load| load.usable)) else {
        return "The first step did not become usable.".to_owned();
    };
    let verdict = if usable.median <= USABLE_MAX { "held" } else { "not held on this machine" };
    format!("First usable step: {usable} ms; the budget of {USABLE_MAX} ms is {verdict}.")
}

/// What does not vary is said once.
fn spread(figures: impl Iterator<Item = f64>) -> String {
    let Some(spread) = Spread::of(figures) else { return "–".to_owned() };
    let said = spread.to_string();
    let varies = spread.min < spread.max;
    said.split_once(' ').filter(|_| !varies).map_or(said.clone(), |(median, _)| median.to_owned())
}

fn named(f: &mut fmt::Formatter<'_>, name: &str, cells: [String; 8]) -> fmt::Result {
    row(f, &WIDTHS, iter::once(name.to_owned()).chain(cells))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(usable: Option<f64>, blocking: f64) -> Figures {
        Figures { code: 1e5, wire: 1e5, requests: 5.0, usable, blocking, busy: 1.0, memory: 1e6, shift: 0.0 }
    }

    fn measured(name: &str, usable: &[Option<f64>], blocking: f64) -> Measured {
        Measured { name: name.to_owned(), loads: usable.iter().map(|ms| load(*ms, blocking)).collect() }
    }

    #[test]
    fn ratios_go_load_by_load_and_skip_what_is_nothing() {
        let ours = measured("ours", &[Some(1000.0), Some(2000.0)], 0.0).loads;
        let theirs = measured("theirs", &[Some(2000.0), Some(3000.0)], 70.0).loads;
        let of = |pick: fn(&Figures) -> Option<f64>| ratios(&theirs, &ours, pick).collect::<Vec<_>>();
        assert_eq!(of(|load| load.usable), [2.0, 1.5]);
        assert!(of(|load| Some(load.blocking)).is_empty());
        let alone = measured("alone", &[None, None], 0.0).loads;
        assert_eq!(ratios(&alone, &ours, |load| load.usable).count(), 0);
    }

    #[test]
    fn the_budget_is_said_beside_what_was_measured() {
        let said = |ms| budget(&measured("ours", &[Some(ms)], 0.0).loads);
        assert!(said(1_300.0).ends_with("1300 ms is held."), "{}", said(1_300.0));
        assert!(said(1_301.0).ends_with("not held on this machine."));
    }

    #[test]
    fn each_page_has_a_row_in_the_table_and_all_but_ours_one_of_ratios() {
        let pages = [
            measured("ours", &[Some(1000.0)], 0.0),
            measured("theirs", &[Some(2500.0)], 9.0),
            measured("alone", &[None], 0.0),
        ];
        let table = Report::of(pages.into()).unwrap().to_string();
        let rows = |name: &str| -> Vec<Vec<&str>> {
            table
                .lines()
                .map(|line| line.split_whitespace().collect::<Vec<_>>())
                .filter(|row| row.first() == Some(&name))
                .collect()
        };
        assert_eq!(rows("ours"), [["ours", "100", "100", "5.00", "1000", "0.00", "1.00", "1.00", "0.00"]]);
        assert_eq!(rows("theirs")[1], ["theirs", "1.00", "1.00", "1.00", "2.50", "–", "1.00", "1.00", "–"]);
        assert_eq!(rows("alone")[0][4], "–");
        assert!(Report::of(Vec::new()).is_err());
    }
}
