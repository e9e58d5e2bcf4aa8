//! Binaryen's second opinion on a module's size.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::size::brotli;
use super::{cache, node, progress, tool};

/// What rustc writes into `target_features`, and what every supported browser takes.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-multivalue",
    "--enable-call-indirect-overlong",
];

/// The smaller of the module as it is and as `wasm-opt -Oz` leaves it, by what travels: brotli.
///
/// On code full of generics wasm-opt makes the compressed module larger, on lean code smaller.
pub(super) fn smaller(wasm: &Path) -> Result<Vec<u8>> {
    let plain = fs::read(wasm).with_context(|| format!("{} is missing", wasm.display()))?;
    let kept = cache::remembered("wasm-opt", &[&plain, FEATURES.concat().as_bytes()], |out| {
        progress::step("widget: wasm-opt -Oz, keeping the smaller", || {
            let optimised = out.join("optimised.wasm");
            tool::quiet(
                "wasm-opt",
                node::script("binaryen/bin/wasm-opt")?
                    .arg(wasm)
                    .args(FEATURES)
                    .args(["-Oz", "-o"])
                    .arg(&optimised),
            )?;
            let optimised = fs::read(optimised)?;
            let best = if brotli(&optimised) < brotli(&plain) { &optimised } else { &plain };
            Ok(fs::write(out.join("best.wasm"), best)?)
        })
    })?;
    Ok(fs::read(kept.join("best.wasm"))?)
}
