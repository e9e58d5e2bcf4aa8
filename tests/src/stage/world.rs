//! One complete world: the platforms, a storefront and a Worker that knows both.
//!
//! Suites start as many as they need, side by side; nothing is shared between two of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Error, Result, ensure};
use rustix::process::{Pid, test_kill_process};

use super::dist::Dist;
use super::paths;
use super::process::Output;
use super::runtime::Runtime;
use super::site::Site;
use super::storefront::Storefront;
use super::vars::{self, Vars};
use crate::sandbox::{self, Endpoint, Sandbox};

/// A running world; dropping it ends everything it started and removes its files.
pub struct World {
    /// The Worker's origin.
    pub worker_url: String,
    /// The storefront's origin, the one that the Worker allows.
    pub storefront_url: String,
    /// The platforms that the Worker sells through.
    pub sandbox: Sandbox,
    vars: Vars,
    worker: Runtime,
    _storefront: Storefront,
    // The last field: files go when nobody uses them any more.
    place: Place,
}

impl World {
    /// Starts a world on free ports, from a finished build; `vars` override the Worker's variables.
    pub fn start(dist: &Dist, vars: &[(&str, &str)]) -> Result<Self> {
        Self::start_with(dist, |_| vars.iter().copied().collect())
    }

    /// The same for a seller whose point of sale is the sandbox's till, and who sells through its
    /// Gercep besides.
    ///
    /// # Errors
    /// When something of it does not start.
    pub fn start_at_the_till(dist: &Dist) -> Result<Self> {
        let world = Self::start_with(dist, for_till)?;
        connect_till(&world.sandbox, &world.worker_url);
        Ok(world)
    }

    /// The same for a seller on both order platforms; `vars` override the Worker's variables.
    ///
    /// # Errors
    /// When something of it does not start.
    pub fn start_on_both(dist: &Dist, vars: &[(&str, &str)]) -> Result<Self> {
        Self::start_with(dist, |sandbox| for_ngorder(sandbox).overridden_by(vars.iter().copied().collect()))
    }

    /// The same for a seller who has a till and Gercep besides; nobody tells of anything yet.
    ///
    /// # Errors
    /// When something of it does not start.
    pub fn start_on_all(dist: &Dist, vars: &[(&str, &str)]) -> Result<Self> {
        Self::start_with(dist, |sandbox| {
            for_ngorder(sandbox)
                .overridden_by(for_till(sandbox))
                .overridden_by(vars.iter().copied().collect())
        })
    }

    fn start_with(dist: &Dist, vars: impl FnOnce(&Sandbox) -> Vars) -> Result<Self> {
        let place = Place(Site::lay_out(a_folder(), &dist.root)?);
        let sandbox = Sandbox::start(sandbox::Options::default())?;
        let storefront = Storefront::start(0)?;
        let vars = for_sandbox(&sandbox, storefront.url())
            .overridden_by(UNHURRIED.into_iter().collect())
            .overridden_by(vars(&sandbox));
        let worker = Runtime::start(&place.0, &vars, 0)?;
        storefront.set_checkout(worker.url());
        Ok(Self {
            worker_url: worker.url().to_owned(),
            storefront_url: storefront.url().to_owned(),
            sandbox,
            vars,
            worker,
            _storefront: storefront,
            place,
        })
    }

    /// The platforms tell the Worker from now on what becomes of its orders.
    ///
    /// # Errors
    /// When the Worker does not take the ping.
    pub fn connect_webhooks(&self) -> Result<()> {
        self.sandbox.subscribe(endpoint(&self.worker_url)).map_err(Error::msg)
    }

    /// Ends the Worker as a power cut does, and starts it again on the same disk and port.
    /// `between` sees its folder while nothing runs. What it had printed is forgotten.
    ///
    /// # Errors
    /// When it does not start again.
    pub fn restart(&mut self, between: impl FnOnce(&Path)) -> Result<()> {
        self.kill();
        between(&self.place.0.state());
        self.revive()
    }

    /// Ends the Worker as a power cut does.
    pub fn kill(&mut self) {
        self.worker.kill();
    }

    /// Starts a killed Worker again, on the same disk and port.
    ///
    /// # Errors
    /// When it does not start.
    pub fn revive(&mut self) -> Result<()> {
        let port = self.worker_url.rsplit_once(':').and_then(|(_, port)| port.parse().ok()).unwrap_or(0);
        self.worker = Runtime::start(&self.place.0, &self.vars, port)?;
        Ok(())
    }

    /// Another value of a variable, from the Worker's next start on.
    pub fn put_var(&mut self, name: &str, value: &str) {
        self.vars = self.vars.clone().overridden_by([(name, value)].into_iter().collect());
    }

