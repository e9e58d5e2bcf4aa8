//! What a shopper downloads stays below its ceilings, and is written down.

use anyhow::Result;
use libtest_mimic::Trial;
use tumbas_tests::stage::built;
use tumbas_tests::stage::recorded::Recorded;

use crate::trial::trials;

pub(crate) fn trials() -> Vec<Trial> {
    trials!["sizes": widget_and_loader_are_light, the_table_over_time_ends_with_this_build]
}

fn widget_and_loader_are_light() -> Result<()> {
    built().sizes.check()
}

fn the_table_over_time_ends_with_this_build() -> Result<()> {
    Recorded::latest()?.check(&Recorded::of(&built().sizes)?)
}
