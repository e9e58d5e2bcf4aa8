//! The faults of an answer, and where each leaves a shopper: F1 to F11, F13 to F16 and F33.

use std::time::Duration;

use serde_json::json;

use crate::sandbox::Fault;

/// Where the shopper may be left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::chaos) enum Left {
    /// With an order.
    Ready,
    /// With an order that is looked for: absence takes longer to prove than a run.
    Open,
    /// With the reason why nothing was ordered.
    Refused,
}

pub(in crate::chaos) struct Case {
    pub(in crate::chaos) name: &'static str,
    pub(in crate::chaos) words: &'static str,
    pub(in crate::chaos) fault: fn() -> Fault,
    pub(super) before: Option<Left>,
    pub(super) after: Option<Left>,
}

impl Case {
    /// Whether the answer to a question can fail so, too: it makes no order, and is of none.
    pub(in crate::chaos) fn is_of_any_answer(&self) -> bool {
        !["F10", "F11", "F15", "F16"].contains(&self.name)
    }

    /// The same on another route, for whatever it is asked.
    pub(in crate::chaos) fn on(&self, method: &str, path: &str) -> Fault {
        let Fault { kind, .. } = (self.fault)();
        Fault { kind, ..Fault::on(method, path) }
    }
}

pub(in crate::chaos) fn placing() -> Fault {
    Fault::on("POST", "/v3/orders")
}

const fn unknown(name: &'static str, words: &'static str, fault: fn() -> Fault) -> Case {
    Case { name, words, fault, before: Some(Left::Open), after: Some(Left::Ready) }
}

/// Only after the order: the fault is in its answer.
const fn spoilt(name: &'static str, words: &'static str, fault: fn() -> Fault) -> Case {
    Case { name, words, fault, before: None, after: Some(Left::Ready) }
}

/// Only before: an answer that says for sure that nothing was made.
const fn definite(name: &'static str, words: &'static str, fault: fn() -> Fault, left: Left) -> Case {
    Case { name, words, fault, before: Some(left), after: None }
}

pub(in crate::chaos) const CASES: [Case; 25] = [
    unknown("F1", "no answer within the deadline", || placing().timeout()),
    unknown("F2", "a body that drips, a byte a second", || placing().slow_body(1, Duration::from_secs(1))),
    unknown("F3", "the connection is reset", || placing().reset()),
    unknown("F4", "the connection closes without a word", || Fault {
        kind: crate::sandbox::Kind::Timeout { ms: Some(0) },
        ..placing()
    }),
    definite(
        "F5",
        "429 with the platform's own words",
        || placing().status(429, json!({ "error": "slow down" })).header("retry-after", "1"),
        Left::Ready,
    ),
    unknown("F5", "429 of something in between", || {
        placing().status(429, "<html>Too many requests</html>").header("retry-after", "1")
    }),
    unknown("F6", "500 in JSON", || placing().status(500, json!({ "error": "Internal server error" }))),
    unknown("F7", "502 in HTML", || placing().bad_gateway()),
    unknown("F7", "503 in HTML", || placing().status(503, "<html>Service Unavailable</html>")),
    unknown("F7", "504 in HTML", || placing().status(504, "<html>Gateway Timeout</html>")),
    unknown("F7", "522 in HTML", || placing().status(522, "<html>Connection timed out</html>")),
    unknown("F8", "an answer that is no JSON", || placing().malformed()),
    unknown("F9", "an answer cut in half", || placing().truncated()),
    spoilt("F10", "an order without an id", || placing().members(&json!({ "id": null }))),
    spoilt("F11", "the answer of somebody else's order", || placing().mixup()),
    definite(
        "F13",
        "401: the key was revoked",
        || placing().status(401, json!({ "error": "Invalid API key" })).every(),
        Left::Refused,
    ),
    definite(
        "F14",
        "422: the platform refuses",
        || {
            placing().status(
                422,
                json!({ "error": "Validation failed", "errors": { "ordervariants": ["is out of stock"] } }),
            )
        },
        Left::Refused,
    ),
    spoilt("F15", "the order is made after the deadline, and seen later still", || {
        placing().late_commit(Duration::from_secs(18)).readable_after(Duration::from_secs(4))
    }),
    spoilt("F16", "the order is in no list for six seconds", || {
        placing().reset().readable_after(Duration::from_secs(6))
    }),
    spoilt("F33", "an answer a hundred thousand levels deep", || placing().deep(100_000)),
    spoilt("F33", "an answer of fifty million bytes", || placing().padded(50_000_000)),
    spoilt("F33", "fifty million bytes in fifty thousand", || placing().gzip_bomb(50_000_000)),
    spoilt("F33", "a total beyond all numbers", || placing().splice("\"gross_revenue\":1e400")),
    spoilt("F33", "half a surrogate", || placing().splice("\"notes\":\"\\ud800\"")),
    spoilt("F33", "members that come twice", || placing().splice("\"id\":null,\"status\":7")),
];
