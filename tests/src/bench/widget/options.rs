//! How much is measured.

use anyhow::{Context, Result, bail, ensure};

/// Loads of each page, unless it is said.
const ROUNDS: u32 = 5;

/// What a run is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Options {
    /// Loads of each page.
    pub(super) rounds: u32,
}

impl Options {
    /// Reads `--rounds N`.
    ///
    /// # Errors
    /// When an argument is not this.
    pub(super) fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self { rounds: ROUNDS };
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--rounds" => {
                    let rounds = arguments.next().context("--rounds needs a value")?;
                    options.rounds = rounds.parse().context("--rounds is a whole number")?;
                    ensure!(options.rounds > 0, "--rounds is at least 1");
                }
                other => bail!("bench widget takes --rounds N, not {other}"),
            }
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounds(arguments: &str) -> Option<u32> {
        let arguments = arguments.split_whitespace().map(str::to_owned);
        Options::read(arguments).ok().map(|options| options.rounds)
    }

    #[test]
    fn rounds_are_read_and_nonsense_is_refused() {
        assert_eq!(rounds(""), Some(ROUNDS));
        assert_eq!(rounds("--rounds 9"), Some(9));
        for nonsense in ["--rounds", "--rounds 0", "--rounds many", "--fast"] {
            assert_eq!(rounds(nonsense), None, "{nonsense}");
        }
    }
}
