//! What the platform says: bare objects, lists and errors (scalev-v3 §1.4, §1.6).

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

/// A handler's result: JSON, or a refusal.
pub(super) type Answer = Result<axum::Json<Value>, Refusal>;

/// A documented error answer.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Refusal {
    /// 400: a parameter, cursor or body that cannot be read.
    BadRequest(String),
    /// 400 or 422 (a setting): members that cannot be accepted, each with its reasons.
    Invalid { status: u16, errors: Map<String, Value> },
    /// 401 with the platform's sentence.
    Unauthorised(&'static str),
    /// 403: the key lacks the scope.
    Forbidden,
    /// 404 with the platform's sentence.
    NotFound(&'static str),
    /// 413: more than the platform reads.
    TooLarge,
    /// 429, in plain text.
    TooManyRequests,
}

impl Refusal {
    /// The everyday 404.
    pub(super) const NOT_FOUND: Self = Self::NotFound("Not found");

    fn status(&self) -> StatusCode {
        match self {
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::Invalid { status, .. } => StatusCode::from_u16(*status).unwrap_or(StatusCode::BAD_REQUEST),
            Self::Unauthorised(_) => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound(_) => StatusCode::NOT_FOUND,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooManyRequests => StatusCode::TOO_MANY_REQUESTS,
        }
    }

    fn body(&self) -> Value {
        match self {
            Self::BadRequest(message) => json!({ "error": message }),
            Self::Invalid { errors, .. } => json!({ "error": "Validation failed", "errors": errors }),
            Self::Unauthorised(sentence) | Self::NotFound(sentence) => json!({ "error": sentence }),
            Self::Forbidden => json!({ "error": "Forbidden" }),
            Self::TooLarge => json!({ "error": "Request entity too large" }),
            Self::TooManyRequests => Value::Null,
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        if self == Self::TooManyRequests {
            let plain = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
            return (self.status(), plain, "Too many requests").into_response();
        }
        (self.status(), axum::Json(self.body())).into_response()
    }
}

/// A list that is never paged: `{data, is_paginated: false}` and nothing else.
pub(super) fn whole(data: impl IntoIterator<Item = Value>) -> axum::Json<Value> {
    let data: Vec<Value> = data.into_iter().collect();
    axum::Json(json!({ "data": data, "is_paginated": false }))
}

/// Reads a JSON object from a body.
///
/// # Errors
/// 400 when it is not one.
pub(super) fn object(body: &[u8]) -> Result<Map<String, Value>, Refusal> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(members)) => Ok(members),
        Ok(_) => Err(Refusal::BadRequest("Body must be a JSON object".into())),
        Err(_) => Err(Refusal::BadRequest("Malformed JSON body".into())),
    }
}
