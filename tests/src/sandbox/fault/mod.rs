//! Planned faults: on which call, what goes wrong, and whether the order was made first.

mod kind;
mod plan;
mod show;

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

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
    /// Begins a fault on the next call of this route; say what goes wrong next.
    pub fn on(method: &str, path: &str) -> Self {
        let kind = Kind::Delay { ms: 0 };
        Self { method: method.into(), path: path.into(), calls: Calls::default(), when: None, kind }
    }

    fn kind(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    /// No answer; the socket stays open until the client leaves or the faults are cleared.
    pub fn timeout(self) -> Self {
        self.kind(Kind::Timeout { ms: None })
    }

    /// The TCP connection is reset.
    pub fn reset(self) -> Self {
        self.kind(Kind::Reset)
    }

    /// Headers at once, then `bytes` every `every`.
    pub fn slow_body(self, bytes: usize, every: Duration) -> Self {
        self.kind(Kind::SlowBody { bytes: bytes.max(1), every_ms: millis(every) })
    }

    /// Another status with this body: a JSON value as JSON, a string as it is.
    pub fn status(self, code: u16, body: impl Into<Value>) -> Self {
        let body = Some(body.into());
        self.kind(Kind::Status { code, body, content_type: None, headers: Map::new() })
    }

    /// Adds a header to the answer of [`Fault::status`].
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let Kind::Status { headers, .. } = &mut self.kind {
            headers.insert(name.into(), value.into());
        }
        self
    }

    /// `Content-Length` promises the whole body; half of it comes, then the connection closes.
    pub fn truncated(self) -> Self {
        self.kind(Kind::Truncated { keep: None })
    }

    /// The answer's body is cut so that it is not JSON; HTTP is in order.
    pub fn malformed(self) -> Self {
        self.kind(Kind::Malformed)
    }

    /// The answer with members changed or, by `null`, dropped.
    pub fn members(self, members: &Value) -> Self {
        let members = members.as_object().cloned().unwrap_or_default();
        self.kind(Kind::Members { members })
    }

    /// The honest answer, this much later.
    pub fn delay(self, time: Duration) -> Self {
        self.kind(Kind::Delay { ms: millis(time) })
    }

    /// The order is made this much later, whether or not the client still listens.
    pub fn late_commit(self, time: Duration) -> Self {
        self.kind(Kind::LateCommit { ms: millis(time), readable_ms: 0 })
    }

    /// With [`Fault::late_commit`]: reads see the order only this long after it was made.
    pub fn readable_after(mut self, time: Duration) -> Self {
        if let Kind::LateCommit { readable_ms, .. } = &mut self.kind {
            *readable_ms = millis(time);
        }
        self
    }

    /// One call makes two orders; the answer names the first.
    pub fn twice(self) -> Self {
        self.kind(Kind::Twice)
    }

    /// Nothing is made before the fault shows.
    pub fn before_commit(self) -> Self {
        Self { when: Some(When::BeforeCommit), ..self }
    }

    /// The order is made before the fault shows: commit, then fail.
    pub fn after_commit(self) -> Self {
        Self { when: Some(When::AfterCommit), ..self }
    }

    /// Strikes every matching call.
    pub fn every(self) -> Self {
        Self { calls: Calls::Every, ..self }
    }

    /// Strikes only the nth matching call from now, counted from 1.
    pub fn nth(self, call: u32) -> Self {
        Self { calls: Calls::Nth(call), ..self }
    }

    /// Strikes the next so many matching calls.
    pub fn next(self, calls: u32) -> Self {
        Self { calls: Calls::Next(calls), ..self }
    }

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

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
