//! The files that a storefront loads: the loader under its fixed name, and behind it the widget's
//! module, glue, styles and sentences under names that change with their contents.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use widget::copy;

use super::cargo::{self, Purpose};
use super::esbuild::Esbuild;
use super::{bindgen, digest, paths, split, wasm_opt};

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
    /// The checkout itself; in what ships, as far as the first step needs it.
    pub module: Asset,
    /// What comes behind the first step, in what ships.
    pub later: Option<Asset>,
    /// What lies between it and the browser.
    pub glue: Asset,
    /// Its looks.
    pub styles: Asset,
    /// Its sentences, a file for each language and tone, of which a page loads one.
    pub languages: [Asset; 3],
    /// What comes beside it, once a shopper wants it.
    pub companion: Asset,
    /// What dresses it for the page.
    pub look: Asset,
    /// What few pages ever load.
    pub rare: Vec<Asset>,
}

impl Widget {
    /// Every file but the loader.
    pub fn parts(&self) -> impl Iterator<Item = &Asset> {
        let Self { loader: _, module, later, glue, styles, languages, companion, look, rare } = self;
        [module, glue, styles, companion, look].into_iter().chain(later).chain(languages).chain(rare)
    }
}

/// Builds the widget and the loader that names its files.
pub fn build(purpose: Purpose) -> Result<Widget> {
    let (wasm, later) = halves(cargo::wasm("widget", purpose)?, purpose)?;
    let bound = bindgen::browser(&wasm, purpose)?;
    let module = Asset::hashed("checkout", "wasm", module(&bound.join("checkout_bg.wasm"), purpose)?);
    let later_path = later.as_ref().map_or("", |later| &later.path);
    let glue = Asset::hashed("checkout", "js", script(glue(&bound))?);
    let styles = Asset::hashed("checkout", "css", styles()?);
    let languages = languages();
    let [kamu, anda, english] = &languages;
    let inspector = Asset::hashed("inspector", "js", script(entry("inspector"))?);
    let reword = Asset::hashed("reword", "js", script(entry("reword"))?);
    let look = Asset::hashed("look", "js", script(entry("look"))?);
    let companion = entry("companion")
        .define("__TUMBAS_STYLES__", &styles.path)
        .define("__TUMBAS_LATER__", later_path)
        .define("__TUMBAS_LOOK__", &look.path)
        .define("__TUMBAS_KAMU__", &kamu.path)
        .define("__TUMBAS_ANDA__", &anda.path)
        .define("__TUMBAS_ENGLISH__", &english.path)
        .define("__TUMBAS_INSPECTOR__", &inspector.path)
        .define("__TUMBAS_REWORD__", &reword.path);
    let companion = Asset::hashed("companion", "js", script(companion)?);
    let loader = loader(&module, &glue, &companion)?;
    Ok(Widget {
        loader,
        module,
        later,
        glue,
        styles,
        languages,
        companion,
        look,
        rare: vec![inspector, reword],
    })
}

/// As they were when the stage was compiled.
fn languages() -> [Asset; 3] {
    [("kamu", copy::KAMU), ("anda", copy::ANDA), ("english", copy::EN)]
        .map(|(name, words)| Asset::hashed(name, "txt", words.text().into_bytes()))
}

fn entry(name: &str) -> Esbuild {
    Esbuild::bundle(&source(&format!("npm/src/{name}.ts")))
}

/// The first module and, in what ships, the one behind it.
fn halves(wasm: Vec<u8>, purpose: Purpose) -> Result<(Vec<u8>, Option<Asset>)> {
    if purpose != Purpose::Ship {
        return Ok((wasm, None));
    }
    let halves = split::halves(&wasm)?;
    let later = Asset::hashed("later", "wasm", wasm_opt::smallest("later", &halves.later)?);
    Ok((fs::read(halves.first)?, Some(later)))
}

fn module(wasm: &Path, purpose: Purpose) -> Result<Vec<u8>> {
    match purpose {
        Purpose::Ship => wasm_opt::smallest("first", wasm),
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

/// No `"use strict"`: the compiler has refused what that forbids, and it is a dozen bytes for every page of the shop.
const LOOSE: &str = r#"--tsconfig-raw={"compilerOptions":{"target":"es2022"}}"#;

/// The loader learns the hashed names as constants, relative to its own address; its companion those
/// that can wait for it.
fn loader(module: &Asset, glue: &Asset, companion: &Asset) -> Result<Asset> {
    let contents = entry("loader")
        .for_browsers()
        .with("--format=iife")
        .with(LOOSE)
        .define("__TUMBAS_MODULE__", &module.path)
        .define("__TUMBAS_GLUE__", &glue.path)
        .define("__TUMBAS_COMPANION__", &companion.path)
        .run()?;
    Ok(Asset { path: "tumbas.js".to_owned(), contents })
}

fn source(inside: &str) -> PathBuf {
    paths::root().join("widget").join(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture in it would need a line of its own in every page's policy.
    #[test]
    fn the_sheet_asks_for_nothing() {
        let sheet = fs::read_to_string(source("css/checkout.css")).unwrap();
        assert!(!["url(", "@import"].into_iter().any(|asked| sheet.contains(asked)));
    }
}
