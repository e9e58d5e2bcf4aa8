//! The requests of the checkout, each with its route and its event.

use std::future::Future;

use js_sys::encode_uri_component;
use shared::checkout::Draft;
use wasm_bindgen_futures::spawn_local;

use super::ask::Ask;
use super::clock::after;
use super::storage::json;
use crate::app::App;
use crate::flow::{Effect, Event, Failure};

/// Milliseconds that a list may take: longer than the edge waits for its platform.
const LOAD_MS: u32 = 15_000;
/// Milliseconds that an order may take.
const ORDER_MS: u32 = 30_000;

/// Sends the request that `effect` is, after its time.
pub fn request(app: &App, effect: Effect) {
    match effect {
        Effect::LoadStores { cursor, number } => {
            let ask = load(app, "/v3/stores/simplified", &[("next_cursor", cursor)]);
            answer(app, async move { Event::StoresLoaded { number, answer: ask.of().await } });
        }
        Effect::LoadCheckout { store, number } => {
            let ask = load(app, &of_store(&store, "checkout"), &[]);
            answer(app, async move { Event::CheckoutLoaded { number, answer: ask.of().await } });
        }
        Effect::LoadProducts { store, search, cursor, number, after_ms } => {
            let search = (!search.is_empty()).then_some(search);
            let query = [("search", search), ("next_cursor", cursor)];
            let ask = load(app, &of_store(&store, "products"), &query);
            let turn = app.next_search();
            let app = app.clone();
            after(after_ms, move || {
                if app.is_last_search(turn) {
                    answer(&app, async move { Event::ProductsLoaded { number, answer: ask.of().await } });
                }
            });
        }
        Effect::LoadBundles { store, cursor, number } => {
            let ask = load(app, &of_store(&store, "bundles"), &[("next_cursor", cursor)]);
            answer(app, async move { Event::BundlesLoaded { number, answer: ask.of().await } });
        }
        Effect::PlaceOrder { draft, key, number } => place(app, &draft, key, number),
        Effect::CheckStatus { url, number, after_ms } => {
            let ask = load(app, &url, &[]);
            let app = app.clone();
            after(after_ms, move || {
                answer(&app, async move { Event::StatusAnswered { number, answer: ask.of().await } });
            });
        }
        _ => {}
    }
}

fn place(app: &App, draft: &Draft, key: String, number: u32) {
    let order = json(draft).map(|body| (body, key));
    let ask = Ask { order, deadline: ORDER_MS, ..load(app, "/v3/orders", &[]) };
    answer(app, async move {
        let answer = if ask.order.is_some() { ask.of().await } else { Err(Failure::Nonsense) };
        Event::OrderAnswered { number, answer }
    });
}

fn answer(app: &App, event: impl Future<Output = Event> + 'static) {
    let app = app.clone();
    spawn_local(async move { app.send(event.await) });
}

fn of_store(store: &str, route: &str) -> String {
    let store = String::from(encode_uri_component(store));
    ["/v3/stores/", &store, "/", route].concat()
}

fn load(app: &App, path: &str, query: &[(&str, Option<String>)]) -> Ask {
    let mut url = app.address(path);
    let mut separator = "?";
    for (name, value) in query {
        if let Some(value) = value {
            let value = String::from(encode_uri_component(value));
            url.push_str(&[separator, name, "=", &value].concat());
            separator = "&";
        }
    }
    Ask { url, order: None, deadline: LOAD_MS }
}
