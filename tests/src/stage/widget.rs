//! The files that a storefront loads: the loader under its fixed name, and behind it the widget's
//! module, glue and styles under names that change with their contents.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::cargo::{self, Purpose};
use super::esbuild::Esbuild;
use super::{bindgen, digest, paths, wasm_opt};

/// One static asset.
pub struct Asset {
    /// Its path below the Worker's origin.
    pub path: String,
    /// What is served.
    pub contents: Vec<u8>,
}

impl Asset {
    fn hashed(stem: &str, extension: &str, contents: Vec<u8>) -> Self {
        let name = digest::hashed_name(stem, extension, &contents);
        Self { path: format!("widget/{name}"), contents }
    }
}

/// The widget as a storefront loads it.
pub struct Widget {
    /// `tumbas.js`.
    pub loader: Asset,
    /// Module, glue, styles, companion, look and inspector, in this order.
    pub parts: [Asset; 6],
}

/// Builds the widget and the loader that names its files.
pub fn build(purpose: Purpose) -> Result<Widget> {
    let wasm = cargo::wasm("widget", purpose)?;
    let bound = bindgen::browser(&wasm, purpose)?;
    let module = module(&bound.join("checkout_bg.wasm"), purpose)?;
    let styles = Asset::hashed("checkout", "css", styles()?);
    let inspector = script(Esbuild::bundle(&source("npm/src/inspector.ts")))?;
    let inspector = Asset::hashed("inspector", "js", inspector);
    let look = Asset::hashed("look", "js", script(Esbuild::bundle(&source("npm/src/look.ts")))?);
    let companion = Esbuild::bundle(&source("npm/src/companion.ts"))
        .define("__TUMBAS_STYLES__", &styles.path)
        .define("__TUMBAS_LOOK__", &look.path)
        .define("__TUMBAS_INSPECTOR__", &inspector.path);
    let parts = [
        Asset::hashed("checkout", "wasm", module),
        Asset::hashed("checkout", "js", script(glue(&bound))?),
        styles,
        Asset::hashed("companion", "js", script(companion)?),
        look,
        inspector,
    ];
    let loader = loader(&parts)?;
    Ok(Widget { loader, parts })
}

fn module(wasm: &Path, purpose: Purpose) -> Result<Vec<u8>> {
    match purpose {
        Purpose::Ship => wasm_opt::smallest(wasm),
        Purpose::Develop | Purpose::Chaos => fs::read(wasm).context("wasm-bindgen left no module"),
    }
}

/// Without what the loader does not call: it comes through an entry that names what it does.
fn glue(bound: &Path) -> Esbuild {
    Esbuild::bundle(&source("npm/src/glue.js"))
        .with(format!("--alias:checkout={}", bound.join("checkout.js").display()))
}

fn script(bundle: Esbuild) -> Result<Vec<u8>> {
    bundle.for_browsers().with("--format=esm").run()
}

fn styles() -> Result<Vec<u8>> {
    Esbuild::bundle(&source("css/checkout.css")).for_browsers().run()
}

/// The loader learns the hashed names as constants, relative to its own address; its companion those
/// that can wait for it.
fn loader([module, glue, _, companion, ..]: &[Asset; 6]) -> Result<Asset> {
    let contents = Esbuild::bundle(&source("npm/src/loader.ts"))
        .for_browsers()
        .with("--format=iife")
        .define("__TUMBAS_MODULE__", &module.path)
        .define("__TUMBAS_GLUE__", &glue.path)
        .define("__TUMBAS_COMPANION__", &companion.path)
        .run()?;
    Ok(Asset { path: "tumbas.js".to_owned(), contents })
}

fn source(inside: &str) -> PathBuf {
    paths::root().join("widget").join(inside)
}
