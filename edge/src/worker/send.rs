//! Carries a call to a platform: once, within its deadline, to no other host.

use std::cell::RefCell;
use std::collections::HashMap;

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Headers, RequestInit, RequestRedirect, Response, WorkerGlobalScope};

use super::body::{self, Unread};
use super::chaos::{self, Mistake};
use super::isolate::Isolate;
use super::{clock, gate};
use crate::gate::Urgency;
use crate::platform::{Incoming, Outgoing, PlatformError, Verb, WaitHint};

/// The whole answer, headers and body, within the call's deadline, once it is
/// this call's turn.
pub(super) async fn send(call: &Outgoing) -> Result<Incoming, PlatformError> {
    in_turn(call, Urgency::Read).await
}

/// The same without a turn, for who has had it already.
pub(super) async fn send_now(call: &Outgoing) -> Result<Incoming, PlatformError> {
    let answer = within_deadline(call).await;
    tell_gate(call, &answer).await;
    answer
}

/// The same for a platform that has no gate: its own object counts the calls.
pub(super) async fn send_apart(call: &Outgoing) -> Result<Incoming, PlatformError> {
    within_deadline(call).await
}

/// The same for whoever wants it.
pub(super) async fn in_turn(call: &Outgoing, urgency: Urgency) -> Result<Incoming, PlatformError> {
    let Some(isolate) = Isolate::current() else { return within_deadline(call).await };
    gate::pass(&isolate, &call.key, urgency).await?;
    send_now(call).await
}

async fn tell_gate(call: &Outgoing, answer: &Result<Incoming, PlatformError>) {
    let Some(isolate) = Isolate::current() else { return };
    let failed = match answer {
        Ok(answer) => answer.status >= 500,
        Err(error) => matches!(error, PlatformError::Timeout | PlatformError::Unreachable),
    };
    isolate.leases.saw(call.key.name(), failed);
    if let Ok(answer) = answer
        && answer.status == 429
    {
        gate::close(&isolate, &call.key, answer.wait_hint.seconds(clock::seconds())).await;
    }
}

async fn within_deadline(call: &Outgoing) -> Result<Incoming, PlatformError> {
    let signal = AbortSignal::timeout_with_u32(call.deadline_ms);
    exchange(call, &signal).await.map_err(|error| match error {
        PlatformError::Unreachable if signal.aborted() => PlatformError::Timeout,
        other => other,
    })
}

async fn exchange(call: &Outgoing, signal: &AbortSignal) -> Result<Incoming, PlatformError> {
    let response = fetch(call, signal).await.map_err(|_| PlatformError::Unreachable)?;
    let headers = response.headers();
    let body = read(&response, &headers, call.cap).await.map_err(|unread| match unread {
        Unread::TooLarge => PlatformError::Malformed,
        Unread::Broken => PlatformError::Unreachable,
    })?;
    let answer = Incoming { status: response.status(), body, ..Incoming::default() };
    Ok(if answer.status < 300 { answer } else { with_words(answer, &headers) })
}

/// What is only read of an answer that says no: each header costs a crossing.
fn with_words(answer: Incoming, headers: &Headers) -> Incoming {
    let get = |name| headers.get(name).ok().flatten();
    let wait_hint = WaitHint { retry_after: get("retry-after"), reset: get("x-ratelimit-reset") };
    Incoming { content_type: get("content-type").unwrap_or_default(), wait_hint, ..answer }
}

async fn fetch(call: &Outgoing, signal: &AbortSignal) -> Result<Response, JsValue> {
    let init = init(call)?;
    init.set_signal(Some(signal));
    let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
    JsFuture::from(scope.fetch_with_str_and_init(&call.url, &init)).await?.dyn_into()
}

thread_local! {
    /// What reading calls with one credential share: as many as there are
    /// platforms. The runtime reads it before a call returns.
    static READING: RefCell<HashMap<String, RequestInit>> = RefCell::new(HashMap::new());
}

fn init(call: &Outgoing) -> Result<RequestInit, JsValue> {
    let (header, value) = call.credential();
    if call.method != Verb::Get {
        return new_init(call, header, &value);
    }
    if let Some(init) = READING.with_borrow(|known| known.get(&value).cloned()) {
        return Ok(init);
    }
    let init = new_init(call, header, &value)?;
    READING.with_borrow_mut(|known| known.insert(value, init.clone()));
    Ok(init)
}

fn new_init(call: &Outgoing, header: &str, value: &str) -> Result<RequestInit, JsValue> {
    let headers = Headers::new()?;
    headers.set(header, value)?;
    headers.set("accept", "application/json")?;
    headers.set("user-agent", concat!("Tumbas/", env!("CARGO_PKG_VERSION")))?;
    let init = RequestInit::new();
    init.set_method(call.method.as_str());
    let follows = chaos::makes(Mistake::FollowRedirects);
    init.set_redirect(if follows { RequestRedirect::Follow } else { RequestRedirect::Manual });
    if let Some(body) = &call.body {
        headers.set("content-type", "application/json")?;
        init.set_body(&Uint8Array::from(body.as_slice()));
    }
    init.set_headers(&headers);
    Ok(init)
}

async fn read(response: &Response, headers: &Headers, cap: usize) -> Result<Vec<u8>, Unread> {
    if body::is_surely_within(headers, cap) {
        let buffer = JsFuture::from(response.array_buffer()?).await?;
        return Ok(Uint8Array::new(&buffer).to_vec());
    }
    body::read(response.body(), cap).await
}
