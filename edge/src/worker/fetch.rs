//! Every request comes in here and leaves with its log line written.

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::future_to_promise;
use web_sys::{Request, Response};
use worker::worker_sys;
use worker::{Context, Env};

use super::isolate::write;
use super::respond::{Dress, respond};
use super::visit::Visit;
use super::{catalogue, channel, clock, files, location, order, page, shipping, till, webhook};
use crate::api::catalogue::{Part, Wish, stores};
use crate::api::{Access, Failure, Method, Query, Reply, Route, RouteName, health, resolve};
use crate::log::Line;

/// What goes back: our own words, a file, or events as they come.
pub(super) enum Answer {
    Reply(Reply),
    File(Response),
    Events(Response),
}

type Outcome = Result<Answer, Failure>;

/// The runtime's event. What can be answered at once is, without a task and a
/// promise, which would cost more than the answer; the rest is promised.
#[wasm_bindgen]
#[expect(unreachable_pub, reason = "exported to the runtime")]
pub fn fetch(request: Request, env: Env, context: worker_sys::Context) -> Result<JsValue, JsValue> {
    let visit = Visit::new(request, env, Context::new(context));
    if let Some(outcome) = at_once(&visit) {
        return close(&visit, outcome).map(JsValue::from);
    }
    let promise: Promise = future_to_promise(async move {
        let outcome = in_time(&visit).await;
        close(&visit, outcome).map(JsValue::from)
    });
    Ok(promise.into())
}

fn at_once(visit: &Visit) -> Option<Outcome> {
    let route = match resolve(visit.method, visit.target().path) {
        Ok(route) => route,
        Err(failure) => return Some(Err(failure)),
    };
    if route.is_guarded() && visit.access() == Access::Foreign {
        return Some(Err(Failure::OriginNotAllowed));
    }
    if visit.method == Method::Options {
        return Some(Ok(Answer::Reply(Reply { allow: Some(route.allow()), ..Reply::empty(204) })));
    }
    let reply = match route {
        Route::Health => Ok(health()),
        _ => fresh_part(visit, part(route)?)?,
    };
    Some(reply.map(Answer::Reply))
}

async fn in_time(visit: &Visit) -> Outcome {
    let route = resolve(visit.method, visit.target().path)?;
    let reply = match route {
        Route::Asset => return files::file(visit).await.map(Answer::File),
        Route::Stores => list_stores(visit).await,
        Route::Districts => location::search(visit).await,
        Route::PostalCodes(id) => location::list_postal_codes(visit, id).await,
        Route::ShippingOptions => shipping::quote(visit).await,
        Route::PlaceOrder => order::place(visit).await,
        Route::ShowOrder(token) => order::show(visit, token).await,
        Route::WatchOrder(token) => return order::watch(visit, token).await.map(Answer::Events),
        Route::OrderPage(token) => Ok(page::show(visit, token).await),
        Route::ShopPage(store) => Ok(page::shop(visit, store).await),
        Route::ScalevWebhook => webhook::scalev(visit).await,
        Route::TillWebhook(token, event) => till::hear(visit, token, event).await,
        Route::TillReport(token) => till::report(visit, token).await,
        Route::GercepWebhook(token) => channel::hear(visit, token).await,
        Route::GercepReport(token) => channel::report(visit, token).await,
        _ => some_part(visit, part(route).ok_or(Failure::RouteNotFound)?).await,
    };
    reply.map(Answer::Reply)
}

/// The store and the part of it that a route shows.
fn part(route: Route<'_>) -> Option<(&str, Part)> {
    match route {
        Route::PaymentMethods(store) => Some((store, Part::PaymentMethods)),
        Route::Products(store) => Some((store, Part::Products)),
        Route::Bundles(store) => Some((store, Part::Bundles)),
        Route::Checkout(store) => Some((store, Part::Checkout)),
        _ => None,
    }
}

/// From a fresh copy, if there is one.
fn fresh_part(visit: &Visit, (store, part): (&str, Part)) -> Option<Result<Reply, Failure>> {
    let counter = catalogue::fresh_counter(&visit.isolate, &visit.trace, store)?;
    Some(
        Query::parse(visit.target().query)
            .and_then(|query| with_wish(visit, &query, |wish| counter.reply(part, wish))),
    )
}

async fn some_part(visit: &Visit, (store, part): (&str, Part)) -> Result<Reply, Failure> {
    let query = Query::parse(visit.target().query)?;
    let counter = catalogue::counter(&visit.isolate, &visit.context, &visit.trace, store).await?;
    with_wish(visit, &query, |wish| counter.reply(part, wish))
}

async fn list_stores(visit: &Visit) -> Result<Reply, Failure> {
    let query = Query::parse(visit.target().query)?;
    let listings = catalogue::all_listings(&visit.isolate, &visit.context, &visit.trace).await?;
    with_wish(visit, &query, |wish| stores(listings.iter().map(Rc::as_ref), wish))
}

fn with_wish<T>(visit: &Visit, query: &Query, answer: impl FnOnce(Wish<'_>) -> T) -> T {
    let if_none_match = visit.header("if-none-match");
    let trust = catalogue::trust(&visit.isolate.config);
    answer(Wish { query, if_none_match: if_none_match.as_deref(), trust })
}

/// Writes the log line and makes the response.
fn close(visit: &Visit, outcome: Outcome) -> Result<Response, JsValue> {
    let answer =
        outcome.unwrap_or_else(|failure| Answer::Reply(failure.reply(visit.trace.request_id.as_str())));
    let platform_ms = visit.trace.platform_ms.get();
    let edge_ms = clock::since(visit.began).saturating_sub(platform_ms);
    let (status, error) = match &answer {
        Answer::Reply(reply) => (reply.status, reply.error.as_ref()),
        Answer::File(file) | Answer::Events(file) => (file.status(), None),
    };
    let route = resolve(visit.method, visit.target().path).ok();
    write(&Line {
        request_id: &visit.trace.request_id,
        method: visit.method,
        route: match route {
            Some(_) if visit.method == Method::Options => RouteName::Preflight,
            Some(route) => route.name(),
            None => RouteName::None,
        },
        status,
        platform_ms,
        edge_ms,
        cache: visit.trace.cache.get(),
        error,
        store: visit.trace.store.borrow().as_ref(),
    });
    let is_open = route.is_some_and(Route::is_open);
    let access = if route.is_some_and(Route::is_away_from_pages) { Access::Own } else { visit.access() };
    let dress = Dress { trace: &visit.trace, edge_ms, method: visit.method, access, is_open };
    respond(answer, &dress)
}