    /// Loads the Worker's code anew while it runs, as a deployment does, and waits until that is done.
    ///
    /// # Errors
    /// When it is not done in time.
    pub fn reload(&self) -> Result<()> {
        let loads = || self.worker.output().lines().iter().filter(|line| line.contains(RELOADED)).count();
        let before = loads();
        self.place.0.touch_code()?;
        let deadline = Instant::now() + Duration::from_secs(30);
        while loads() == before {
            ensure!(Instant::now() < deadline, "the changed code was not loaded");
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    /// Where the Worker keeps what it writes down.
    pub fn state(&self) -> PathBuf {
        self.place.0.state()
    }

    /// What the Worker has printed; its log lines are JSON, one a request.
    pub fn worker_log(&self) -> &Output {
        self.worker.output()
    }

    /// The three addresses, under the names that the browser suites read.
    pub fn addresses(&self) -> serde_json::Value {
        serde_json::json!({
            "worker": self.worker_url,
            "storefront": self.storefront_url,
            "sandbox": self.sandbox.base_url(),
        })
    }
}

/// What is printed when changed code runs.
const RELOADED: &str = "changed code runs";

/// All suites together ask more than one seller's shoppers ever would, and plan more faults than any
/// platform has.
const UNHURRIED: [(&str, &str); 4] = [
    ("SCALEV_RATE_LIMITS", "1000000/100000000"),
    ("SCALEV_BREAKER_CALLS", "65535"),
    ("NGORDER_RATE_LIMITS", "1000000/100000000"),
    ("NGORDER_BREAKER_CALLS", "65535"),
];

/// Where the Worker of this origin hears from the platforms.
pub(super) fn endpoint(worker: &str) -> Endpoint {
    Endpoint::new(format!("{worker}/webhooks/scalev"), sandbox::WEBHOOK_SECRET)
}

/// A site that is removed in the end.
struct Place(Site);

impl Drop for Place {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// The Worker's variables when the sandbox plays every platform.
pub(super) fn for_sandbox(sandbox: &Sandbox, storefront: &str) -> Vars {
    Vars::from_iter([
        ("SCALEV_BASE_URL", sandbox.base_url().to_owned()),
        ("SCALEV_API_KEY", sandbox::API_KEY.to_owned()),
        ("ALLOWED_ORIGINS", storefront.to_owned()),
        ("QUOTE_SECRET", vars::QUOTE_SECRET.to_owned()),
        ("SCALEV_WEBHOOK_SECRET", sandbox::WEBHOOK_SECRET.to_owned()),
    ])
}

/// The till and Gercep tell the Worker of this origin.
pub(super) fn connect_till(sandbox: &Sandbox, worker: &str) {
    sandbox.till().subscribe(worker, sandbox::TILL_HOOK_TOKEN);
    sandbox.gercep().subscribe(worker, sandbox::GERCEP_HOOK_TOKEN);
}

/// The Worker's variables when the sandbox's till is the seller's, and its Gercep the other channel.
pub(super) fn for_till(sandbox: &Sandbox) -> Vars {
    Vars::from_iter([
        ("DEALPOS_HOOK_TOKEN", sandbox::TILL_HOOK_TOKEN.to_owned()),
        ("DEALPOS_BASE_URL", format!("{}/dealpos", sandbox.base_url())),
        ("DEALPOS_CLIENT_ID", sandbox::TILL_CLIENT_ID.to_owned()),
        ("DEALPOS_CLIENT_SECRET", sandbox::TILL_CLIENT_SECRET.to_owned()),
        ("GERCEP_HOOK_TOKEN", sandbox::GERCEP_HOOK_TOKEN.to_owned()),
        ("GERCEP_STORE_SLUG", sandbox::GERCEP_STORE.to_owned()),
        ("GERCEP_BASE_URL", format!("{}/api/partner", sandbox.base_url())),
        ("GERCEP_API_KEY", sandbox::GERCEP_KEY.to_owned()),
    ])
}

/// The Worker's variables when it sells on the sandbox's second order platform too.
pub(super) fn for_ngorder(sandbox: &Sandbox) -> Vars {
    Vars::from_iter([
        ("NGORDER_BASE_URL", format!("{}/api/open", sandbox.base_url())),
        ("NGORDER_API_KEY", sandbox::NGORDER_KEY.to_owned()),
        ("NGORDER_PICK_UP", "true".to_owned()),
    ])
}

/// A folder of our own; those of processes that died without tidying up are removed first.
fn a_folder() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let worlds = paths::stage().join("worlds");
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    if number == 0 {
        sweep(&worlds);
    }
    worlds.join(format!("{}-{number}", process::id()))
}

fn sweep(worlds: &Path) {
    let Ok(entries) = fs::read_dir(worlds) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let owner = name.to_str().and_then(|name| name.split('-').next()?.parse().ok());
        let alive = owner.and_then(Pid::from_raw).is_some_and(|pid| test_kill_process(pid).is_ok());
        if !alive {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
