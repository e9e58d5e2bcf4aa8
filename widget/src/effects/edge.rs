//! The requests of the checkout, each with its route and its event.

use js_sys::encode_uri_component;
use shared::checkout::Draft;
use shared::text::concat;
use wasm_bindgen::JsValue;

use super::ask::Ask;
use super::browser::{put, stringify};
use super::clock::after;
use super::read::{Readable, read};
use super::write::{Writable, write};
use crate::app::{App, Waiting};
use crate::flow::{Effect, Event, Failure};

/// Milliseconds that a list may take: longer than the edge waits for its platform.
const LOAD_MS: u32 = 15_000;
/// Milliseconds that an order may take.
const ORDER_MS: u32 = 30_000;

/// Sends the request that `effect` is, after its time.
pub fn request(app: App, effect: Effect) {
    match effect {
        Effect::LoadStores { cursor, number } => {
            let ask = load(app, "/v3/stores/simplified", &[("next_cursor", cursor)]);
            send(app, ask, move |answer| Event::StoresLoaded { number, answer: of(answer) });
        }
        Effect::LoadCheckout { store, number } => {
            let ask = load(app, &of_store(&store, "checkout"), &[]);
            send(app, ask, move |answer| Event::CheckoutLoaded { number, answer: of(answer) });
        }
        Effect::LoadProducts { store, search, cursor, number, after_ms } => {
            let search = (!search.is_empty()).then_some(search);
            let ask =
                load(app, &of_store(&store, "products"), &[("search", search), ("next_cursor", cursor)]);
            in_turn(app, Waiting::Products, after_ms, move |app| {
                send(app, ask, move |answer| Event::ProductsLoaded { number, answer: of(answer) });
            });
        }
        Effect::LoadBundles { store, cursor, number } => {
            let ask = load(app, &of_store(&store, "bundles"), &[("next_cursor", cursor)]);
            send(app, ask, move |answer| Event::BundlesLoaded { number, answer: of(answer) });
        }
        _ => {}
    }
}

/// The same for what is asked after the products.
pub(crate) fn request_later(app: App, effect: Effect) {
    match effect {
        Effect::LoadDistricts { store, search, number, after_ms } => {
            let ask = load(app, "/v3/locations", &[("search", Some(search)), ("store", Some(store))]);
            in_turn(app, Waiting::Districts, after_ms, move |app| {
                send(app, ask, move |answer| Event::DistrictsLoaded { number, answer: of(answer) });
            });
        }
        Effect::LoadPostalCodes { store, district, number } => {
            let path = concat(&["/v3/locations/", &district.to_string(), "/postal-codes"]);
            let ask = load(app, &path, &[("store", Some(store))]);
            send(app, ask, move |answer| Event::PostalCodesLoaded { number, answer: of(answer) });
        }
        Effect::LoadShipping { request, number, after_ms } => {
            let ask = Ask { body: Some(write(&*request)), ..load(app, "/v3/shipping-options", &[]) };
            in_turn(app, Waiting::Shipping, after_ms, move |app| {
                send(app, ask, move |answer| Event::ShippingLoaded { number, answer: of(answer) });
            });
        }
        Effect::PlaceOrder { draft, key, number } => {
            let (body, key) = (Some(order(app, &draft)), Some(key));
            let ask = Ask { body, key, deadline: ORDER_MS, ..load(app, "/v3/orders", &[]) };
            send(app, ask, move |answer| Event::OrderAnswered { number, answer: of(answer) });
        }
        Effect::CheckStatus { url, number, after_ms } => {
            let ask = load(app, &url, &[]);
            after(after_ms, move || {
                send(app, ask, move |answer| Event::StatusAnswered { number, answer: of(answer) });
            });
        }
        _ => {}
    }
}

/// Sends after so many milliseconds, unless a newer one of its kind waits by
/// then. What need not wait replaces nothing.
fn in_turn(app: App, kind: Waiting, after_ms: u32, send: impl FnOnce(App) + 'static) {
    if after_ms == 0 {
        return send(app);
    }
    let turn = app.next_turn(kind);
    after(after_ms, move || {
        if app.is_last_turn(kind, turn) {
            send(app);
        }
    });
}

fn of<T: Readable>(answer: Result<JsValue, Failure>) -> Result<T, Failure> {
    answer.and_then(|body| read(&body).map_err(|_| Failure::Nonsense))
}

fn send(app: App, ask: Ask, event: impl FnOnce(Result<JsValue, Failure>) -> Event + 'static) {
    send_of(app, ask, Box::new(event));
}

#[inline(never)]
fn send_of(app: App, ask: Ask, event: Box<dyn FnOnce(Result<JsValue, Failure>) -> Event>) {
    ask.answer(move |answer| app.send(event(answer)));
}

/// The body of an order. Where the shopper came from is none of the flow's business: the same order
/// is the same order, by whatever link it came.
fn order(app: App, draft: &Draft) -> String {
    let body = draft.value();
    put(&body, "metadata", &app.metadata());
    stringify(&body)
}

fn of_store(store: &str, route: &str) -> String {
    let store = String::from(encode_uri_component(store));
    concat(&["/v3/stores/", &store, "/", route])
}

fn load(app: App, path: &str, query: &[(&str, Option<String>)]) -> Ask {
    let mut url = app.address(path);
    let mut separator = "?";
    for (name, value) in query {
        if let Some(value) = value {
            let value = String::from(encode_uri_component(value));
            url.push_str(&concat(&[separator, name, "=", &value]));
            separator = "&";
        }
    }
    Ask { url, body: None, key: None, deadline: LOAD_MS }
}
