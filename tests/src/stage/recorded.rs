//! The table over time: what the widget weighed, state by state, in `www/docs/reference/sizes.md`.
//!
//! Its last row is what the build weighs today, or the suite fails: nobody can forget it.

use std::fs;

use anyhow::{Context, Result, bail, ensure};

use super::paths;
use super::size::{Size, Sizes};

/// The page, from the workspace's root.
const PAGE: &str = "www/docs/reference/sizes.md";
/// How far a build may be from the last row before it needs one of its own, in bytes of brotli.
const DRIFT_MAX: usize = 300;

/// What was weighed together, in bytes of brotli, in the order of the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Module, glue, styles and the sentences of one language: the first step.
    parts: [usize; 4],
    /// The module behind it.
    later: usize,
    /// The sum of all that.
    widget: usize,
    loader: usize,
    companion: usize,
    look: usize,
}

impl Recorded {
    /// What a build weighs.
    pub fn of(sizes: &Sizes) -> Result<Self> {
        let parts: Vec<usize> = sizes.first.iter().map(|file| file.brotli).collect();
        let sum = |files: &[Size]| files.iter().map(|file| file.brotli).sum();
        Ok(Self {
            parts: parts
                .try_into()
                .ok()
                .context("the first step is a module, its glue, its styles and its sentences")?,
            later: sum(&sizes.later),
            widget: sum(&sizes.widget()),
            loader: sum(&sizes.loader),
            companion: sum(&sizes.companion),
            look: sum(&sizes.look),
        })
    }

    /// The last row of the page.
    ///
    /// # Errors
    /// When the page is not there, or its last row is not whole.
    pub fn latest() -> Result<Self> {
        let page =
            fs::read_to_string(paths::root().join(PAGE)).with_context(|| format!("{PAGE} is missing"))?;
        Self::last_of(&page)
            .with_context(|| format!("the last row of {PAGE} is not one of a date, words and nine numbers"))
    }

    fn last_of(page: &str) -> Option<Self> {
        let row = page.lines().rfind(|line| line.starts_with("| 20"))?;
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let numbers: Vec<usize> = cells.get(2..)?.iter().map(|cell| number(cell)).collect::<Option<_>>()?;
        let [module, glue, styles, sentences, later, widget, loader, companion, look] =
            numbers.try_into().ok()?;
        Some(Self { parts: [module, glue, styles, sentences], later, widget, loader, companion, look })
    }

    /// Whether a build that weighs this needs no row of its own.
    ///
    /// # Errors
    /// Says which row to add.
    pub fn check(&self, built: &Self) -> Result<()> {
        let sum = self.parts.iter().sum::<usize>() + self.later;
        ensure!(sum == self.widget, "the last row of {PAGE} does not add up");
        let pairs = [
            (self.widget, built.widget),
            (self.later, built.later),
            (self.loader, built.loader),
            (self.companion, built.companion),
            (self.look, built.look),
        ];
        if pairs.into_iter().all(|(then, now)| then.abs_diff(now) <= DRIFT_MAX) {
            return Ok(());
        }
        bail!(
            "the build weighs something else than the last row of {PAGE} says; add this one:\n{}",
            built.row()
        )
    }

    /// As it stands in the page, dated today.
    pub fn row(&self) -> String {
        let [module, glue, styles, sentences] = self.parts;
        let all = [self.later, self.widget, self.loader, self.companion, self.look];
        let numbers = [module, glue, styles, sentences]
            .into_iter()
            .chain(all)
            .map(thousands)
            .collect::<Vec<_>>()
            .join(" | ");
        format!("| {} | what changed | {numbers} |", jiff::Timestamp::now().strftime("%Y-%m-%d"))
    }
}

/// `116,342`
fn number(cell: &str) -> Option<usize> {
    cell.replace(',', "").parse().ok()
}

fn thousands(number: usize) -> String {
    if number < 1_000 {
        number.to_string()
    } else {
        format!("{},{:03}", thousands(number / 1_000), number % 1_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "\
| date | what | module | glue | styles | sentences | later | widget | loader | companion | look |
|---|---|---|---|---|---|---|---|---|---|---|
| 2026-11-22 | parcels | – | – | – | – | – | 122,817 | – | – | – |
| 2026-11-23 | handles | 55,200 | 3,300 | 5,100 | 2,700 | 50,000 | 116,300 | 2,900 | 2,067 | 2,800 |

Words below it.
";

    fn recorded(widget: usize) -> Recorded {
        Recorded {
            parts: [widget - 61_100, 3_300, 5_100, 2_700],
            later: 50_000,
            widget,
            loader: 2_900,
            companion: 2_067,
            look: 2_800,
        }
    }

    #[test]
    fn the_last_row_is_read_and_must_be_whole() {
        assert_eq!(Recorded::last_of(PAGE), Some(recorded(116_300)));
        let without = PAGE.replace("55,200", "–");
        assert_eq!(Recorded::last_of(&without), None);
        assert_eq!(Recorded::last_of("no table"), None);
    }

    #[test]
    fn a_build_may_drift_a_little_and_then_needs_a_row() {
        let last = recorded(116_300);
        last.check(&recorded(116_300 + DRIFT_MAX)).unwrap();
        last.check(&recorded(116_300 - DRIFT_MAX)).unwrap();
        let error = last.check(&recorded(116_301 + DRIFT_MAX)).unwrap_err().to_string();
        assert!(
            error.ends_with(
                "| what changed | 55,501 | 3,300 | 5,100 | 2,700 | 50,000 | 116,601 | 2,900 | 2,067 | 2,800 |"
            ),
            "{error}"
        );
        assert!(last.check(&Recorded { companion: 3_000, ..last }).is_err());
    }

    #[test]
    fn a_row_that_does_not_add_up_is_refused() {
        let last = Recorded { widget: 116_299, ..recorded(116_300) };
        assert!(last.check(&recorded(116_300)).unwrap_err().to_string().contains("add up"));
    }
}
