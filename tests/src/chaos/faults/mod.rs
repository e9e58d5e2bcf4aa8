//! The matrix of faults (reliability §1b): each before and after the order was made, where that
//! makes a difference.

pub(super) mod case;
pub(super) mod event;
pub(super) mod late;
pub(super) mod pressed;
pub(super) mod response;
mod told;

use std::thread;

use anyhow::Result;

use super::options::Options;
use super::report::Report;
use super::world;
use crate::sandbox::Fault;

/// Where a fault stands to the making of the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Commit {
    Before,
    After,
}

impl Commit {
    pub(super) fn of(self, fault: Fault) -> Fault {
        match self {
            Self::Before => fault.before_commit(),
            Self::After => fault.after_commit(),
        }
    }

    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Before => "no order was made",
            Self::After => "the order was made",
        }
    }
}

/// Every fault, against the Worker that ships.
pub(super) fn run(options: &Options, report: &mut Report) -> Result<()> {
    response::run(options, report, world::ships())?;
    event::run(options, report, world::ships())
}

/// Does `work` for each of `items`, so many at a time.
pub(super) fn side_by_side<T: Sync, U: Send>(
    items: &[T],
    at_once: usize,
    work: impl Fn(&T) -> U + Sync,
) -> Vec<U> {
    let work = &work;
    let mut done = Vec::with_capacity(items.len());
    for some in items.chunks(at_once.max(1)) {
        done.extend(thread::scope(|scope| {
            let begun: Vec<_> = some.iter().map(|item| scope.spawn(move || work(item))).collect();
            begun.into_iter().map(|work| work.join().expect("no run panics")).collect::<Vec<_>>()
        }));
    }
    done
}
