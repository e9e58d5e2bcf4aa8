//! Ngorder's envelopes: lists are `{data, meta?}`, changes `{response, message?, data}`
//! (platforms §1, §2.2).

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use crate::sandbox::identity;

/// A handler's result.
pub(super) type Answer = Result<Json<Value>, Refusal>;

/// What goes wrong on Ngorder.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Refusal {
    /// HTTP 200 and `"response": "Failed"`, with the complaints by dotted path.
    Failed(Map<String, Value>),
    /// The same of `POST /order`, which numbers its answers.
    Refused(Map<String, Value>),
    /// A `Failed` with one sentence in place of the paths.
    Told(&'static str),
    /// 401 as the framework below says it.
    Unauthenticated,
    /// 401 of a key whose year is over.
    Expired,
    /// 404: no such endpoint.
    NoEndpoint,
    /// 405: another method.
    NoMethod,
    /// 406: a body that is not JSON.
    NotJson,
}

impl Refusal {
    /// One complaint about one member.
    pub(super) fn about(member: &str, sentence: &str) -> Self {
        Self::Failed(Map::from_iter([(member.to_owned(), json!([sentence]))]))
    }

    fn parts(self) -> (StatusCode, Value) {
        match self {
            Self::Failed(errors) => (StatusCode::OK, failed(errors)),
            Self::Refused(errors) => {
                let mut body = failed(errors);
                body["request_id"] = request_id().into();
                (StatusCode::OK, body)
            }
            Self::Told(sentence) => (StatusCode::OK, failed(sentence)),
            Self::Unauthenticated => (StatusCode::UNAUTHORIZED, json!({ "message": "Unauthenticated." })),
            Self::Expired => (StatusCode::UNAUTHORIZED, failed("Your API key has expired")),
            Self::NoEndpoint => (StatusCode::NOT_FOUND, failed("Not Found")),
            Self::NoMethod => (StatusCode::METHOD_NOT_ALLOWED, failed("Method Not Allowed")),
            Self::NotJson => (StatusCode::NOT_ACCEPTABLE, failed("Not Acceptable")),
        }
    }
}

fn failed(message: impl Into<Value>) -> Value {
    json!({ "response": "Failed", "message": message.into(), "data": null })
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let (status, body) = self.parts();
        (status, Json(body)).into_response()
    }
}

/// `{data}` and nothing else.
pub(super) fn data(data: impl Into<Value>) -> Json<Value> {
    Json(json!({ "data": data.into() }))
}

/// `{response: "Success", data}`
pub(super) fn success(data: impl Into<Value>) -> Json<Value> {
    Json(json!({ "response": "Success", "data": data.into() }))
}

/// `{response: "success", data}`: the same word of other endpoints.
pub(super) fn small_success(data: impl Into<Value>) -> Json<Value> {
    Json(json!({ "response": "success", "data": data.into() }))
}

/// Thirteen hexadecimal digits.
pub(super) fn request_id() -> String {
    identity::order_key().replace('-', "").chars().skip(19).take(13).collect()
}

/// Reads a JSON object from a body.
pub(super) fn object(body: &[u8]) -> Result<Value, Refusal> {
    serde_json::from_slice(body).ok().filter(Value::is_object).ok_or(Refusal::NotJson)
}
