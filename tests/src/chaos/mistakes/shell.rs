//! Those that only a Worker can make, by a chaos build of it that is told which.

use std::time::Duration;

use anyhow::Result;

use super::caught;
use super::plays::PLAYS;
use crate::chaos::http::send;
use crate::chaos::kill::clock;
use crate::chaos::options::Options;
use crate::chaos::report::Report;
use crate::chaos::shopper::Shopper;
use crate::chaos::world;
use crate::stage::{World, dist};

const PATIENCE: Duration = Duration::from_secs(20);

/// Plays each scene twice: with the right Worker, and with the mistake.
pub(super) fn run(options: &Options, report: &mut Report) -> Result<()> {
    let world = world::told(&dist::chaos()?)?;
    for (name, words, play) in PLAYS {
        let [right, wrong] = [(0, ""), (1, name)].map(|(n, mistake)| {
            make(&world, mistake);
            let broken = play(&world, &Shopper::new(name, options.seed, n));
            make(&world, "");
            clock::set(&world, 0);
            world.sandbox.clear_faults();
            broken
        });
        report.add(caught(name, words, right, wrong.first()));
    }
    Ok(())
}

/// From now on the Worker makes this mistake, and no other.
fn make(world: &World, mistake: &str) {
    let url = format!("{}/health", world.worker_url);
    let _ = send("GET", &url, &[("x-chaos-mistake", mistake)], None, PATIENCE);
}
