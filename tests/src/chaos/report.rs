//! The table: one row for each thing that was broken, with how often and by which dice.

use std::fmt;

use super::mistakes::MISTAKE;

/// One thing that was broken.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// `F3`, or the part's name.
    pub name: String,
    /// What was done.
    pub words: String,
    /// How often.
    pub n: usize,
    /// How often every promise held.
    pub survived: usize,
    /// Orders beyond one for one press.
    pub duplicates: usize,
    /// Orders that nobody was told of.
    pub lost: usize,
    /// Orders for each press under the vendor's retries.
    pub vendor: Option<Tally>,
    /// The same for a client that searches, then retries.
    pub search: Option<Tally>,
    /// What was broken, in words.
    pub violations: Vec<String>,
}

/// Orders made by so many presses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Times somebody pressed.
    pub presses: usize,
    /// Orders at the platform.
    pub orders: usize,
    /// Presses of which more than one order came.
    pub doubled: usize,
}

impl Tally {
    pub(super) fn add(&mut self, orders: usize) {
        self.presses += 1;
        self.orders += orders;
        self.doubled += usize::from(orders > 1);
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = format!("{} of {}", self.orders, self.presses);
        formatter.pad(&words)
    }
}

impl Row {
    /// A row in which nothing was done yet.
    pub fn new(name: impl Into<String>, words: impl Into<String>) -> Self {
        Self { name: name.into(), words: words.into(), ..Self::default() }
    }

    /// Notes one run with what it broke.
    pub fn note(&mut self, violations: Vec<String>) {
        self.n += 1;
        self.survived += usize::from(violations.is_empty());
        self.violations.extend(violations);
    }
}

/// All rows of a run.
#[derive(Clone, Debug, Default)]
pub struct Report {
    seed: u64,
    rows: Vec<Row>,
}

impl Report {
    pub(super) fn new(seed: u64) -> Self {
        Self { seed, rows: Vec::new() }
    }

    pub(super) fn add(&mut self, row: Row) {
        eprintln!("  {} {}: {} of {}", row.name, row.words, row.survived, row.n);
        // Told at once: a run may be ended before its table is printed.
        row.violations.iter().for_each(|words| eprintln!("    BROKEN {words}"));
        self.rows.push(row);
    }

    /// Whether every promise held everywhere.
    pub fn is_good(&self) -> bool {
        self.violations().next().is_none() && self.rows.iter().all(|row| row.survived == row.n)
    }

    /// What was broken, with the row it was broken in.
    pub fn violations(&self) -> impl Iterator<Item = String> {
        self.rows
            .iter()
            .flat_map(|row| row.violations.iter().map(move |words| format!("{}: {words}", row.name)))
    }
}

const EMPTY: &str = "-";

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.rows.iter().map(|row| row.words.chars().count()).max().unwrap_or(0);
        writeln!(formatter, "\nseed {}", self.seed)?;
        writeln!(
            formatter,
            "{:<9} {:<width$} {:>14} {:>14} {:>7} {:>5}  {:>15} {:>18}",
            "", "what is broken", "n", "survived", "doubled", "lost", "vendor's retry", "search, then retry",
        )?;
        for row in &self.rows {
            let tally =
                |tally: Option<Tally>| tally.map_or_else(|| EMPTY.to_owned(), |tally| tally.to_string());
            writeln!(
                formatter,
                "{:<9} {:<width$} {:>14} {:>14} {:>7} {:>5}  {:>15} {:>18}",
                row.name,
                row.words,
                row.n,
                row.survived,
                row.duplicates,
                row.lost,
                tally(row.vendor),
                tally(row.search),
            )?;
        }
        let sum = |of: fn(&Row) -> usize| self.rows.iter().map(of).sum::<usize>();
        writeln!(
            formatter,
            "\nrows survived whole: {} of {}; orders doubled: {}; orders lost: {}",
            self.rows.iter().filter(|row| row.survived == row.n).count(),
            self.rows.len(),
            sum(|row| row.duplicates),
            sum(|row| row.lost),
        )?;
        let mistakes: Vec<_> = self.rows.iter().filter(|row| row.name == MISTAKE).collect();
        if !mistakes.is_empty() {
            let caught = mistakes.iter().filter(|row| row.survived == row.n).count();
            writeln!(formatter, "mistakes caught: {caught} of {}", mistakes.len())?;
        }
        writeln!(
            formatter,
            "the two columns to the right: orders made by so many presses under the same faults"
        )?;
        self.violations().try_for_each(|words| writeln!(formatter, "BROKEN {words}"))
    }
}
