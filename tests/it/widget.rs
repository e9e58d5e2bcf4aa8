//! The widget's own suites that need a DOM, in Chromium.

use std::path::Path;

use libtest_mimic::Trial;
use tumbas_tests::stage::suite;

use crate::trial::trial;

pub(crate) fn trials() -> Vec<Trial> {
    let stage = Path::new(env!("CARGO_BIN_EXE_tumbas"));
    vec![trial("widget", "dom", move || suite::widget_dom(stage))]
}
