//! What is done to an honest body.

use std::io::Write as _;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderValue, header, response};
use axum::response::Response;
use flate2::Compression;
use flate2::write::GzEncoder;
use hyper::body::Bytes;
use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::sandbox::identity;

pub(super) async fn body_of(answer: Response) -> (response::Parts, Bytes) {
    let (mut parts, body) = answer.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    (parts, to_bytes(body, usize::MAX).await.unwrap_or_default())
}

pub(super) async fn malformed(answer: Response) -> Response {
    let (parts, body) = body_of(answer).await;
    let text = format!("{}\u{2026}{{oops", String::from_utf8_lossy(&body[..body.len() * 2 / 3]));
    Response::from_parts(parts, Body::from(text))
}

pub(super) async fn changed(answer: Response, members: &Map<String, Value>) -> Response {
    let (parts, body) = body_of(answer).await;
    let mut json: Value = serde_json::from_slice(&body).unwrap_or_default();
    if let Value::Object(honest) = &mut json {
        for (name, value) in members {
            if value.is_null() {
                honest.remove(name);
            } else {
                honest.insert(name.clone(), value.clone());
            }
        }
    }
    Response::from_parts(parts, Body::from(json.to_string()))
}

/// What tells one order from another, of an order that nobody here made.
pub(super) fn somebody_else() -> Map<String, Value> {
    let others = serde_json::json!({
        "id": identity::order_key(),
        "order_id": identity::order_number(Timestamp::now()),
        "secret_slug": identity::secret_slug(),
        "gross_revenue": "4321000.00",
        "metadata": { "tumbas_token": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
        "customer": { "id": 1, "name": "Orang Lain", "email": "lain@example.com", "phone": "6281299999999" },
    });
    others.as_object().cloned().unwrap_or_default()
}

pub(super) async fn spliced(answer: Response, text: &str) -> Response {
    let (parts, body) = body_of(answer).await;
    let honest = String::from_utf8_lossy(&body);
    let open = honest.trim_end().strip_suffix('}').unwrap_or(&honest);
    Response::from_parts(parts, Body::from(format!("{open},{text}}}")))
}

pub(super) async fn padded(answer: Response, bytes: usize, gzip: bool) -> Response {
    let (mut parts, body) = body_of(answer).await;
    let mut padded = body.to_vec();
    padded.resize(bytes.max(body.len()), b' ');
    if gzip {
        parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        padded = compressed(&padded);
    }
    Response::from_parts(parts, Body::from(padded))
}

fn compressed(body: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    // Writing into memory cannot fail.
    let _ = gzip.write_all(body);
    gzip.finish().unwrap_or_default()
}
