//! `cargo run -- bench widget`: our checkout in a page beside what a seller would use instead, in one
//! run, in one Chromium, from one server.
//!
//! Pages, server and browser are TypeScript in `tests/bench/widget`; here is what it needs, and what
//! becomes of its figures. Rounds go over all pages in turn, so that whatever else the machine does
//! meets all alike.

mod bundles;
mod options;
mod plan;
mod report;

use std::net::TcpListener;

use anyhow::{Context, Result};

use super::workerd::Workerd;
use super::{binary, ours};
use crate::sandbox::{API_KEY, Catalogue, Limits, Options as SandboxOptions, Sandbox};
use crate::stage::cargo::Purpose;
use crate::stage::{Dist, chromium, dist, node, paths, progress, tool};
use options::Options;
use plan::{Measured, Plan, Ports, Thing};
use report::Report;

/// The sandbox's shop of digital things, and what is bought there.
const STORE: &str = "kreator";
const THING: &str = "E-book 101 Caption Jualan";

/// Measures and prints the report; `arguments` may be `--rounds N`.
///
/// # Errors
/// When something cannot be installed, built or started, when a page does not become usable, and when
/// ours and the checkout written by hand do not order the same.
pub fn widget(arguments: impl Iterator<Item = String>) -> Result<()> {
    let Options { rounds } = Options::read(arguments)?;
    let dist = dist::build(Purpose::Ship)?;
    let bundles = bundles::make()?;
    let sandbox = Sandbox::start(SandboxOptions { limits: Limits::NONE, ..SandboxOptions::default() })?;
    let ports = free()?;
    let worker = start(&dist, &sandbox, ports)?;
    let (store, variant) = goods()?;
    let plan = Plan {
        chromium: chromium::browser()?,
        rounds,
        worker: format!("http://{}", worker.addr),
        assets: dist.root.join("assets"),
        bundles,
        ports,
        store,
        variant,
    };
    let what = format!("loading every page {rounds} times in Chromium");
    let measured = progress::step(&what, || measure(&plan))?;
    println!("{}", Report::of(measured)?);
    Ok(())
}

fn measure(plan: &Plan) -> Result<Vec<Measured>> {
    let mut driver = node::program()?;
    driver.arg("tests/bench/widget/measure.ts").env("PLAN", serde_json::to_string(plan)?);
    let printed = tool::quiet("the measuring", &mut driver)?;
    serde_json::from_slice(&printed).context("the measuring printed something else than figures")
}

fn start(dist: &Dist, sandbox: &Sandbox, ports: Ports) -> Result<Workerd> {
    let vars = [
        ("SCALEV_BASE_URL", sandbox.base_url()),
        ("SCALEV_API_KEY", API_KEY),
        ("ALLOWED_ORIGINS", &format!("http://127.0.0.1:{}", ports.pages)),
        ("CATALOGUE_FRESH_SECONDS", "3600"),
        ("SCALEV_RATE_LIMITS", "1000000/100000000"),
    ];
    Workerd::start(&binary(), &paths::stage().join("bench/widget"), &ours(&dist.root), &vars)
}

fn goods() -> Result<(String, Thing)> {
    let store = Catalogue::get().store(STORE).context("the sandbox has no such store")?;
    let mut things = store.products.iter().filter(|product| product.name == THING);
    let variant =
        things.next().and_then(|product| product.variants.first()).context("it sells no such thing")?;
    let thing = Thing { id: variant.unique_id.clone(), name: THING.to_owned() };
    Ok((store.unique_id.clone(), thing))
}

fn free() -> Result<Ports> {
    // Both are held until both are known, so that they differ.
    let [pages, files] = [TcpListener::bind("127.0.0.1:0")?, TcpListener::bind("127.0.0.1:0")?];
    Ok(Ports { pages: pages.local_addr()?.port(), files: files.local_addr()?.port() })
}
