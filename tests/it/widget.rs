//! What the widget brings of its own: suites that need a DOM, in Chromium, and the npm package; and
//! what its loader has to know of the edge.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use libtest_mimic::Trial;
use tumbas_tests::stage::{built, package, paths, suite};

use crate::trial::trial;

pub(crate) fn trials() -> Vec<Trial> {
    let stage = Path::new(env!("CARGO_BIN_EXE_tumbas"));
    vec![
        trial("widget", "dom", move || suite::widget_dom(stage)),
        trial("widget", "units", || suite::units("widget/npm/test")),
        trial("widget", "types", || suite::types("widget/npm")),
        trial("widget", "package", || package::check(&built().root)),
        trial("widget", "attribution", the_loader_sends_what_the_edge_takes),
        trial("widget", "version", the_package_has_the_version_of_the_rest),
    ]
}

/// A member that the edge does not take would cost the order.
fn the_loader_sends_what_the_edge_takes() -> Result<()> {
    let source = source("src/metadata.ts")?;
    let (_, list) = source.split_once("const NAMES = [").context("the loader's list")?;
    let (list, rest) = list.split_once(']').context("its end")?;
    let names: Vec<_> = list.split('"').skip(1).step_by(2).collect();
    assert_eq!(names, edge::orders::ATTRIBUTION);
    assert!(rest.contains(&format!("const LENGTH_MAX = {};", edge::orders::ATTRIBUTION_MAX)));
    Ok(())
}

fn the_package_has_the_version_of_the_rest() -> Result<()> {
    let manifest: serde_json::Value = serde_json::from_str(&source("package.json")?)?;
    assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"));
    Ok(())
}

fn source(inside: &str) -> Result<String> {
    let path = paths::root().join("widget/npm").join(inside);
    fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
}
