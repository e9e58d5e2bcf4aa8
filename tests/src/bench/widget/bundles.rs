//! The scripts of the others, made as their sellers would make them: from the exact packages of a lock
//! file of their own, by the bundler that makes ours.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::stage::esbuild::Esbuild;
use crate::stage::{npm, paths, progress, suite};

/// Makes them all in one folder, and answers which.
pub(super) fn make() -> Result<PathBuf> {
    npm::install_in(&home())?;
    // Nothing else looks at these types: the packages are not there in an ordinary test run.
    progress::step("types of the checkout written by hand", || suite::types("tests/bench/widget/preact"))?;
    let out = paths::stage().join("bench/bundles");
    fs::create_dir_all(&out).with_context(|| format!("{} cannot be created", out.display()))?;
    let jsx = ["--jsx=automatic", "--jsx-import-source=preact"];
    let preact = jsx.into_iter().fold(module("preact/main.tsx"), Esbuild::with);
    // What the package has for a script tag is not minified.
    let braintree = bundle("node_modules/braintree-web-drop-in/dist/browser/dropin.js")
        .with("--global-name=braintree.dropin");
    let made = [
        ("preact.js", preact.run()?),
        ("preact.css", bundle("preact/checkout.css").run()?),
        ("adyen.js", module("contenders/adyen.entry.js").run()?),
        ("adyen.css", bundle("node_modules/@adyen/adyen-web/styles/adyen.css").run()?),
        ("braintree.js", braintree.run()?),
        ("braintree.css", bundle("node_modules/braintree-web-drop-in/dropin.css").run()?),
        ("buybutton.min.js", read("node_modules/@shopify/buy-button-js/dist/buybutton.min.js")?),
    ];
    for (name, contents) in made {
        fs::write(out.join(name), contents)?;
    }
    Ok(out)
}

fn module(entry: &str) -> Esbuild {
    bundle(entry).with("--format=esm")
}

fn bundle(entry: &str) -> Esbuild {
    Esbuild::bundle(&home().join(entry)).for_browsers()
}

fn read(inside: &str) -> Result<Vec<u8>> {
    let path = home().join(inside);
    fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))
}

fn home() -> PathBuf {
    paths::root().join("tests/bench/widget")
}
