//! `cargo run -- bench edge`: our Worker beside a hand-written JavaScript one
//! that does the same job on the same routes, in one run, on one `workerd`.
//!
//! Rounds alternate between the two, so that whatever else the machine does
//! meets both alike. Only ratios within one run mean anything.

mod cpu;
mod load;
mod report;
mod route;
mod shipping;
mod spread;
mod table;
mod widget;
mod workerd;

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

pub use shipping::shipping;
pub use widget::widget;

use crate::sandbox::{API_KEY, Limits, Options, Sandbox};
use crate::stage::cargo::Purpose;
use crate::stage::{dist, paths, progress};
use report::{Measured, Report};
use route::{Cache, Route};
use workerd::{Module, Workerd};

/// Rounds of each route and Worker.
const ROUNDS: usize = 5;
/// Starts of each Worker for the cold start.
const STARTS: usize = 9;

/// Measures the routes whose name holds `part`, prints the report, and fails
/// when a catalogue route of ours costs more CPU than the twin's.
///
/// # Errors
/// When something cannot be built or started, when the two Workers answer
/// differently (the comparison would be unfair), or when a limit is broken.
pub fn edge(part: &str) -> Result<()> {
    let dist = dist::build(Purpose::Ship)?;
    let sandbox = Sandbox::start(Options { limits: Limits::NONE, ..Options::default() })?;
    let bench = Bench { dist: dist.root, sandbox, dir: paths::stage().join("bench") };
    let mut report = Report::default();
    bench.same_answers()?;
    for route in bench.routes()?.into_iter().filter(|route| route.name.contains(part)) {
        let name = route.name;
        report.routes.push(progress::step(&format!("measuring {name}"), || bench.measure(&route))?);
    }
    report.cold_starts = progress::step("measuring cold starts", || bench.cold_starts())?;
    println!("{report}");
    report.check()
}

/// One of the two Workers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Ours,
    Twin,
}

struct Bench {
    dist: PathBuf,
    sandbox: Sandbox,
    dir: PathBuf,
}

impl Bench {
    fn start(&self, side: Side, cache: Cache) -> Result<Workerd> {
        self.start_with(side, cache, &[])
    }

    fn start_with(&self, side: Side, cache: Cache, more: &[(&str, &str)]) -> Result<Workerd> {
        let fresh = match cache {
            Cache::Warm => "3600",
            Cache::Off => "0",
        };
        let vars = [
            ("SCALEV_BASE_URL", self.sandbox.base_url()),
            ("SCALEV_API_KEY", API_KEY),
            ("ALLOWED_ORIGINS", "http://shop.localhost"),
            ("CATALOGUE_FRESH_SECONDS", fresh),
            ("SCALEV_RATE_LIMITS", "1000000/100000000"),
        ];
        let vars = [&vars, more].concat();
        let modules = match side {
            Side::Ours => ours(&self.dist).into(),
            Side::Twin => vec![Module::Script("twin.js", paths::root().join("tests/bench/twin.js"))],
        };
        let dir = self.dir.join(format!("{side:?}-{cache:?}-{}", more.len()).to_lowercase());
        Workerd::start(&binary(), &dir, &modules, &vars)
    }

    /// A store of the sandbox and a digital variant that it sells.
    fn goods(&self) -> Result<(String, String)> {
        let worker = self.start(Side::Ours, Cache::Warm)?;
        let stores = get(&worker, "/v3/stores/simplified")?;
        for store in list(&stores) {
            let id = text(store, "unique_id");
            let checkout = get(&worker, &format!("/v3/stores/{id}/checkout"))?;
            let products = list(checkout.get("products").unwrap_or(&Value::Null));
            let variants =
                products.iter().filter_map(|product| product.get("variants").and_then(Value::as_array));
            let digital = variants.flatten().find(|variant| {
                text(variant, "item_type") == "digital"
                    && variant.get("available_qty").is_none_or(Value::is_null)
            });
            if let Some(variant) = digital {
                return Ok((id, text(variant, "unique_id")));
            }
        }
        bail!("no store of the sandbox sells anything digital")
    }

    fn routes(&self) -> Result<Vec<Route>> {
        let (store, variant) = self.goods()?;
        Ok(route::all(&store, &variant))
    }

    /// A twin that says less would be quicker for the wrong reason.
    fn same_answers(&self) -> Result<()> {
        let ours = self.start(Side::Ours, Cache::Warm)?;
        let twin = self.start(Side::Twin, Cache::Warm)?;
        let stores = get(&ours, "/v3/stores/simplified")?;
        ensure!(stores == get(&twin, "/v3/stores/simplified")?, "the two Workers list different stores");
        for store in list(&stores) {
            let path = format!("/v3/stores/{}/checkout", text(store, "unique_id"));
            let (a, b) = (get(&ours, &path)?, get(&twin, &path)?);
            ensure!(a == b, "the two Workers answer {path} differently:\n{a:#}\n{b:#}");
        }
        Ok(())
    }

    fn measure(&self, route: &Route) -> Result<Measured> {
        let ours = self.start(Side::Ours, route.cache)?;
        let unguarded = [("UNGUARDED", "1")];
        let more = if route.unguarded { &unguarded[..] } else { &[] };
        let twin = self.start_with(Side::Twin, route.cache, more)?;
        let warm_up = (route.requests / 5).max(1);
        let mut measured = Measured::new(route);
        for worker in [&ours, &twin] {
            load::ask(worker.addr, &route.question, warm_up, route.connections)?;
        }
        for _ in 0..ROUNDS {
            measured.ours.push(round(&ours, route)?);
            measured.twin.push(round(&twin, route)?);
        }
        Ok(measured)
    }

    fn cold_starts(&self) -> Result<Vec<(Duration, Duration)>> {
        (0..STARTS)
            .map(|_| {
                let ours = self.start(Side::Ours, Cache::Warm)?.cold_start;
                let twin = self.start(Side::Twin, Cache::Warm)?.cold_start;
                Ok((ours, twin))
            })
            .collect()
    }
}

fn round(worker: &Workerd, route: &Route) -> Result<report::Round> {
    let before = cpu::used_by(worker.pid())?;
    let answers = load::ask(worker.addr, &route.question, route.requests, route.connections)?;
    let cpu = cpu::used_by(worker.pid())?.saturating_sub(before);
    Ok(report::Round::new(&answers, cpu))
}

/// The modules of our Worker, as a build leaves them in `root`.
fn ours(root: &Path) -> [Module<'static>; 2] {
    let worker = root.join("worker");
    [
        Module::Script("index.js", worker.join("index.js")),
        Module::Wasm("index_bg.wasm", worker.join("index_bg.wasm")),
    ]
}

fn binary() -> PathBuf {
    let platform = match (std::env::consts::OS, std::env::consts::ARCH) {
        ("macos", "aarch64") => "darwin-arm64",
        ("macos", _) => "darwin-64",
        (_, "aarch64") => "linux-arm64",
        _ => "linux-64",
    };
    paths::npm(&Path::new("@cloudflare").join(format!("workerd-{platform}/bin/workerd")).to_string_lossy())
}

fn get(worker: &Workerd, path: &str) -> Result<Value> {
    let url = format!("http://{}{path}", worker.addr);
    let mut answer = ureq::get(&url).call().with_context(|| format!("GET {path} failed"))?;
    Ok(answer.body_mut().read_json()?)
}

fn list(page: &Value) -> &[Value] {
    page.get("data").and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn text(object: &Value, member: &str) -> String {
    object.get(member).and_then(Value::as_str).unwrap_or_default().to_owned()
}
