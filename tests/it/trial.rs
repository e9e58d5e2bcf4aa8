//! One test of a suite, from a function that may fail.

use anyhow::Result;
use libtest_mimic::Trial;

/// A trial under `suite::name`; it fails by an error or by a panicking assertion.
pub(crate) fn trial(suite: &str, name: &str, test: impl FnOnce() -> Result<()> + Send + 'static) -> Trial {
    Trial::test(format!("{suite}::{name}"), move || test().map_err(|error| format!("{error:#}").into()))
}

/// The trials of a suite, each named as its function.
macro_rules! trials {
    ($suite:literal: $($test:ident),+ $(,)?) => {
        vec![$($crate::trial::trial($suite, stringify!($test), $test)),+]
    };
}
pub(crate) use trials;
