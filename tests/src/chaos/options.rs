//! How much is broken, and by which dice.

use anyhow::{Context, Result, bail};

use super::part::Part;

/// What a run is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Every random choice follows from it.
    pub seed: u64,
    /// Hours instead of minutes.
    pub long: bool,
    /// One part; all of them when there is none.
    pub only: Option<Part>,
    /// The slice that `cargo test` runs.
    pub slice: bool,
}

impl Options {
    /// A slice of one part, small enough for every test run.
    pub fn slice(part: Part) -> Self {
        Self { seed: 1, long: false, only: Some(part), slice: true }
    }

    /// Reads `--seed N`, `--long` and `--only <part>`.
    ///
    /// # Errors
    /// When an argument is not one of these.
    pub(super) fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self { seed: fastrand::u64(..1_000_000), long: false, only: None, slice: false };
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().with_context(|| format!("{argument} needs a value"));
            match argument.as_str() {
                "--long" => options.long = true,
                "--seed" => options.seed = value()?.parse().context("--seed is a whole number")?,
                "--only" => options.only = Some(value()?.parse()?),
                other => bail!("chaos takes --seed N, --long and --only <part>, not {other}"),
            }
        }
        Ok(options)
    }

    /// The parts to run, in order.
    pub(super) fn parts(self) -> impl Iterator<Item = Part> {
        Part::ALL.into_iter().filter(move |part| self.only.is_none_or(|only| only == *part))
    }

    /// So many by the size of the run.
    pub(super) fn count(self, slice: usize, usual: usize, long: usize) -> usize {
        match (self.slice, self.long) {
            (true, _) => slice,
            (_, true) => long,
            _ => usual,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &str) -> Result<Options> {
        Options::read(arguments.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn arguments_are_read_and_nonsense_is_refused() {
        let options = read("--seed 7 --long --only faults").unwrap();
        assert_eq!((options.seed, options.long, options.only), (7, true, Some(Part::Faults)));
        assert_eq!(read("").unwrap().parts().count(), Part::ALL.len());
        for nonsense in ["--seed x", "--only thunder", "--fast", "--seed"] {
            assert!(read(nonsense).is_err(), "{nonsense}");
        }
    }
}
