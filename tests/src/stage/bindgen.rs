//! Generates the JavaScript glue of a WebAssembly module, with wasm-bindgen as a library:
//! `Cargo.lock` pins it together with the macros it must agree with.

use std::path::{Path, PathBuf};

use anyhow::Result;
use wasm_bindgen_cli_support::Bindgen;

use super::cache;
use super::cargo::Purpose;

/// The glue belongs to the generator's version, and that to the lock file.
const LOCK: &[u8] = include_bytes!("../../../Cargo.lock");

/// The widget's module for a browser: `checkout.js` and `checkout_bg.wasm`.
///
/// The glue names no file; whoever starts it passes the module's address.
pub(super) fn browser(wasm: &[u8], purpose: Purpose) -> Result<PathBuf> {
    remembered("glue-widget", wasm, purpose, |out| {
        let ship = purpose == Purpose::Ship;
        Bindgen::new()
            .web(true)?
            .omit_default_module_path(true)
            .remove_name_section(ship)
            .remove_producers_section(true)
            .typescript(false)
            .input_bytes("checkout", wasm.to_vec())
            .generate(out)
    })
}

/// The Worker's module: `index.js` and `index_bg.wasm`, able to start over after an abort.
pub(super) fn worker(wasm: &[u8], purpose: Purpose) -> Result<PathBuf> {
    remembered("glue-edge", wasm, purpose, |out| {
        Bindgen::new()
            .module(true)?
            .reset_state_function(true)
            .force_enable_abort_handler(true)
            .typescript(false)
            .input_bytes("index", wasm.to_vec())
            .generate(out)
    })
}

fn remembered(
    step: &str,
    wasm: &[u8],
    purpose: Purpose,
    work: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let step = format!("{step}-{purpose:?}").to_lowercase();
    cache::remembered(&step, &[wasm, LOCK], work)
}
