//! `cargo run`: the whole product on this machine until Ctrl-C.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use anyhow::{Context, Result};

use super::cargo::Purpose;
use super::dist;
use super::port::Ports;
use super::runtime::Runtime;
use super::site::Site;
use super::storefront::Storefront;
use super::vars::Vars;
use super::watch::Watch;
use super::world::{connect_till, endpoint, for_ngorder, for_sandbox, for_till};
use super::{paths, process, progress};
use crate::sandbox::{self, Sandbox};

/// How often the running parts are looked after.
const ROUND: Duration = Duration::from_millis(300);

/// Builds, starts everything, prints the addresses and stays until Ctrl-C.
///
/// For [`Purpose::Develop`] a change in the sources is built and reloaded.
///
/// # Errors
/// When something cannot be built or started, and when a running part ends by itself.
pub fn run(purpose: Purpose) -> Result<()> {
    let ports = Ports::from_environment()?;
    ports.check()?;
    let interrupted = on_interrupt()?;
    let built = dist::build(purpose)?;
    if purpose == Purpose::Ship {
        eprint!("{}", built.sizes);
        built.sizes.check()?;
    }
    let (site, mut worker, others) = start(ports, &built)?;
    others.announce(&worker);
    let mut watch = (purpose == Purpose::Develop).then(Watch::new);
    while interrupted.recv_timeout(ROUND) == Err(RecvTimeoutError::Timeout) {
        worker.check()?;
        if watch.as_mut().is_some_and(Watch::changed) {
            rebuild(purpose, &site);
        }
    }
    eprintln!("\n  stopping");
    Ok(())
}

/// What runs beside the Worker.
struct Others {
    sandbox: Sandbox,
    storefront: Storefront,
    own: Vec<String>,
}

fn start(ports: Ports, built: &dist::Dist) -> Result<(Site, Runtime, Others)> {
    // Asked before the build, to fail early, and again after it, which may have taken minutes.
    ports.check()?;
    progress::step("storefront, sandbox and Worker", || {
        let sandbox =
            Sandbox::start(sandbox::Options { port: ports.sandbox, ..sandbox::Options::default() })?;
        let storefront = Storefront::start(ports.storefront)?;
        let set = Vars::of_dev_vars().overridden_by(Vars::of_environment());
        let own = set.names().map(str::to_owned).collect();
        let real = set.get("SCALEV_BASE_URL").is_some();
        let played = for_sandbox(&sandbox, storefront.url())
            .overridden_by(for_till(&sandbox))
            .overridden_by(for_ngorder(&sandbox));
        let vars = if real { for_sandbox(&sandbox, storefront.url()) } else { played }.overridden_by(set);
        let site = Site::lay_out(paths::stage().join(if real { "run-real" } else { "run" }), &built.root)?;
        if !real {
            // The sandbox forgets its orders when it stops, so the Worker does too.
            site.forget_state();
        }
        let worker = Runtime::start(&site, &vars, ports.worker)?;
        worker.output().echo(worker_line);
        storefront.set_checkout(worker.url());
        connect_till(&sandbox, worker.url());
        if let Err(words) = sandbox.subscribe(endpoint(worker.url())) {
            progress::note(&format!("orders will not move by themselves: {words}"));
        }
        Ok((site, worker, Others { sandbox, storefront, own }))
    })
}

impl Others {
    fn announce(&self, worker: &Runtime) {
        println!("\n  storefront  {}   open this one", self.storefront.url());
        println!("  checkout    {}   the Worker", worker.url());
        println!("  sandbox     {}   the platforms, played", self.sandbox.base_url());
        println!("  ngorder     {}/ngorder   its seller's desk", self.sandbox.base_url());
        println!("  dealpos     {}/till   the till", self.sandbox.base_url());
        println!("  gercep      {}/gercep   the other channel's store", self.sandbox.base_url());
        if !self.own.is_empty() {
            println!("  your own    {}", self.own.join(", "));
        }
        println!("\n  Ctrl-C stops everything.\n");
    }
}

fn rebuild(purpose: Purpose, site: &Site) {
    let done = progress::step("a change", || site.refresh(&dist::build(purpose)?.root));
    if let Err(error) = done {
        eprintln!("{error:#}\n  what ran before the change still runs");
    }
}

fn worker_line(line: &str) {
    println!("{line}");
}

/// Sends one message at the first Ctrl-C; a second one ends everything at once.
fn on_interrupt() -> Result<Receiver<()>> {
    let (send, interrupted) = mpsc::sync_channel(1);
    ctrlc::set_handler(move || {
        if send.try_send(()).is_err() {
            process::end_all();
            std::process::exit(130);
        }
    })
    .context("Ctrl-C cannot be caught")?;
    Ok(interrupted)
}
