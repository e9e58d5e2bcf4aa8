//! A Worker under plain `workerd`, without wrangler's proxy in between: what
//! is measured is the Worker.

use std::fmt::Write as _;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// One module of a Worker.
pub(super) enum Module<'a> {
    /// JavaScript.
    Script(&'a str, PathBuf),
    /// WebAssembly.
    Wasm(&'a str, PathBuf),
}

/// A running `workerd`; killed when dropped.
pub(super) struct Workerd {
    child: Child,
    /// Where it listens.
    pub(super) addr: SocketAddr,
    /// From the start of the process to its first answer.
    pub(super) cold_start: Duration,
}

impl Workerd {
    /// Starts `binary` with one Worker, its text bindings, and a Durable
    /// Object class `OrderIntent` stored under `dir`; returns once `/health`
    /// was answered.
    pub(super) fn start(
        binary: &Path,
        dir: &Path,
        modules: &[Module<'_>],
        vars: &[(&str, &str)],
    ) -> Result<Self> {
        let addr = free_address()?;
        // An earlier run's orders would all ring at once.
        match std::fs::remove_dir_all(dir) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => std::fs::create_dir_all(dir.join("state"))?,
        }
        let config = dir.join("workerd.capnp");
        std::fs::write(&config, capnp(addr, dir, modules, vars)?)?;
        let log = std::fs::File::create(dir.join("log"))?;
        let begun = Instant::now();
        let child = Command::new(binary)
            .arg("serve")
            .arg("--experimental")
            .arg(&config)
            .stdout(Stdio::from(log.try_clone()?))
            .stderr(Stdio::from(log))
            .spawn()
            .with_context(|| format!("cannot start {}", binary.display()))?;
        let mut workerd = Self { child, addr, cold_start: Duration::ZERO };
        workerd.wait_for_health(dir)?;
        workerd.cold_start = begun.elapsed();
        Ok(workerd)
    }

    /// The process, for its CPU time.
    pub(super) fn pid(&self) -> u32 {
        self.child.id()
    }

    fn wait_for_health(&mut self, dir: &Path) -> Result<()> {
        let agent: ureq::Agent =
            ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(2))).build().into();
        let deadline = Instant::now() + Duration::from_secs(20);
        while Instant::now() < deadline {
            if agent.get(format!("http://{}/health", self.addr)).call().is_ok() {
                return Ok(());
            }
            if let Some(status) = self.child.try_wait()? {
                bail!("workerd ended with {status}; its last words are in {}", dir.join("log").display());
            }
            std::thread::yield_now();
        }
        bail!("workerd did not answer /health in 20 s; see {}", dir.join("log").display())
    }
}

impl Drop for Workerd {
    fn drop(&mut self) {
        // It may have ended by itself; either way nothing is left to do.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

fn capnp(addr: SocketAddr, dir: &Path, modules: &[Module<'_>], vars: &[(&str, &str)]) -> Result<String> {
    let mut listed = String::new();
    for module in modules {
        let (name, kind, file) = match module {
            Module::Script(name, file) => (name, "esModule", file),
            Module::Wasm(name, file) => (name, "wasm", file),
        };
        // `embed` takes paths relative to the config, so the files are copied beside it.
        std::fs::copy(file, dir.join(name)).with_context(|| format!("cannot read {}", file.display()))?;
        writeln!(listed, "      (name = {name:?}, {kind} = embed {name:?}),")?;
    }
    let mut bound = String::new();
    for (name, text) in vars {
        writeln!(bound, "      (name = {name:?}, text = {text:?}),")?;
    }
    let state = dir.join("state").display().to_string();
    Ok(format!(
        r#"using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "internet", network = (allow = ["public", "private", "local"])),
    (name = "state", disk = (path = {state:?}, writable = true)),
  ],
  sockets = [(name = "http", address = "{addr}", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [
{listed}  ],
  compatibilityDate = "{COMPATIBILITY_DATE}",
  bindings = [
{bound}      (name = "ORDER_INTENT", durableObjectNamespace = "OrderIntent"),
      (name = "STORE_GATE", durableObjectNamespace = "StoreGate"),
      (name = "TILL", durableObjectNamespace = "TillCatalogue"),
  ],
  durableObjectNamespaces = [
    (className = "OrderIntent", uniqueKey = "bench", enableSql = true),
    (className = "StoreGate", uniqueKey = "gate", enableSql = true),
    (className = "TillCatalogue", uniqueKey = "till", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "state"),
);
"#
    ))
}

/// As in `edge/wrangler.toml`.
const COMPATIBILITY_DATE: &str = "2026-10-01";
