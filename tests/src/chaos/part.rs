//! The parts of a run.

use std::str::FromStr;

use anyhow::{Error, Result, bail};

use super::options::Options;
use super::report::Report;
use super::{baseline, faults, kill, mistakes, model, submits, webhooks};

/// One part of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The pure state machines, a million times.
    Model,
    /// The classic mistakes, each of which must be caught.
    Mistakes,
    /// Every fault of the matrix, before and after the order was made.
    Faults,
    /// kill -9 at every moment, and what only a chaos build can play.
    Kill,
    /// Many copies of one press at random.
    Submits,
    /// Genuine and spoilt webhooks by the hundred thousand.
    Webhooks,
    /// What the vendor's own retries make of the same faults.
    Baseline,
}

impl Part {
    /// All of them, in the order of a run.
    pub const ALL: [Self; 7] = [
        Self::Model,
        Self::Mistakes,
        Self::Faults,
        Self::Kill,
        Self::Submits,
        Self::Webhooks,
        Self::Baseline,
    ];

    /// As `--only` takes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Model => "model",
            Self::Mistakes => "mistakes",
            Self::Faults => "faults",
            Self::Kill => "kill",
            Self::Submits => "submits",
            Self::Webhooks => "webhooks",
            Self::Baseline => "baseline",
        }
    }

    pub(super) fn run(self, options: &Options, report: &mut Report) -> Result<()> {
        match self {
            Self::Model => {
                model::run(options, report);
                Ok(())
            }
            Self::Mistakes => mistakes::run(options, report),
            Self::Faults => faults::run(options, report),
            Self::Kill => kill::run(options, report),
            Self::Submits => submits::run(options, report),
            Self::Webhooks => webhooks::run(options, report),
            Self::Baseline => baseline::run(options, report),
        }
    }
}

impl FromStr for Part {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        let Some(part) = Self::ALL.into_iter().find(|part| part.name() == name) else {
            let names: Vec<_> = Self::ALL.into_iter().map(Self::name).collect();
            bail!("--only takes {}, not {name}", names.join(", "));
        };
        Ok(part)
    }
}
