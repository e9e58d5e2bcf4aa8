//! Generates the JavaScript glue of a WebAssembly module, with wasm-bindgen as a library:
//! `Cargo.lock` pins it together with the macros it must agree with.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
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
            .generate(out)?;
        if ship { number_imports(out) } else { Ok(()) }
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

const HASH: usize = 16;

/// Every import's name ends in a hash, in the module and in the glue: sixteen digits that do not
/// compress. Numbers of the same length take their place, so that the module stays valid.
fn number_imports(out: &Path) -> Result<()> {
    let glue = fs::read_to_string(out.join("checkout.js"))?;
    let names = numbered(&glue);
    for file in ["checkout.js", "checkout_bg.wasm"].map(|file| out.join(file)) {
        let mut bytes = fs::read(&file)?;
        for (hashed, numbered) in &names {
            replace(&mut bytes, hashed.as_bytes(), numbered.as_bytes());
        }
        fs::write(&file, bytes)?;
    }
    Ok(())
}

/// Each hashed name in `glue`, and the one that takes its place.
fn numbered(glue: &str) -> BTreeMap<String, String> {
    let hash = |word: &str| {
        let (name, hash) = word.rsplit_once('_').unwrap_or_default();
        name.starts_with("__wbg_")
            && hash.len() == HASH
            && hash.bytes().all(|digit| digit.is_ascii_hexdigit())
    };
    let words: BTreeSet<&str> = glue
        .split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'))
        .filter(|word| hash(word))
        .collect();
    let names = words.iter().zip(1..).map(|(word, number): (_, u64)| {
        (String::from(*word), format!("{}{number:0HASH$}", &word[..word.len() - HASH]))
    });
    names.collect()
}

fn replace(bytes: &mut [u8], from: &[u8], to: &[u8]) {
    let mut start = 0;
    while let Some(found) = bytes[start..].windows(from.len()).position(|window| window == from) {
        start += found;
        bytes[start..start + from.len()].copy_from_slice(to);
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_of_imports_become_numbers_of_the_same_length() {
        let glue = "__wbg_push_0123456789abcdef: f, __wbg_get_fedcba9876543210: g, __wbg_push_0123456789abcdef, __wbg_short_12, other_0123456789abcdef";
        let names = numbered(glue);
        let of = |name: &str| names.get(name).map(String::as_str);
        assert_eq!(of("__wbg_get_fedcba9876543210"), Some("__wbg_get_0000000000000001"));
        assert_eq!(of("__wbg_push_0123456789abcdef"), Some("__wbg_push_0000000000000002"));
        assert_eq!(names.len(), 2);
        let mut bytes = b"a__wbg_get_fedcba9876543210b__wbg_get_fedcba9876543210".to_vec();
        replace(&mut bytes, b"__wbg_get_fedcba9876543210", b"__wbg_get_0000000000000001");
        assert_eq!(bytes, b"a__wbg_get_0000000000000001b__wbg_get_0000000000000001");
    }
}
