//! Planned faults: on which call, what goes wrong, and whether the order was made first.

mod build;
mod kind;
mod plan;
mod show;
mod spoil;

use std::time::Duration;

use serde::{Deserialize, Serialize};

pub use kind::Kind;
pub(super) use plan::Plan;
pub(super) use show::{Shown, show};

/// One planned fault.
///
/// ```
/// use tumbas_tests::sandbox::Fault;
///
/// Fault::on("POST", "/v3/orders").reset().after_commit();
/// Fault::on("GET", "/v3/stores/{id}/products").status(503, "busy").next(3);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[must_use = "a fault does nothing until it is planned"]
pub struct Fault {
    /// `GET`, `POST`, …; `*` for any.
    #[serde(default = "any")]
    pub method: String,
    /// A path whose `{…}` segments match anything; a last `*` matches the rest.
    pub path: String,
    /// Which matching calls it strikes.
    #[serde(default)]
    pub calls: Calls,
    /// Whether the call's effect happens before the fault shows. Without it each
    /// kind has its habit: see [`Kind::habit`].
    #[serde(default)]
    pub when: Option<When>,
    /// Milliseconds from the making of an order until reads see it.
    #[serde(default)]
    pub readable_ms: u64,
    /// Strikes only requests whose body holds this text: one shopper of many.
    #[serde(default)]
    pub body_holds: Option<String>,
    /// What goes wrong.
    #[serde(flatten)]
    pub kind: Kind,
}

/// Which matching calls a fault strikes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Calls {
    /// All of them.
    Every,
    /// The nth since it was planned, from 1.
    Nth(u32),
    /// The next so many; several such faults on one route queue up.
    Next(u32),
}

impl Default for Calls {
    fn default() -> Self {
        Self::Next(1)
    }
}

/// Where the fault stands to the effect of the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// The fault comes first: nothing is made.
    BeforeCommit,
    /// The order is made, then the fault shows.
    AfterCommit,
}

/// How the effect of the present call happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Commit {
    /// Orders made by one call; none, though the answer looks as if.
    pub(super) times: u32,
    /// After this, whether or not the client still listens.
    pub(super) after: Duration,
    /// From then on until reads see it.
    pub(super) readable: Duration,
}

impl Default for Commit {
    fn default() -> Self {
        Self { times: 1, after: Duration::ZERO, readable: Duration::ZERO }
    }
}

fn any() -> String {
    "*".into()
}

impl Fault {
    /// How the call's effect happens under this fault.
    pub(super) fn commit(&self) -> Commit {
        let times = match (&self.kind, self.when.unwrap_or(self.kind.habit())) {
            (Kind::LateCommit { .. }, _) => 1,
            (Kind::Twice, _) => 2,
            (_, When::BeforeCommit) => 0,
            (_, When::AfterCommit) => 1,
        };
        let late = if let Kind::LateCommit { ms } = self.kind { ms } else { 0 };
        Commit {
            times,
            after: Duration::from_millis(late),
            readable: Duration::from_millis(self.readable_ms),
        }
    }
}
