//! Who is told: one address, one secret, some events or all.

use serde::{Deserialize, Serialize};

use super::event::Event;

/// The secret that the stage gives to the sandbox and to the Worker.
pub const WEBHOOK_SECRET: &str = "whsec_sandbox_tumbas";

/// The merchant's webhook settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Endpoint {
    /// Where deliveries are posted, over plain HTTP.
    pub url: String,
    /// The signing secret. It is never shown again.
    #[serde(skip_serializing)]
    pub secret: String,
    /// Which events; all of them when left out.
    #[serde(default)]
    pub events: Option<Vec<String>>,
    /// Milliseconds until a failed delivery is tried again; twice as many the next time.
    #[serde(default = "one_second")]
    pub retry_ms: u64,
}

impl Endpoint {
    /// Every event, to this address.
    pub fn new(url: impl Into<String>, secret: impl Into<String>) -> Self {
        Self { url: url.into(), secret: secret.into(), events: None, retry_ms: one_second() }
    }

    pub(super) fn wants(&self, event: Event) -> bool {
        self.events.as_ref().is_none_or(|events| events.iter().any(|name| name == event.name()))
    }
}

const fn one_second() -> u64 {
    1_000
}
