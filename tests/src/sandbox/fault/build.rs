//! Says a fault in Rust, from left to right.

use std::time::Duration;

use serde_json::{Map, Value};

use super::{Calls, Fault, Kind, When};

impl Fault {
    /// Begins a fault on the next call of this route; say what goes wrong next.
    pub fn on(method: &str, path: &str) -> Self {
        let kind = Kind::Delay { ms: 0 };
        Self {
            method: method.into(),
            path: path.into(),
            calls: Calls::default(),
            when: None,
            readable_ms: 0,
            body_holds: None,
            kind,
        }
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
        self.kind(Kind::LateCommit { ms: millis(time) })
    }

    /// Reads see the order only this long after it was made, whatever else goes wrong.
    pub fn readable_after(self, time: Duration) -> Self {
        Self { readable_ms: millis(time), ..self }
    }

    /// One call makes two orders; the answer names the first.
    pub fn twice(self) -> Self {
        self.kind(Kind::Twice)
    }

    /// The answer of somebody else's order.
    pub fn mixup(self) -> Self {
        self.kind(Kind::Mixup)
    }

    /// Sends the client elsewhere: 307 and 308 ask it to repeat the order there.
    pub fn redirect(self, code: u16, to: &str) -> Self {
        self.status(code, "").header("location", to)
    }

    /// A page of the machinery in front of the platform.
    pub fn bad_gateway(self) -> Self {
        self.status(502, "<html><body><h1>502 Bad Gateway</h1></body></html>")
    }

    /// The honest object with raw text as further members, unchecked.
    pub fn splice(self, text: &str) -> Self {
        self.kind(Kind::Splice { text: text.into() })
    }

    /// The honest object with an array inside an array, so many times.
    pub fn deep(self, levels: usize) -> Self {
        self.splice(&format!("\"tags\":{}{}", "[".repeat(levels), "]".repeat(levels)))
    }

    /// The honest answer and blanks, so many bytes in all.
    pub fn padded(self, bytes: usize) -> Self {
        self.kind(Kind::Padded { bytes, gzip: false })
    }

    /// The same, sent compressed: a few kilobytes on the wire.
    pub fn gzip_bomb(self, bytes: usize) -> Self {
        self.kind(Kind::Padded { bytes, gzip: true })
    }

    /// Nothing is made before the fault shows.
    pub fn before_commit(self) -> Self {
        Self { when: Some(When::BeforeCommit), ..self }
    }

    /// The order is made before the fault shows: commit, then fail.
    pub fn after_commit(self) -> Self {
        Self { when: Some(When::AfterCommit), ..self }
    }

    /// Strikes only requests whose body holds this text: one shopper of many.
    pub fn of(self, text: &str) -> Self {
        Self { body_holds: Some(text.into()), ..self }
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
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
