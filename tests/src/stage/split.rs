//! Divides the widget's module in two: what the first step needs, and what comes behind it. Where is
//! written in `widget/src/later.rs`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

use super::{cache, mute};

/// What divides it belongs to the lock file.
const LOCK: &[u8] = include_bytes!("../../../Cargo.lock");

/// The module that its importer calls so: memory, table and stack are the first module's.
pub(super) const FIRST: &str = "__wasm_split";

/// The two of them.
pub(super) struct Halves {
    /// Is given to wasm-bindgen.
    pub(super) first: PathBuf,
    /// Is ready to be optimised.
    pub(super) later: PathBuf,
}

/// Divides a module that was linked with its relocations.
pub(super) fn halves(wasm: &[u8]) -> Result<Halves> {
    let out = cache::remembered("split", &[wasm, LOCK, include_bytes!("mute.rs")], |out| {
        let first = out.join("first.wasm");
        let mut options = Options::new(wasm);
        options.output_dir = out;
        options.main_out_path = &first;
        let split = transform(options).map_err(|error| anyhow!("the widget cannot be divided: {error:#}"))?;
        let names: Vec<_> = split.split_modules.iter().filter_map(|path| path.file_name()).collect();
        ensure!(names == ["split_later.wasm"], "the widget was divided into {names:?}");
        let unheard = mute::unheard(wasm)?;
        for half in ["first.wasm", "split_later.wasm"].map(|name| out.join(name)) {
            fs::write(&half, mute::emptied(&fs::read(&half)?, &unheard)?)?;
        }
        Ok(())
    })
    .context("dividing the widget")?;
    Ok(Halves { first: out.join("first.wasm"), later: out.join("split_later.wasm") })
}
