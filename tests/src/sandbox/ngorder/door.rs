//! Who may come in, and in which language it is answered.

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::answer::Refusal;
use crate::sandbox::App;
use crate::sandbox::gate::Number;

/// The shop's key. Keys of the Platinum package are good for a year.
pub const KEY: &str = "ngorder_sandbox_tumbas";
/// A key whose year is over.
pub const EXPIRED_KEY: &str = "ngorder_sandbox_expired";

/// Wraps every route of Ngorder's.
pub(super) async fn door(State(app): State<App>, request: Request, next: Next) -> Response {
    let admitted = admit(request.headers());
    if let Some(Number(number)) = request.extensions().get().copied() {
        app.world.change(|world| {
            if let Some(arrival) = world.arrival(number) {
                arrival.authorised = Some(admitted.is_ok());
            }
        });
    }
    let speaks_indonesian = speaks_indonesian(request.headers());
    match admitted {
        Err(refusal) => refusal.into_response(),
        Ok(()) if speaks_indonesian => translated(next.run(request).await).await,
        Ok(()) => next.run(request).await,
    }
}

fn admit(headers: &HeaderMap) -> Result<(), Refusal> {
    let sent = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    match sent.and_then(|value| value.strip_prefix("Bearer ")) {
        Some(KEY) => Ok(()),
        Some(EXPIRED_KEY) => Err(Refusal::Expired),
        _ => Err(Refusal::Unauthenticated),
    }
}

fn speaks_indonesian(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT_LANGUAGE).is_some_and(|language| language.as_bytes().starts_with(b"id"))
}

/// `Success` becomes `Sukses`, in the case it has; nothing else is translated.
async fn translated(answer: Response) -> Response {
    let (mut parts, body) = answer.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let Ok(mut json) = serde_json::from_slice::<Value>(&body) else {
        return Response::from_parts(parts, Body::from(body));
    };
    if let Some(word) = json.get_mut("response").filter(|word| word.is_string()) {
        *word = word.as_str().unwrap_or_default().replace("uccess", "ukses").into();
    }
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(json.to_string()))
}
