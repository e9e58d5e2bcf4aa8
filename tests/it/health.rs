//! `GET /health`, the first thing that anyone asks the Worker.

use anyhow::Result;
use libtest_mimic::Trial;

use crate::trial::trials;
use crate::worlds;

pub(crate) fn trials() -> Vec<Trial> {
    trials!["health": the_worker_is_well]
}

fn the_worker_is_well() -> Result<()> {
    let world = worlds::shared("health")?;
    let body: serde_json::Value =
        ureq::get(format!("{}/health", world.worker_url)).call()?.body_mut().read_json()?;
    assert_eq!(body["ok"], true);
    assert!(body["version"].is_string(), "{body}");
    Ok(())
}
