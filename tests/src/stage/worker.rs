//! The deployable Worker: the edge crate's module, its glue and the shim around both, as one script.
//!
//! The steps are those of `worker-build` 0.8.7, without its downloads.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::cargo::{self, Purpose};
use super::esbuild::Esbuild;
use super::{bindgen, cache};

/// Names the classes that are Durable Objects; wasm-bindgen exports others beside them.
const CONFIG: &str = include_str!("../../../edge/wrangler.toml");
const SHIM: &str = include_str!("worker_shim.js");
/// The events that workerd hands to a Worker.
const EVENTS: [&str; 3] = ["fetch", "scheduled", "queue"];

/// The two files of the Worker.
pub struct Worker {
    /// `index.js`, minified, importing the module beside it.
    pub script: Vec<u8>,
    /// `index_bg.wasm`.
    pub module: Vec<u8>,
}

/// Builds the Worker.
pub fn build(purpose: Purpose) -> Result<Worker> {
    let wasm = cargo::wasm("edge", purpose)?;
    let glue = bindgen::worker(&wasm, purpose)?;
    let module = fs::read(glue.join("index_bg.wasm")).context("wasm-bindgen left no module")?;
    let script = script(&glue)?;
    Ok(Worker { script, module })
}

fn script(glue: &Path) -> Result<Vec<u8>> {
    let source = fs::read_to_string(glue.join("index.js"))?;
    let shim = SHIM.replace("$EXPORTS", &exports(&source)?);
    let made = cache::remembered("worker-script", &[source.as_bytes(), shim.as_bytes()], |out| {
        let entry = glue.join("shim.js");
        fs::write(&entry, &shim)?;
        let bundle = Esbuild::bundle(&entry)
            .with("--format=esm")
            .with("--external:./index_bg.wasm")
            .with("--external:cloudflare:*")
            .run()?;
        // workerd reads the module's plain import; wasm-bindgen writes the newer source-phase one.
        let bundle = String::from_utf8(bundle)?.replace("import source ", "import ");
        Ok(fs::write(out.join("index.js"), bundle)?)
    })?;
    Ok(fs::read(made.join("index.js"))?)
}

/// The shim's exports: a handler for each event and a class for each Durable Object in the glue.
fn exports(glue: &str) -> Result<String> {
    let mut handlers = Vec::new();
    let mut text = String::new();
    for line in glue.lines() {
        if let Some(name) = exported(line, "function") {
            if EVENTS.contains(&name) {
                handlers.push(format!("{name}: handler(\"{name}\")"));
            }
        } else if let Some(class) = exported(line, "class").filter(|class| is_durable(class)) {
            writeln!(text, "export const {class} = object(exports.{class});")?;
        }
    }
    ensure!(
        handlers.iter().any(|handler| handler.starts_with("fetch")),
        "the edge crate exports no fetch handler: mark one with #[event(fetch)]"
    );
    writeln!(text, "export default {{ {} }};", handlers.join(", "))?;
    Ok(text)
}

fn is_durable(class: &str) -> bool {
    CONFIG.contains(&format!("class_name = \"{class}\""))
}

/// The name that `line` exports as a `kind`, in the glue as wasm-bindgen lays it out.
fn exported<'a>(line: &'a str, kind: &str) -> Option<&'a str> {
    let rest = line.strip_prefix("export ")?;
    let rest = rest.strip_prefix("async ").unwrap_or(rest);
    let name = rest.strip_prefix(kind)?.strip_prefix(' ')?;
    name.split(['(', ' ', '{']).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handlers_and_objects_are_exported_and_nothing_else() {
        let glue = "export class OrderIntent {\n    fetch(a) {}\n}\nexport class R2Range {\n}\n\
                    export function __worker_init_state() {\n\
                    export function fetch(req, env, ctx) {\n\
                    export async function scheduled(a, b, c) {\n";
        assert_eq!(
            exports(glue).unwrap(),
            "export const OrderIntent = object(exports.OrderIntent);\n\
             export default { fetch: handler(\"fetch\"), scheduled: handler(\"scheduled\") };\n"
        );
    }

    #[test]
    fn a_worker_without_a_fetch_handler_is_refused() {
        let error = exports("export class OrderIntent {").unwrap_err();
        assert!(error.to_string().contains("#[event(fetch)]"), "{error}");
    }
}
