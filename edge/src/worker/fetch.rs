//! Every request comes in here and leaves with its log line written.

use std::rc::Rc;

use web_sys::{Headers, Request, Response};
use worker::{Context, Env, event};

use super::isolate::{Isolate, write};
use super::respond::{Dress, respond};
use super::trace::Trace;
use super::{catalogue, clock, files, order};
use crate::api::catalogue::{Part, Wish, stores};
use crate::api::{Access, Failure, Method, Query, Reply, Route, RouteName, Target, health, resolve};
use crate::log::Line;

/// One request with all that belongs to it.
pub(super) struct Visit<'a> {
    pub(super) request: &'a Request,
    pub(super) headers: Headers,
    pub(super) method: Method,
    pub(super) target: Target<'a>,
    pub(super) env: &'a Env,
    pub(super) context: Rc<Context>,
    pub(super) isolate: Rc<Isolate>,
    pub(super) trace: Trace,
}

/// What goes back: our own words, or a file.
pub(super) enum Answer {
    Reply(Reply),
    File(Response),
}

#[event(fetch)]
async fn fetch(request: Request, env: Env, context: Context) -> worker::Result<Response> {
    let began = clock::now();
    let isolate = Isolate::of(&env);
    let trace = Trace::new(isolate.next_request());
    let url = request.url();
    let target = Target::parse(&url).unwrap_or(Target { origin: "", path: "", query: "" });
    let method = Method::from(request.method().as_str());
    let headers = request.headers();
    let context = Rc::new(context);
    let visit = Visit { request: &request, headers, method, target, env: &env, context, isolate, trace };
    visit.serve(began).await
}

impl Visit<'_> {
    /// A request's header.
    pub(super) fn header(&self, name: &str) -> Option<String> {
        self.headers.get(name).ok().flatten()
    }

    async fn serve(&self, began: i64) -> worker::Result<Response> {
        let origin = self.header("origin");
        let access =
            Access::judge(origin.as_deref(), self.target.origin, &self.isolate.config.allowed_origins);
        let route = resolve(self.method, self.target.path);
        let name = match &route {
            Ok(_) if self.method == Method::Options => RouteName::Preflight,
            Ok(route) => route.name(),
            Err(_) => RouteName::None,
        };
        let is_open = route.as_ref().is_ok_and(|route| !route.is_guarded());
        let answer = match route {
            Ok(route) => self.answer(route, access).await,
            Err(failure) => Err(failure),
        };
        let answer =
            answer.unwrap_or_else(|failure| Answer::Reply(failure.reply(self.trace.request_id.as_str())));
        let platform_ms = self.trace.platform_ms.get();
        let edge_ms = clock::since(began).saturating_sub(platform_ms);
        let dress = Dress { trace: &self.trace, edge_ms, method: self.method, access, is_open };
        let (status, error) = match &answer {
            Answer::Reply(reply) => (reply.status, reply.error.clone()),
            Answer::File(file) => (file.status(), None),
        };
        write(&Line {
            request_id: &self.trace.request_id,
            method: self.method,
            route: name,
            status,
            platform_ms,
            edge_ms,
            cache: self.trace.cache.get(),
            error: error.as_ref(),
            store: self.trace.store.borrow().as_ref(),
        });
        Ok(respond(answer, &dress)?)
    }

    async fn answer(&self, route: Route<'_>, access: Access<'_>) -> Result<Answer, Failure> {
        if route.is_guarded() && access == Access::Foreign {
            return Err(Failure::OriginNotAllowed);
        }
        if self.method == Method::Options {
            return Ok(Answer::Reply(Reply { allow: Some(route.allow()), ..Reply::empty(204) }));
        }
        if route == Route::Asset {
            return files::file(self).await.map(Answer::File);
        }
        self.reply(route).await.map(Answer::Reply)
    }

    async fn reply(&self, route: Route<'_>) -> Result<Reply, Failure> {
        match route {
            Route::Health => Ok(health()),
            Route::Stores => self.stores().await,
            Route::PaymentMethods(store) => self.part(store, Part::PaymentMethods).await,
            Route::Products(store) => self.part(store, Part::Products).await,
            Route::Bundles(store) => self.part(store, Part::Bundles).await,
            Route::Checkout(store) => self.part(store, Part::Checkout).await,
            Route::PlaceOrder => order::place(self).await,
            Route::ShowOrder(token) => order::show(self, token).await,
            Route::Asset => Err(Failure::RouteNotFound),
        }
    }

    async fn stores(&self) -> Result<Reply, Failure> {
        let query = Query::parse(self.target.query)?;
        let listings = catalogue::listings(&self.isolate, &self.context, &self.trace).await?;
        let if_none_match = self.header("if-none-match");
        stores(&listings, self.wish(&query, if_none_match.as_deref()))
    }

    async fn part(&self, store: &str, part: Part) -> Result<Reply, Failure> {
        let query = Query::parse(self.target.query)?;
        let counter = catalogue::counter(&self.isolate, &self.context, &self.trace, store).await?;
        let if_none_match = self.header("if-none-match");
        counter.reply(part, self.wish(&query, if_none_match.as_deref()))
    }

    fn wish<'a>(&self, query: &'a Query, if_none_match: Option<&'a str>) -> Wish<'a> {
        Wish { query, if_none_match, trust: self.isolate.config.trust }
    }
}
