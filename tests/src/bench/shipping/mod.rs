//! `cargo run -- bench shipping`: from a chosen district to couriers' prices.
//!
//! What the widget asks for then, both at once: the district's postal codes and
//! the shipping options. Cold means that no such district was asked for before,
//! in a store whose catalogue is there already; warm means that it was.

mod chain;
mod choice;
mod report;

use std::time::Duration;

use anyhow::{Context as _, Result};

use super::workerd::Workerd;
use super::{binary, cpu, load, ours};
use crate::sandbox::{API_KEY, Catalogue, District, Fault, Limits, Options, Sandbox};
use crate::stage::cargo::Purpose;
use crate::stage::{dist, paths, progress};
use choice::{Choice, Question};
use report::{Costs, Report, Way};

/// How far away the platform is made to be where calls in sequence are counted.
const DISTANCE: Duration = Duration::from_millis(40);
/// Districts chosen while the platform is that far away.
const FAR: usize = 30;
/// Districts chosen while it is beside us.
const NEAR: usize = 150;
/// Rounds in which CPU time is measured, and requests in each.
const ROUNDS: usize = 5;
const COLD: u64 = 150;
const WARM: u64 = 3_000;

/// Measures, prints the report, and fails when a limit of it is broken.
///
/// # Errors
/// When something cannot be built, started or answered, or when the couriers'
/// prices take more calls in sequence than they may.
pub fn shipping() -> Result<()> {
    let dist = dist::build(Purpose::Ship)?;
    let sandbox = Sandbox::start(Options { limits: Limits::NONE, ..Options::default() })?;
    let worker = start(&dist.root, &sandbox)?;
    let mut bench = Bench { sandbox, worker, districts: places() };
    let report = Report {
        distance: DISTANCE,
        far: progress::step("measuring with the platform far away", || bench.far())?,
        near: progress::step("measuring with the platform beside us", || bench.choose(NEAR))?,
        costs: progress::step("measuring CPU time", || bench.costs())?,
    };
    println!("{report}");
    report.check()
}

struct Bench {
    sandbox: Sandbox,
    worker: Workerd,
    /// Nobody chose these yet.
    districts: Box<dyn Iterator<Item = &'static District>>,
}

impl Bench {
    /// Chooses districts while every call to the platform takes a while, so that
    /// calls at once and calls in sequence can be told apart.
    fn far(&mut self) -> Result<Way> {
        self.sandbox.plan(Fault::on("*", "/v3/*").delay(DISTANCE).every());
        let way = self.choose(FAR);
        self.sandbox.clear_faults();
        way
    }

    /// Chooses so many districts, each twice.
    fn choose(&mut self, districts: usize) -> Result<Way> {
        let mut way = Way::default();
        for _ in 0..districts {
            let choice = Choice::of(self.next()?);
            for journeys in [&mut way.cold, &mut way.warm] {
                let before = self.sandbox.look(|world| world.requests.len());
                let mut journey = choice.made(self.worker.addr)?;
                self.sandbox.look(|world| {
                    let calls = &world.requests[before..];
                    (journey.calls, journey.in_sequence) = (calls.len(), chain::longest(calls));
                });
                journeys.push(journey);
            }
        }
        Ok(way)
    }

    fn costs(&mut self) -> Result<Costs> {
        let mut costs = Costs { cold: Vec::new(), warm: Vec::new(), requests: (COLD, WARM) };
        for _ in 0..ROUNDS {
            let cold = (0..COLD).map(|_| Ok(Choice::of(self.next()?))).collect::<Result<_>>()?;
            costs.cold.push(self.cpu(cold, COLD)?);
            let warm = Choice::of(self.next()?);
            warm.made(self.worker.addr)?;
            costs.warm.push(self.cpu(vec![warm], WARM)?);
        }
        Ok(costs)
    }

    /// CPU time of the Worker for one answer to `POST /v3/shipping-options`.
    fn cpu(&self, choices: Vec<Choice>, requests: u64) -> Result<Duration> {
        let before = cpu::used_by(self.worker.pid())?;
        load::ask(self.worker.addr, &Question::of(choices), requests, 4)?;
        let used = cpu::used_by(self.worker.pid())?.saturating_sub(before);
        Ok(used / u32::try_from(requests).unwrap_or(u32::MAX))
    }

    fn next(&mut self) -> Result<&'static District> {
        self.districts.next().context("there are not that many districts")
    }
}

/// Districts that every warehouse of the store sends to and couriers go to.
fn places() -> Box<dyn Iterator<Item = &'static District>> {
    let is_java = |district: &&District| district.province.starts_with("Jawa ");
    Box::new(District::all().iter().filter(is_java))
}

fn start(root: &std::path::Path, sandbox: &Sandbox) -> Result<Workerd> {
    let vars = [
        ("SCALEV_BASE_URL", sandbox.base_url()),
        ("SCALEV_API_KEY", API_KEY),
        ("QUOTE_SECRET", "the-bench-signs-its-quotes-with-this"),
        ("ALLOWED_ORIGINS", "http://shop.localhost"),
        ("CATALOGUE_FRESH_SECONDS", "3600"),
        ("SCALEV_RATE_LIMITS", "1000000/100000000"),
    ];
    let worker = Workerd::start(&binary(), &paths::stage().join("bench/shipping"), &ours(root), &vars)?;
    let store = &Catalogue::get().store("batik").context("a store")?.unique_id;
    super::get(&worker, &format!("/v3/stores/{store}/checkout"))?;
    Ok(worker)
}
