//! The request log: what arrived, when, and what was answered.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};

/// One request as it reached the sandbox.
#[derive(Debug, Clone, Serialize)]
pub struct Arrival {
    /// Counts from 1 since the last reset.
    pub number: u64,
    /// Milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// When the answer was ready, in the same; `None` while there is none.
    pub answered_ms: Option<i64>,
    /// `GET`, `POST`, …
    pub method: String,
    /// Path without the query.
    pub path: String,
    /// Query as sent, without the question mark.
    pub query: Option<String>,
    /// What was answered; `None` while nothing was, or when the fault left no status.
    pub status: Option<u16>,
    /// Whether the key was good for this route; `None` outside the API.
    pub authorised: Option<bool>,
    /// Headers that matter to repeated orders: ids of requests, keys, the sender.
    pub headers: Map<String, Value>,
    /// The body of a POST, PATCH or PUT: JSON when it is, else text.
    pub body: Option<Value>,
    /// The fault that was shown instead of the honest answer.
    pub fault: Option<String>,
}

const KEPT_HEADERS: [&str; 9] = [
    "idempotency-key",
    "x-idempotency-key",
    "x-request-id",
    "traceparent",
    "cf-ray",
    "content-type",
    "user-agent",
    "origin",
    "referer",
];

impl Arrival {
    /// Notes a request. Credentials are never kept.
    pub(super) fn new(parts: &axum::http::request::Parts, body: &[u8]) -> Self {
        Self {
            number: 0,
            at_ms: Timestamp::now().as_millisecond(),
            answered_ms: None,
            method: parts.method.to_string(),
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().map(str::to_owned),
            status: None,
            authorised: None,
            headers: kept(&parts.headers),
            body: read(body),
            fault: None,
        }
    }
}

fn kept(headers: &axum::http::HeaderMap) -> Map<String, Value> {
    KEPT_HEADERS
        .into_iter()
        .filter_map(|name| Some((name.to_owned(), headers.get(name)?.to_str().ok()?.into())))
        .collect()
}

fn read(body: &[u8]) -> Option<Value> {
    if body.is_empty() {
        return None;
    }
    let json = serde_json::from_slice(body).ok();
    Some(json.unwrap_or_else(|| String::from_utf8_lossy(body).into_owned().into()))
}
