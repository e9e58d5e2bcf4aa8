//! From plain data to the runtime's response.

use std::borrow::Cow;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use web_sys::{Headers, Response, ResponseInit};

use super::fetch::Answer;
use super::isolate::NO_TIME;
use super::trace::Trace;
use crate::api::{Access, Body, Caching, Method, PREFLIGHT_HEADERS, Printed, Reply};

/// What every answer wears, whatever is in it.
pub(super) struct Dress<'a> {
    pub(super) trace: &'a Trace,
    pub(super) edge_ms: u32,
    pub(super) method: Method,
    pub(super) access: Access<'a>,
    /// Any page may read it.
    pub(super) is_open: bool,
}

/// Headers that a storefront's script may read.
pub(super) const EXPOSED: &str = "Server-Timing, X-Request-Id, Retry-After, Idempotent-Replayed, ETag";

/// Makes the response.
pub(super) fn respond(answer: Answer, dress: &Dress<'_>) -> Result<Response, JsValue> {
    match answer {
        Answer::Reply(reply) => reply_response(&reply, dress),
        Answer::File(file) => {
            let headers = Headers::new_with_headers(&file.headers())?;
            headers.set("access-control-allow-origin", "*")?;
            headers.set("cross-origin-resource-policy", "cross-origin")?;
            dress.put_on(&headers)?;
            let init = ResponseInit::new();
            init.set_status(file.status());
            init.set_headers(&headers);
            Response::new_with_opt_readable_stream_and_init(file.body().as_ref(), &init)
        }
        Answer::Events(events) => {
            let headers = Headers::new()?;
            headers.set("content-type", "text/event-stream")?;
            headers.set("cache-control", "no-store")?;
            dress.put_on(&headers)?;
            dress.put_cors(&headers)?;
            let init = ResponseInit::new();
            init.set_headers(&headers);
            Response::new_with_opt_readable_stream_and_init(events.body().as_ref(), &init)
        }
    }
}

fn reply_response(reply: &Reply, dress: &Dress<'_>) -> Result<Response, JsValue> {
    if let (Body::Kept(printed), 200, Method::Get) = (&reply.body, reply.status, dress.method)
        && let Some(Some(ready)) = printed.ready(|printed| Ready::new(printed, reply.caching).ok())
    {
        return ready.respond(dress);
    }
    let headers = Headers::new()?;
    put_reply(&headers, reply)?;
    dress.put_on(&headers)?;
    // A page is read by people; no other page reads it.
    if !matches!(reply.body, Body::Page(..)) {
        dress.put_cors(&headers)?;
    }
    let init = ResponseInit::new();
    init.set_status(reply.status);
    init.set_headers(&headers);
    match bytes(reply).filter(|_| dress.method != Method::Head && reply.status != 304) {
        Some(bytes) => {
            Response::new_with_opt_buffer_source_and_init(Some(Uint8Array::from(bytes).as_ref()), &init)
        }
        None => Response::new_with_opt_str_and_init(None, &init),
    }
}

/// A kept answer as the runtime has it: made once, sent many times. Each
/// crossing into the runtime costs more than all we do on our side.
struct Ready {
    bytes: Uint8Array,
    init: ResponseInit,
}

impl Ready {
    fn new(printed: &Rc<Printed>, caching: Caching) -> Result<Self, JsValue> {
        let headers = Headers::new()?;
        put_reply(&headers, &Reply::kept(printed, None, caching))?;
        headers.set("vary", "Origin")?;
        headers.set("x-content-type-options", "nosniff")?;
        let init = ResponseInit::new();
        init.set_headers(&headers);
        Ok(Self { bytes: Uint8Array::from(printed.bytes.as_slice()), init })
    }

    fn respond(&self, dress: &Dress<'_>) -> Result<Response, JsValue> {
        let response = Response::new_with_opt_buffer_source_and_init(Some(self.bytes.as_ref()), &self.init)?;
        let headers = response.headers();
        dress.put_own(&headers)?;
        if let Access::Storefront(origin) = dress.access {
            headers.set("access-control-allow-origin", origin)?;
            headers.set("access-control-expose-headers", EXPOSED)?;
        }
        Ok(response)
    }
}

fn bytes(reply: &Reply) -> Option<&[u8]> {
    match &reply.body {
        Body::Empty => None,
        Body::Json(bytes) | Body::Problem(bytes) | Body::Page(bytes, ..) => Some(bytes),
        Body::Kept(printed) => Some(&printed.bytes),
    }
}

fn put_reply(headers: &Headers, reply: &Reply) -> Result<(), JsValue> {
    match &reply.body {
        Body::Empty => {}
        Body::Json(_) | Body::Kept(_) => headers.set("content-type", "application/json")?,
        Body::Problem(_) => headers.set("content-type", "application/problem+json")?,
        Body::Page(_, language, rules) => {
            headers.set("content-language", language.tag())?;
            headers.set("content-security-policy", rules.policy())?;
            rules.headers().try_for_each(|(name, value)| headers.set(name, value))?;
        }
    }
    if let Body::Kept(printed) = &reply.body {
        headers.set("etag", &printed.etag)?;
    }
    headers.set("cache-control", &reply.caching.header())?;
    if let Some(seconds) = reply.retry_after {
        headers.set("retry-after", &seconds.to_string())?;
    }
    if let Some(allow) = reply.allow {
        headers.set("allow", allow)?;
    }
    if reply.replayed {
        headers.set("idempotent-replayed", "true")?;
    }
    Ok(())
}

impl Dress<'_> {
    fn put_on(&self, headers: &Headers) -> Result<(), JsValue> {
        self.put_own(headers)?;
        headers.set("x-content-type-options", "nosniff")
    }

    /// What no two answers share.
    fn put_own(&self, headers: &Headers) -> Result<(), JsValue> {
        let timing = match (self.trace.platform_ms.get(), self.edge_ms) {
            (0, 0) => Cow::Borrowed(NO_TIME),
            (platform, edge) => Cow::Owned(format!("platform;dur={platform}, edge;dur={edge}")),
        };
        headers.set("server-timing", &timing)?;
        headers.set("x-request-id", self.trace.request_id.as_str())
    }

    fn put_cors(&self, headers: &Headers) -> Result<(), JsValue> {
        let origin = match self.access {
            _ if self.is_open => "*",
            Access::Storefront(origin) => origin,
            Access::Own | Access::Foreign => "",
        };
        if !self.is_open {
            headers.set("vary", "Origin")?;
        }
        if origin.is_empty() {
            return Ok(());
        }
        headers.set("access-control-allow-origin", origin)?;
        headers.set("access-control-expose-headers", EXPOSED)?;
        if self.method == Method::Options {
            for (name, value) in PREFLIGHT_HEADERS {
                headers.set(name, value)?;
            }
        }
        Ok(())
    }
}
