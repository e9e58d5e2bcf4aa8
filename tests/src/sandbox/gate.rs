//! What every request passes: the log, the key, the limits, the planned faults.

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;

use super::answer::Refusal;
use super::fault::{Fault, Shown, show};
use super::journal::Arrival;
use super::wire::Line;
use super::{App, key};

/// A body beyond this is refused (bytes).
const BODY_LIMIT: usize = 8 << 20;

/// The number of a request in the log.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Number(pub(super) u64);

/// Wraps every route but the control API and the pictures.
pub(super) async fn gate(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, BODY_LIMIT).await else {
        return Refusal::TooLarge.into_response();
    };
    let (method, path) = (parts.method.to_string(), parts.uri.path().to_owned());
    let arrival = Arrival::new(&parts, &body);
    let since = *app.world.released.borrow();
    let (number, fault) =
        app.world.change(|world| (world.arrive(arrival), world.strike(&method, &path, &body)));
    parts.extensions.insert(Number(number));
    parts.extensions.insert(fault.as_ref().map(Fault::commit).unwrap_or_default());
    let line = parts.extensions.get::<Line>().cloned();
    let answer = honest(&app, parts, body, next, number).await;
    match (fault, line) {
        (Some(fault), Some(line)) => match spoiled(&app, &fault, answer, number).await {
            Shown::Http(answer) => noted(&app, answer, number),
            Shown::Wire(script) => line.play(script, since).await,
        },
        _ => noted(&app, answer, number),
    }
}

/// The answer without faults.
async fn honest(app: &App, parts: Parts, body: Bytes, next: Next, number: u64) -> Response {
    if !parts.uri.path().starts_with("/v3/") {
        return next.run(Request::from_parts(parts, Body::from(body))).await;
    }
    let bucket = key::bucket(parts.uri.path(), &parts.headers);
    let admitted = key::admit(&parts.method, parts.uri.path(), &parts.headers);
    let reading = app.world.change(|world| {
        if let Some(arrival) = world.arrival(number) {
            arrival.authorised = Some(admitted.is_ok());
        }
        let limits = world.limits;
        world.meter.count(bucket, limits, Timestamp::now())
    });
    let mut answer = match admitted {
        Err(refusal) => refusal.into_response(),
        Ok(()) if !reading.within => Refusal::TooManyRequests.into_response(),
        Ok(()) => next.run(Request::from_parts(parts, Body::from(body))).await,
    };
    reading.write(answer.headers_mut());
    answer
}

/// What the fault makes of the answer.
async fn spoiled(app: &App, fault: &Fault, answer: Response, number: u64) -> Shown {
    app.world.change(|world| {
        if let Some(arrival) = world.arrival(number) {
            arrival.fault = Some(fault.kind.name().into());
        }
    });
    show(fault, answer).await
}

fn noted(app: &App, answer: Response, number: u64) -> Response {
    let status = answer.status().as_u16();
    app.world.change(|world| {
        if let Some(arrival) = world.arrival(number) {
            arrival.status = Some(status);
            arrival.answered_ms = Some(Timestamp::now().as_millisecond());
        }
    });
    answer
}
