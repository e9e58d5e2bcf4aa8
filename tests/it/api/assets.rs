//! The loader and the widget, served beside the API.

use std::fs;

use anyhow::{Context, Result};
use libtest_mimic::Trial;
use tumbas_tests::stage::built;

use super::ask::Ask;
use super::places;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::assets":
        the_loader_is_what_was_built,
        the_widgets_files_are_kept_for_ever,
        a_file_that_is_known_is_not_sent_again,
        a_file_that_is_not_there_is_a_problem,
        nothing_beside_the_assets_is_served,
    ]
}

fn the_loader_is_what_was_built() -> Result<()> {
    let world = places::window()?;
    let answer = Ask::get("/tumbas.js").of(&world);
    assert_eq!(answer.bytes, fs::read(built().root.join("assets/tumbas.js"))?);
    assert!(answer.header("content-type").unwrap().contains("javascript"));
    let caching = answer.header("cache-control").unwrap();
    assert!(!caching.contains("immutable") && caching.contains("max-age"), "{caching}");
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(answer.header("cross-origin-resource-policy"), Some("cross-origin"));
    Ok(())
}

fn the_widgets_files_are_kept_for_ever() -> Result<()> {
    let world = places::window()?;
    let mut kinds = Vec::new();
    for entry in fs::read_dir(built().root.join("assets/widget"))? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).context("a name")?.to_owned();
        let answer = Ask::get(format!("/widget/{name}")).of(&world);
        assert_eq!((answer.status, &answer.bytes), (200, &fs::read(&path)?), "{name}");
        let kind = name.rsplit('.').next().unwrap().to_owned();
        let expected = match kind.as_str() {
            "wasm" => "application/wasm",
            "css" => "text/css",
            "txt" => "text/plain",
            _ => "javascript",
        };
        assert!(answer.header("content-type").unwrap().contains(expected), "{name}");
        let caching = answer.header("cache-control").unwrap();
        assert!(caching.contains("max-age=31536000") && caching.contains("immutable"), "{name}: {caching}");
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
        kinds.push(kind);
    }
    for kind in ["wasm", "js", "css", "txt"] {
        assert!(kinds.iter().any(|known| known == kind), "no .{kind} among the widget's files");
    }
    Ok(())
}

fn a_file_that_is_known_is_not_sent_again() -> Result<()> {
    let world = places::window()?;
    let loader = Ask::get("/tumbas.js");
    let etag = loader.of(&world).header("etag").context("an ETag")?.to_owned();
    let again = loader.header("if-none-match", etag).of(&world);
    assert_eq!((again.status, again.bytes.len()), (304, 0));
    Ok(())
}

fn a_file_that_is_not_there_is_a_problem() -> Result<()> {
    let world = places::window()?;
    for path in ["/widget/checkout-000000.wasm", "/widget/", "/widget/%2e%2e%2fworker%2findex.js"] {
        Ask::get(path).of(&world).refused(404, "route_not_found");
    }
    Ok(())
}

fn nothing_beside_the_assets_is_served() -> Result<()> {
    let world = places::window()?;
    for path in [
        "/worker/index.js",
        "/index.js",
        "/index_bg.wasm",
        "/edge/wrangler.toml",
        "/worker.env",
        "/.dev.vars",
        "/tumbas.js.map",
    ] {
        Ask::get(path).of(&world).refused(404, "route_not_found");
    }
    Ok(())
}
