//! The three ports of `cargo run`: the Worker's, and behind it the storefront's and the sandbox's.

use std::env;
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result, bail};

/// The variable that moves all three.
const VARIABLE: &str = "TUMBAS_PORT";
const USUAL: u16 = 8787;

/// Where everything listens on 127.0.0.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ports {
    /// The Worker's.
    pub worker: u16,
    /// The demo storefront's, another origin than the Worker's.
    pub storefront: u16,
    /// The sandbox's, where the platforms are played.
    pub sandbox: u16,
}

impl Ports {
    /// Reads `TUMBAS_PORT`; without it the Worker listens on 8787.
    pub fn from_environment() -> Result<Self> {
        Self::parse(env::var(VARIABLE).ok().as_deref())
    }

    fn parse(first: Option<&str>) -> Result<Self> {
        let worker = match first {
            None => USUAL,
            Some(text) => text
                .parse()
                .ok()
                .filter(|port| (1..=u16::MAX - 2).contains(port))
                .with_context(|| format!("{VARIABLE}={text} is no port: give a number from 1 to 65533"))?,
        };
        Ok(Self { worker, storefront: worker + 1, sandbox: worker + 2 })
    }

    /// Makes sure that all three are free.
    ///
    /// # Errors
    /// Names the port that is taken and how to move away from it.
    pub fn check(self) -> Result<()> {
        for (who, port) in
            [("Worker", self.worker), ("storefront", self.storefront), ("sandbox", self.sandbox)]
        {
            if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_err() {
                bail!("{}", taken(who, port));
            }
        }
        Ok(())
    }
}

fn taken(who: &str, port: u16) -> String {
    format!(
        "port {port} for the {who} is taken: stop what listens there, or set {VARIABLE} to the first of three free ports"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_ports_in_a_row() {
        let usual = Ports::parse(None).unwrap();
        assert_eq!((usual.worker, usual.storefront, usual.sandbox), (8787, 8788, 8789));
        assert_eq!(Ports::parse(Some("9000")).unwrap().sandbox, 9002);
    }

    #[test]
    fn what_is_no_port_is_refused_by_name() {
        for text in ["", "0", "65534", "http"] {
            let error = Ports::parse(Some(text)).unwrap_err().to_string();
            assert!(error.starts_with(&format!("TUMBAS_PORT={text} is no port")), "{error}");
        }
    }

    #[test]
    fn a_taken_port_is_named_with_the_way_out() {
        let held = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = held.local_addr().unwrap().port();
        let ports = Ports { worker: port, ..Ports::parse(None).unwrap() };
        let error = ports.check().unwrap_err().to_string();
        assert!(error.contains(&port.to_string()) && error.contains("TUMBAS_PORT"), "{error}");
    }
}
