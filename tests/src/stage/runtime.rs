//! The Worker in workerd, as `wrangler dev` runs it, by Miniflare, but without wrangler's own start,
//! its bundler and its proxy, which take two thirds of the time until a Worker answers.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow, bail};

use super::process::{Group, Output};
use super::site::Site;
use super::vars::Vars;
use super::{node, paths};

/// How long a Worker may take until `GET /health` answers; a second is usual.
const DEADLINE: Duration = Duration::from_mins(1);

/// A Worker that answers.
pub struct Runtime {
    group: Group,
    url: String,
}

impl Runtime {
    /// Starts the Worker of `site` on `port` (0: a free one) and waits until it is healthy.
    ///
    /// # Errors
    /// When it ends or stays silent; the error carries its last words.
    pub fn start(site: &Site, vars: &Vars, port: u16) -> Result<Self> {
        let mut command = node::script_of_stage("runtime.mjs")?;
        command
            .arg(site.write_settings(vars, port)?)
            // Miniflare is compiled once, not in every world.
            .env("NODE_COMPILE_CACHE", paths::stage().join("node-cache"))
            .env("FORCE_COLOR", "0")
            .env_remove("NO_COLOR")
            .env_remove("NODE_OPTIONS");
        let mut group = Group::spawn("workerd", &mut command)?;
        let url = address(&mut group)?;
        healthy(&mut group, &url)?;
        Ok(Self { group, url })
    }

    /// The Worker's origin, for example `http://127.0.0.1:8787`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What Miniflare and the Worker have printed.
    pub fn output(&self) -> &Output {
        self.group.output()
    }

    /// Ends workerd in the middle of whatever it does, and Miniflare with it.
    pub fn kill(&mut self) {
        self.group.kill();
    }

    /// Fails when it has ended by itself.
    pub fn check(&mut self) -> Result<()> {
        match self.group.ended() {
            None => Ok(()),
            Some(_) => Err(anyhow!(self.group.obituary())),
        }
    }
}

fn address(group: &mut Group) -> Result<String> {
    let deadline = Instant::now() + DEADLINE;
    while Instant::now() < deadline {
        let ready = |line: &str| Some(line.split_once("ready on ")?.1.trim().to_owned());
        if let Some(url) = group.output().wait_for(Duration::from_millis(500), ready) {
            return Ok(url);
        }
        if group.ended().is_some() {
            bail!(group.obituary());
        }
    }
    bail!("workerd did not start within {} s:\n{}", DEADLINE.as_secs(), group.output().last(30).join("\n"))
}

fn healthy(group: &mut Group, url: &str) -> Result<()> {
    let agent: ureq::Agent =
        ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(10))).build().into();
    let deadline = Instant::now() + DEADLINE;
    let mut last = String::new();
    while Instant::now() < deadline && group.ended().is_none() {
        match agent.get(format!("{url}/health")).call() {
            Ok(_) => return Ok(()),
            Err(error) => last = error.to_string(),
        }
        thread::sleep(Duration::from_millis(50));
    }
    bail!("the Worker does not answer GET /health ({last}); it said:\n{}", group.output().last(30).join("\n"))
}
