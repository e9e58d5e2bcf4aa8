//! Planned faults: on which call, what goes wrong, and whether the order was made first.

mod build;
mod kind;
mod plan;
mod show;

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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Commit {
    /// As it should.
    #[default]
    Once,
    /// Not at all, though the answer looks as if.
    Never,
    /// Two orders for one call.
    Twice,
    /// After a while, whether or not the client still listens; readable later still.
    Late { after: Duration, readable: Duration },
}

fn any() -> String {
    "*".into()
}

impl Fault {
    /// How the call's effect happens under this fault.
    pub(super) fn commit(&self) -> Commit {
        match (&self.kind, self.when.unwrap_or(self.kind.habit())) {
            (Kind::LateCommit { ms, readable_ms }, _) => Commit::Late {
                after: Duration::from_millis(*ms),
                readable: Duration::from_millis(*readable_ms),
            },
            (Kind::Twice, _) => Commit::Twice,
            (_, When::BeforeCommit) => Commit::Never,
            (_, When::AfterCommit) => Commit::Once,
        }
    }
}
