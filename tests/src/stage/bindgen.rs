//! Generates the JavaScript glue of a WebAssembly module, with wasm-bindgen as a library:
//! `Cargo.lock` pins it together with the macros it must agree with.

use std::collections::BTreeMap;
use std::fs;
use std::mem;
use std::path::{Path, PathBuf};

use anyhow::Result;
use wasm_bindgen_cli_support::Bindgen;

use super::cargo::Purpose;
use super::{cache, split};

/// The glue belongs to the generator's version, and that to the lock file.
const LOCK: &[u8] = include_bytes!("../../../Cargo.lock");

/// The widget's module for a browser: `checkout.js` and `checkout_bg.wasm`.
///
/// The glue names no file; whoever starts it passes the module's address.
pub(super) fn browser(wasm: &[u8], purpose: Purpose) -> Result<PathBuf> {
    remembered("glue-widget", wasm, purpose, |out| {
        let ship = purpose == Purpose::Ship;
        let mut output = Bindgen::new()
            .web(true)?
            .omit_default_module_path(true)
            .remove_name_section(ship)
            .remove_producers_section(true)
            // The module behind it shares memory, table and stack.
            .keep_lld_exports(ship)
            .typescript(false)
            .input_bytes("checkout", wasm.to_vec())
            .generate_output()?;
        if !ship {
            return output.emit(out);
        }
        let module = output.wasm_mut();
        // Some functions come from a script of ours directly, by the names that they have there.
        let of_glue = module.imports.iter_mut().filter(|import| import.module == "./checkout_bg.js");
        let imports = shortened(of_glue.map(|import| &mut import.name));
        let of_glue = module.exports.iter_mut().filter(|export| !is_shared(&export.name));
        let exports = shortened(of_glue.map(|export| &mut export.name));
        output.emit(out)?;
        let glue = out.join("checkout.js");
        Ok(fs::write(&glue, renamed(&fs::read_to_string(&glue)?, &imports, &exports))?)
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

/// Whether the module behind it asks for this by its name.
fn is_shared(export: &str) -> bool {
    export.starts_with(split::FIRST) || ["memory", "__indirect_function_table"].contains(&export)
}

/// Old names and the ones that took their place.
type Names = BTreeMap<String, String>;

/// Names of imports and exports are spelled out in the module and in the glue, many with a hash that
/// does not compress. Nobody reads them: letters take their place.
fn shortened<'a>(names: impl Iterator<Item = &'a mut String>) -> Names {
    let shorten = |(name, short): (&'a mut String, String)| (mem::replace(name, short.clone()), short);
    names.zip(letters()).map(shorten).collect()
}

/// `a` to `z`, `aa` to `zz`.
fn letters() -> impl Iterator<Item = String> {
    let one = || 'a'..='z';
    one()
        .map(String::from)
        .chain(one().flat_map(move |first| one().map(move |last| format!("{first}{last}"))))
}

/// The glue with the short names: of imports wherever they stand, since no other word begins as they
/// do; of exports behind `wasm.`, since the glue has functions of the same names.
fn renamed(glue: &str, imports: &Names, exports: &Names) -> String {
    let mut renamed = String::with_capacity(glue.len());
    for part in glue.split_inclusive(|letter| !is_of_name(letter)) {
        let word = part.trim_end_matches(|letter| !is_of_name(letter));
        let of = if renamed.ends_with("wasm.") { exports.get(word) } else { imports.get(word) };
        renamed.push_str(of.map_or(word, String::as_str));
        renamed.push_str(&part[word.len()..]);
    }
    renamed
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '$')
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
    fn imports_are_renamed_everywhere_and_exports_behind_the_module() {
        let mut names = ["__wbg_push_0123".to_owned(), "mount".to_owned()];
        let short = shortened(names.iter_mut());
        assert_eq!(names, ["a", "b"]);
        let glue = "export function mount(x) { wasm.mount(x); wasm.memory; }\n{ __wbg_push_0123: f, __wbg_push_01234: g }";
        let imports = [("__wbg_push_0123".to_owned(), "a".to_owned())].into();
        assert_eq!(
            renamed(glue, &imports, &short),
            "export function mount(x) { wasm.b(x); wasm.memory; }\n{ a: f, __wbg_push_01234: g }"
        );
    }

    #[test]
    fn there_are_more_short_names_than_imports() {
        let names: Vec<String> = letters().collect();
        assert_eq!((names.len(), names[0].as_str(), names[26].as_str()), (26 + 26 * 26, "a", "aa"));
    }
}
