//! The matrix of faults (reliability §1b): each before and after the order was made, where that
//! makes a difference; and each in what the platform says of couriers, of an order and of a store.

pub(super) mod case;
pub(super) mod event;
pub(super) mod late;
pub(super) mod pressed;
mod question;
mod quote;
mod reading;
pub(super) mod response;
mod told;

use std::thread;

use anyhow::Result;

use super::disk::{Disk, secrets};
use super::options::Options;
use super::report::{Report, Row};
use super::verdict::leaks;
use super::world;
use crate::sandbox::{Attempt, Delivery, Fault};
use crate::stage::World;

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
    // Without webhooks first: then only looking finds an order whose answer was lost.
    let world = world::silent(world::ships(), &[])?;
    response::run(options, report, &world)?;
    world.connect_webhooks()?;
    event::run(options, report, &world);
    join(report, world)?;
    if options.slice {
        return Ok(());
    }
    quote::run(report, world::ships())?;
    reading::run(options, report, world::ships())
}

/// Joins what the platform told and was asked with what is on disk.
fn join(report: &mut Report, mut world: World) -> Result<()> {
    let mut row = Row::new("I8", "log lines of all this without a word of shoppers or secrets");
    row.note(leaks(&world));
    report.add(row);
    let disk = Disk::of(&mut world)?;
    report.add(disk.fences(&world.sandbox, true));
    let told = world.sandbox.deliveries();
    let is_taken = |told: &Delivery| told.attempts.iter().any(Attempt::is_good);
    report.add(disk.inbox(told.iter().map(|told| (told.body.as_bytes(), is_taken(told)))));
    report.add(secrets(&world.state()));
    Ok(())
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
