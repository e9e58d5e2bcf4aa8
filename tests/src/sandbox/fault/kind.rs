//! What can go wrong on the wire.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::When;

/// What goes wrong. In JSON: `{"kind": "slow_body", "bytes": 1, "every_ms": 1000}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    /// No answer while the socket stays open, for ever or for `ms`.
    Timeout {
        /// Milliseconds until the socket closes without a word.
        #[serde(default)]
        ms: Option<u64>,
    },
    /// A TCP RST.
    Reset,
    /// Headers at once, then `bytes` every `every_ms`.
    SlowBody {
        /// Bytes at a time.
        #[serde(default = "one")]
        bytes: usize,
        /// Milliseconds between them.
        #[serde(default = "second")]
        every_ms: u64,
    },
    /// Another status.
    Status {
        /// The status.
        code: u16,
        /// A JSON value, or a string taken as it is.
        #[serde(default)]
        body: Option<Value>,
        /// `application/json` or `text/html` by the body, unless given.
        #[serde(default)]
        content_type: Option<String>,
        /// Further headers.
        #[serde(default)]
        headers: Map<String, Value>,
    },
    /// Less body than `Content-Length` promised, then the connection closes.
    Truncated {
        /// Bytes that come; half of them by default.
        #[serde(default)]
        keep: Option<usize>,
    },
    /// A body that is not JSON under an honest `Content-Length`.
    Malformed,
    /// The honest answer with members changed or, by `null`, dropped.
    Members {
        /// The members.
        members: Map<String, Value>,
    },
    /// The honest answer, later.
    Delay {
        /// Milliseconds.
        ms: u64,
    },
    /// The order is made later, and the answer comes with it.
    LateCommit {
        /// Milliseconds until it is made.
        ms: u64,
    },
    /// One call makes two orders.
    Twice,
    /// The answer of somebody else's order, as from a cache that mixes things up.
    Mixup,
    /// The honest object with raw text as further members, unchecked: a member twice, a
    /// number beyond all numbers, brackets without end.
    Splice {
        /// `"gross_revenue":1e400`
        text: String,
    },
    /// The honest answer with blanks behind it.
    Padded {
        /// Bytes in all.
        bytes: usize,
        /// Sent compressed, so that little becomes much.
        #[serde(default)]
        gzip: bool,
    },
}

const fn one() -> usize {
    1
}

const fn second() -> u64 {
    1000
}

impl Kind {
    /// Where this kind stands to the commit unless told: a failure that hides the
    /// whole answer comes before, one that spoils the answer comes after.
    pub const fn habit(&self) -> When {
        match self {
            Self::Timeout { .. } | Self::Reset | Self::Status { .. } => When::BeforeCommit,
            _ => When::AfterCommit,
        }
    }

    /// The name in JSON and in the request log.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Timeout { .. } => "timeout",
            Self::Reset => "reset",
            Self::SlowBody { .. } => "slow_body",
            Self::Status { .. } => "status",
            Self::Truncated { .. } => "truncated",
            Self::Malformed => "malformed",
            Self::Members { .. } => "members",
            Self::Delay { .. } => "delay",
            Self::LateCommit { .. } => "late_commit",
            Self::Twice => "twice",
            Self::Mixup => "mixup",
            Self::Splice { .. } => "splice",
            Self::Padded { .. } => "padded",
        }
    }
}
