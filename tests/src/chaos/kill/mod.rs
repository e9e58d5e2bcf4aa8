//! The process dies, at each named moment and at moments of its own, and starts again on the same
//! disk; objects are reset or out of reach; clocks jump; the module aborts (reliability §2e, F22 to
//! F24, F30 to F32, F34).

mod aftermath;
pub(super) mod clock;
mod driver;
mod look;
mod moment;
mod outbox;
mod scene;
mod stub;

use anyhow::Result;

use super::disk::{Disk, secrets};
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
    stub::run(options, report, &rig);
    look::run(options, report, &rig);
    moment::run(options, report, &mut rig)?;
    report.add(Disk::of(&mut rig.world)?.fences(&rig.world.sandbox, false));
    report.add(secrets(&rig.world.state()));
    if options.slice { Ok(()) } else { outbox::run(options, report, &dist) }
}
