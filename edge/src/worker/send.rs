//! Carries a call to a platform: once, within its deadline, to no other host.

use std::pin::pin;

use futures_util::future::{Either, select};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, RequestInit, RequestRedirect, Response, WorkerGlobalScope};

use super::body::{self, Unread};
use super::clock;
use crate::platform::{Incoming, Outgoing, PlatformError, WaitHint};

/// The whole answer, headers and body, within the call's deadline.
pub(super) async fn send(call: &Outgoing) -> Result<Incoming, PlatformError> {
    let abort = AbortController::new().map_err(|_| PlatformError::Unreachable)?;
    let exchange = pin!(exchange(call, &abort));
    match select(exchange, clock::sleep(call.deadline_ms)).await {
        Either::Left((answer, _)) => answer,
        Either::Right(((), _)) => {
            abort.abort();
            Err(PlatformError::Timeout)
        }
    }
}

async fn exchange(call: &Outgoing, abort: &AbortController) -> Result<Incoming, PlatformError> {
    let response = fetch(call, abort).await.map_err(|_| PlatformError::Unreachable)?;
    let headers = response.headers();
    let get = |name| headers.get(name).ok().flatten();
    let body = read(&response, &headers, call.cap).await.map_err(|unread| match unread {
        Unread::TooLarge => PlatformError::Malformed,
        Unread::Broken => PlatformError::Unreachable,
    })?;
    Ok(Incoming {
        status: response.status(),
        content_type: get("content-type").unwrap_or_default(),
        wait_hint: WaitHint { retry_after: get("retry-after"), reset: get("x-ratelimit-reset") },
        body,
    })
}

async fn fetch(call: &Outgoing, abort: &AbortController) -> Result<Response, JsValue> {
    let headers = Headers::new()?;
    headers.set("authorization", &call.key.bearer())?;
    headers.set("accept", "application/json")?;
    headers.set("user-agent", concat!("Tumbas/", env!("CARGO_PKG_VERSION")))?;
    let init = RequestInit::new();
    init.set_method(call.method.as_str());
    init.set_redirect(RequestRedirect::Manual);
    init.set_signal(Some(&abort.signal()));
    if let Some(body) = &call.body {
        headers.set("content-type", "application/json")?;
        init.set_body(&Uint8Array::from(body.as_slice()));
    }
    init.set_headers(&headers);
    let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
    JsFuture::from(scope.fetch_with_str_and_init(&call.url, &init)).await?.dyn_into()
}

async fn read(response: &Response, headers: &Headers, cap: usize) -> Result<Vec<u8>, Unread> {
    if body::is_surely_within(headers, cap) {
        let buffer = JsFuture::from(response.array_buffer()?).await?;
        return Ok(Uint8Array::new(&buffer).to_vec());
    }
    body::read(response.body(), cap).await
}
