//! The specs of `tests/browser`: a trial each, told apart by the one run of Playwright that they share.

use std::sync::{Arc, OnceLock};

use anyhow::anyhow;
use libtest_mimic::{Arguments, Trial};
use tumbas_tests::stage::{built, playwright, suite};

use crate::trial::trial;

pub(crate) fn trials(arguments: &Arguments) -> Vec<Trial> {
    let named = |spec: &String| !arguments.is_filtered_out(&trial("browser", spec, || Ok(())));
    let specs = playwright::specs();
    // What will be asked for runs together, and nothing else.
    let wanted: Arc<[String]> = specs.iter().filter(|spec| named(spec)).cloned().collect();
    let report = Arc::new(OnceLock::new());
    let specs = specs.into_iter().map(|spec| {
        let (wanted, report) = (Arc::clone(&wanted), Arc::clone(&report));
        trial("browser", &spec.clone(), move || {
            let report = report.get_or_init(|| playwright::run(built(), &wanted));
            report.as_ref().map_err(|error| anyhow!("{error:#}"))?.check(&spec)
        })
    });
    let types = trial("browser", "types", || suite::types("tests/browser"));
    let measuring = trial("browser", "types_of_the_measuring", || suite::types("tests/bench/widget"));
    specs.chain([types, measuring]).collect()
}
