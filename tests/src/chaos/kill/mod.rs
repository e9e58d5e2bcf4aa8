//! The process dies, at each named moment and at moments of its own, and starts again on the same
//! disk; clocks jump; the module aborts (reliability §2e, F22 to F24, F30, F32, F34).

pub(super) mod clock;
mod driver;
mod moment;
mod scene;

use anyhow::Result;

use super::options::Options;
use super::report::Report;
use super::world;
use crate::stage::{World, dist};
use driver::Driver;

/// A world whose Worker asks the driver before it goes on.
struct Rig {
    world: World,
    driver: Driver,
}

/// Plays every scene, then kills at every moment.
pub(super) fn run(options: &Options, report: &mut Report) -> Result<()> {
    let dist = dist::chaos()?;
    let driver = Driver::start()?;
    let url = driver.url().to_owned();
    let mut rig = Rig { world: world::silent(&dist, &[("CHAOS_DRIVER", &url)])?, driver };
    scene::run(options, report, &mut rig);
    moment::run(options, report, &mut rig)
}
