//! One request with all that belongs to it.

use std::rc::Rc;

use web_sys::{Headers, Request};
use worker::{Context, Env};

use super::isolate::Isolate;
use super::trace::Trace;
use super::{chaos, clock};
use crate::api::{Access, Method, Target};

/// One request with all that belongs to it.
pub(super) struct Visit {
    pub(super) request: Request,
    pub(super) method: Method,
    pub(super) env: Env,
    pub(super) context: Rc<Context>,
    pub(super) isolate: Rc<Isolate>,
    pub(super) trace: Trace,
    /// Unix milliseconds.
    pub(super) began: i64,
    headers: Headers,
    url: String,
    origin: Option<String>,
}

impl Visit {
    pub(super) fn new(request: Request, env: Env, context: Context) -> Self {
        let isolate = Isolate::of(&env);
        let headers = request.headers();
        chaos::listen(&headers);
        Self {
            method: Method::from(request.method().as_str()),
            url: request.url(),
            origin: headers.get("origin").ok().flatten(),
            trace: Trace::new(isolate.next_request()),
            began: clock::now(),
            context: Rc::new(context),
            request,
            env,
            isolate,
            headers,
        }
    }

    /// Where it goes.
    pub(super) fn target(&self) -> Target<'_> {
        Target::parse(&self.url).unwrap_or(Target { origin: "", path: "", query: "" })
    }

    /// Whose page asks.
    pub(super) fn access(&self) -> Access<'_> {
        Access::judge(self.origin.as_deref(), self.target().origin, &self.isolate.config.allowed_origins)
    }

    /// One of its headers.
    pub(super) fn header(&self, name: &str) -> Option<String> {
        self.headers.get(name).ok().flatten()
    }
}
