//! What a shopper downloads stays below its ceilings.

use anyhow::Result;
use libtest_mimic::Trial;
use tumbas_tests::stage::built;

use crate::trial::trials;

pub(crate) fn trials() -> Vec<Trial> {
    trials!["sizes": widget_and_loader_are_light]
}

fn widget_and_loader_are_light() -> Result<()> {
    built().sizes.check()
}
