//! The specs of `tests/browser`, each in a world of its own.

use libtest_mimic::Trial;
use tumbas_tests::stage::{World, built, suite};

use crate::trial::trial;

pub(crate) fn trials() -> Vec<Trial> {
    let specs = suite::specs().into_iter().map(|spec| {
        trial("browser", &spec.clone(), move || suite::playwright(&spec, &World::start(built(), &[])?))
    });
    let types = trial("browser", "types", || suite::types("tests/browser"));
    specs.chain([types]).collect()
}
