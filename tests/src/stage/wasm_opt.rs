//! Binaryen's second opinion on a module's size.

use std::fs;
use std::path::Path;
use std::thread;

use anyhow::{Context, Result};

use super::size::brotli;
use super::{alike, cache, node, progress, tool};

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

/// What is tried beside the module as it is. On code full of generics the heavier one makes the
/// compressed module larger, on lean code smaller; which of both this is changes with the widget.
/// The last two leave alike what is alike: copies cost brotli less than cleverness. How much may be
/// put in place of a call differs from module to module.
fn levels() -> [Vec<String>; 4] {
    [vec!["-O1".to_owned()], vec!["-Oz".to_owned()], alike(3, 15), alike(6, 6)]
}

/// With functions of up to so many bytes in place of their calls, always or where they are called once.
fn alike(always: u8, once: u8) -> Vec<String> {
    let inlined = [
        format!("--always-inline-max-function-size={always}"),
        format!("--one-caller-inline-max-function-size={once}"),
    ];
    let rest = [
        "-Os",
        "--skip-pass=local-cse",
        "--skip-pass=dae-optimizing",
        "--skip-pass=simplify-locals",
        "--strip-target-features",
        // The linker puts the stack first, and nothing else lies below a megabyte.
        "--low-memory-unused",
    ];
    inlined.into_iter().chain(rest.map(str::to_owned)).collect()
}

/// Functions stay where their names say, and the names go.
const IN_ORDER: &[&str] = &["--skip-pass=reorder-functions", "--reorder-functions-by-name", "--strip-debug"];

/// The number of the last try, after those of the levels.
const ALIKE: u8 = 9;

/// The smallest of the module as it is and as wasm-opt leaves it, by what travels: brotli; kept under `name`.
pub(super) fn smallest(name: &str, wasm: &Path) -> Result<Vec<u8>> {
    let plain = fs::read(wasm).with_context(|| format!("{} is missing", wasm.display()))?;
    let recipe = [levels().concat().concat(), [&FEATURES[..], IN_ORDER].concat().concat()].concat();
    let inputs = [&plain, recipe.as_bytes(), include_bytes!("alike.rs")];
    let kept = cache::remembered(&format!("wasm-opt-{name}"), &inputs, |out| {
        progress::step(&format!("widget: wasm-opt of {name}, keeping the smallest"), || {
            let levels = thread::scope(|scope| {
                let runs: Vec<_> = (0..)
                    .zip(levels())
                    .map(|(nth, level): (u8, _)| scope.spawn(move || optimised(wasm, nth, &level, out)))
                    .collect();
                runs.into_iter().map(|run| run.join().expect("no panic in it")).collect::<Result<Vec<_>>>()
            })?;
            let all = levels.into_iter().chain([weighed(plain.clone())]);
            let best = all.min_by_key(|(weight, _)| *weight).unwrap_or_default();
            let (_, best) = reordered(&best.1, out)?.min(best);
            Ok(fs::write(out.join("best.wasm"), best)?)
        })
    })?;
    Ok(fs::read(kept.join("best.wasm"))?)
}

fn optimised(wasm: &Path, nth: u8, level: &[String], out: &Path) -> Result<(usize, Vec<u8>)> {
    let optimised = out.join(format!("optimised-{nth}.wasm"));
    let mut command = node::script("binaryen/bin/wasm-opt")?;
    command.arg(wasm).args(FEATURES).args(level).arg("-o").arg(&optimised);
    tool::quiet("wasm-opt", &mut command)?;
    Ok(weighed(fs::read(optimised)?))
}

/// The same functions, each beside one that it is like.
fn reordered(module: &[u8], out: &Path) -> Result<(usize, Vec<u8>)> {
    let named = out.join("named.wasm");
    fs::write(&named, alike::named(module)?)?;
    let [_, _, mut level, _] = levels();
    level.extend(IN_ORDER.iter().copied().map(str::to_owned));
    optimised(&named, ALIKE, &level, out)
}

fn weighed(module: Vec<u8>) -> (usize, Vec<u8>) {
    (brotli(&module), module)
}
