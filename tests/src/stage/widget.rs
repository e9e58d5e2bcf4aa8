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
    fn hashed(extension: &str, contents: Vec<u8>) -> Self {
        let name = digest::hashed_name("checkout", extension, &contents);
        Self { path: format!("widget/{name}"), contents }
    }
}

/// The widget as a storefront loads it.
pub struct Widget {
    /// `tumbas.js`.
    pub loader: Asset,
    /// Module, glue and styles, in this order.
    pub parts: [Asset; 3],
}

/// Builds the widget and the loader that names its files.
pub fn build(purpose: Purpose) -> Result<Widget> {
    let wasm = cargo::wasm("widget", purpose)?;
    let bound = bindgen::browser(&wasm, purpose)?;
    let module = module(&bound.join("checkout_bg.wasm"), purpose)?;
    let parts =
        [Asset::hashed("wasm", module), Asset::hashed("js", glue(&bound)?), Asset::hashed("css", styles()?)];
    let loader = loader(&parts)?;
    Ok(Widget { loader, parts })
}

fn module(wasm: &Path, purpose: Purpose) -> Result<Vec<u8>> {
    match purpose {
        Purpose::Ship => wasm_opt::smallest(wasm),
        Purpose::Develop | Purpose::Chaos => fs::read(wasm).context("wasm-bindgen left no module"),
    }
}

fn glue(bound: &Path) -> Result<Vec<u8>> {
    Esbuild::bundle(&bound.join("checkout.js")).for_browsers().with("--format=esm").run()
}

fn styles() -> Result<Vec<u8>> {
    Esbuild::bundle(&source("css/checkout.css")).for_browsers().run()
}

/// The loader learns the hashed names as constants, relative to its own address.
fn loader([module, glue, styles]: &[Asset; 3]) -> Result<Asset> {
    let contents = Esbuild::bundle(&source("npm/src/loader.ts"))
        .for_browsers()
        .with("--format=iife")
        .define("__TUMBAS_MODULE__", &module.path)
        .define("__TUMBAS_GLUE__", &glue.path)
        .define("__TUMBAS_STYLES__", &styles.path)
        .run()?;
    Ok(Asset { path: "tumbas.js".to_owned(), contents })
}

fn source(inside: &str) -> PathBuf {
    paths::root().join("widget").join(inside)
}
