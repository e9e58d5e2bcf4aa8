//! What a chaos build asks its driver, and does at its word.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::fmt::Debug;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, Response, WorkerGlobalScope, console};
use worker::State;

use super::{Ask, Mistake, Moment};
use crate::orders::Token;
use crate::worker::clock;
use crate::worker::isolate::Isolate;

thread_local! {
    static OFFSET: Cell<i64> = const { Cell::new(0) };
    static MISTAKE: RefCell<String> = const { RefCell::new(String::new()) };
    /// Every object of this isolate, by its id.
    static OBJECTS: RefCell<HashMap<String, JsValue>> = RefCell::default();
}

/// Milliseconds for which others are let in.
const DAWDLE: u32 = 50;

pub(in crate::worker) fn makes(mistake: Mistake) -> bool {
    MISTAKE.with_borrow(|name| *name == format!("{mistake:?}"))
}

pub(in crate::worker) async fn dawdle(mistake: Mistake) {
    if makes(mistake) {
        clock::sleep(DAWDLE).await;
    }
}

pub(in crate::worker) fn spill(body: &[u8]) {
    console::log_1(&JsValue::from_str(&String::from_utf8_lossy(body)));
}

/// Tells the driver, which answers when the work may go on, or never. The word
/// `abort` ends the module as a panic does, `reset` ends this object alone.
pub(in crate::worker) async fn reach(moment: Moment, token: &Token) {
    match word(moment).await.as_deref() {
        Some("abort") => std::process::abort(),
        Some("reset") if reset(token).is_ok() => std::future::pending::<()>().await,
        _ => {}
    }
}

/// The same outside an object, which cannot be reset.
pub(in crate::worker) async fn pass(moment: Moment) {
    let _ = word(moment).await;
}

/// The words `retryable` and `overloaded` fail as the runtime does.
pub(in crate::worker) async fn doubt(ask: Ask) -> worker::Result<()> {
    let word = word(ask).await.filter(|word| word == "retryable" || word == "overloaded");
    let Some(word) = word else { return Ok(()) };
    let error = js_sys::Error::new("the object cannot be asked");
    Reflect::set(&error, &JsValue::from_str(&word), &JsValue::TRUE)?;
    Err(JsValue::from(error).into())
}

pub(in crate::worker) async fn show(note: &JsValue) {
    let text = js_sys::JSON::stringify(note).map(String::from).unwrap_or_default();
    let text = String::from(js_sys::encode_uri_component(&text));
    let _ = ask(&["/carried/", &text].concat()).await;
}

async fn word(moment: impl Debug) -> Option<String> {
    ask(&format!("/reached/{moment:?}")).await.ok().flatten()
}

async fn ask(path: &str) -> Result<Option<String>, JsValue> {
    let driver = Isolate::current()
        .and_then(|isolate| Reflect::get(&isolate.env, &JsValue::from_str("CHAOS_DRIVER")).ok()?.as_string());
    let Some(driver) = driver else { return Ok(None) };
    let answer = JsFuture::from(scope().fetch_with_str(&[&driver, path].concat())).await?;
    let text = JsFuture::from(answer.dyn_into::<Response>()?.text()?).await?;
    Ok(text.as_string())
}

fn scope() -> WorkerGlobalScope {
    js_sys::global().unchecked_into()
}

pub(in crate::worker) fn own(state: &State) {
    OBJECTS.with_borrow_mut(|objects| objects.insert(state.id().to_string(), state.as_raw().into()));
}

/// Resets an object from outside this module: the runtime ends whatever runs
/// then, and it must not be us.
fn reset(token: &Token) -> Result<(), JsValue> {
    let id = Token::object_id(token.as_str()).unwrap_or_default();
    let state = OBJECTS.with_borrow_mut(|objects| objects.remove(&id)).ok_or(JsValue::NULL)?;
    let abort: Function = Reflect::get(&state, &JsValue::from_str("abort"))?.dyn_into()?;
    let later: Function = Reflect::get(&scope(), &JsValue::from_str("setTimeout"))?.dyn_into()?;
    later.call2(&JsValue::UNDEFINED, &abort.bind0(&state), &JsValue::from(0)).map(drop)
}

pub(in crate::worker) fn offset() -> i64 {
    OFFSET.get()
}

pub(in crate::worker) fn listen(headers: &Headers) {
    if let Ok(Some(text)) = headers.get("x-chaos-clock-ms")
        && let Ok(offset) = text.parse()
    {
        OFFSET.set(offset);
    }
    if let Ok(Some(name)) = headers.get("x-chaos-mistake") {
        MISTAKE.set(name);
    }
}
