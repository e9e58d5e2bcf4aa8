//! Turns an honest answer into the planned wrong one.

use std::time::Duration;

use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use hyper::body::Bytes;
use serde_json::{Map, Value};

use super::spoil::{body_of, changed, malformed, padded, somebody_else, spliced};
use super::{Fault, Kind};
use crate::sandbox::wire::{Script, Step};

/// What the client gets to see.
#[derive(Debug)]
pub(in crate::sandbox) enum Shown {
    /// Correct HTTP, though perhaps not the truth.
    Http(Response),
    /// Something below HTTP.
    Wire(Script),
}

/// Shows `fault` in place of the honest `answer`.
pub(in crate::sandbox) async fn show(fault: &Fault, answer: Response) -> Shown {
    match &fault.kind {
        Kind::Timeout { ms } => Shown::Wire(vec![match ms {
            Some(ms) => Step::Pause(Duration::from_millis(*ms)),
            None => Step::Hold,
        }]),
        Kind::Reset => Shown::Wire(vec![Step::Reset]),
        Kind::SlowBody { bytes, every_ms } => {
            Shown::Wire(slow(answer, *bytes, Duration::from_millis(*every_ms)).await)
        }
        Kind::Truncated { keep } => Shown::Wire(truncated(answer, *keep).await),
        Kind::Status { code, body, content_type, headers } => {
            Shown::Http(status(*code, body.as_ref(), content_type.as_deref(), headers))
        }
        Kind::Malformed => Shown::Http(malformed(answer).await),
        Kind::Members { members } => Shown::Http(changed(answer, members).await),
        Kind::Delay { ms } => {
            tokio::time::sleep(Duration::from_millis(*ms)).await;
            Shown::Http(answer)
        }
        Kind::LateCommit { .. } | Kind::Twice => Shown::Http(answer),
        Kind::Mixup => Shown::Http(changed(answer, &somebody_else()).await),
        Kind::Splice { text } => Shown::Http(spliced(answer, text).await),
        Kind::Padded { bytes, gzip } => Shown::Http(padded(answer, *bytes, *gzip).await),
    }
}

async fn slow(answer: Response, bytes: usize, every: Duration) -> Script {
    let (head, body) = raw(answer).await;
    let drops = body.chunks(bytes.max(1)).map(Bytes::copy_from_slice);
    let paced = drops.flat_map(|drop| [Step::Pause(every), Step::Write(drop)]);
    std::iter::once(Step::Write(head)).chain(paced).collect()
}

async fn truncated(answer: Response, keep: Option<usize>) -> Script {
    let (head, body) = raw(answer).await;
    let keep = keep.unwrap_or(body.len() / 2).min(body.len());
    vec![Step::Write(head), Step::Write(body.slice(..keep))]
}

/// The answer as bytes: the head with its promise of length, and the body.
async fn raw(answer: Response) -> (Bytes, Bytes) {
    let (parts, body) = body_of(answer).await;
    let mut head = format!("HTTP/1.1 {}\r\n", parts.status).into_bytes();
    for (name, value) in &parts.headers {
        head.extend_from_slice(name.as_str().as_bytes());
        head.extend_from_slice(b": ");
        head.extend_from_slice(value.as_bytes());
        head.extend_from_slice(b"\r\n");
    }
    head.extend_from_slice(format!("content-length: {}\r\nconnection: close\r\n\r\n", body.len()).as_bytes());
    (head.into(), body)
}

fn status(
    code: u16,
    body: Option<&Value>,
    content_type: Option<&str>,
    headers: &Map<String, Value>,
) -> Response {
    let (text, usual) = match body {
        None => (String::new(), "text/plain; charset=utf-8"),
        Some(Value::String(text)) if text.trim_start().starts_with('<') => {
            (text.clone(), "text/html; charset=utf-8")
        }
        Some(Value::String(text)) => (text.clone(), "text/plain; charset=utf-8"),
        Some(json) => (json.to_string(), "application/json; charset=utf-8"),
    };
    let status = StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, text).into_response();
    let named = headers.iter().filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)));
    for (name, value) in [("content-type", content_type.unwrap_or(usual))].into_iter().chain(named) {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
