//! The point of sale: its events in, its word out.

mod inquiry;
mod object;
mod paid;
mod rows;
mod shelf;
mod sync;

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::RequestInit;
use worker::Env;

use super::isolate::{Isolate, write};
use super::visit::Visit;
use super::webhook::letter;
use crate::api::webhook::{success, told};
use crate::api::{Failure, Reply};
use crate::catalogue::Trust;
use crate::config::Till;
use crate::log::TillHeard;
use crate::platform::PlatformError;
use crate::platform::dealpos::EventName;
use crate::till::{Ask, Overlay, Said};
use crate::webhook::LETTER_MAX;

const BINDING: &str = "TILL";
/// One Worker has one seller, and one seller one till.
const NAME: &str = "till";

/// The till's word, as an isolate knows it.
pub(super) struct Word {
    pub(super) version: i64,
    pub(super) overlay: Overlay,
}

/// How long an isolate believes its copy of the till's word.
pub(super) fn trust() -> Trust {
    Trust::only_fresh_for_seconds(2)
}

/// `POST /webhooks/dealpos/{token}/{event}`
pub(super) async fn hear(visit: &Visit, token: &str, event: &str) -> Result<Reply, Failure> {
    let till = till(visit)?;
    let body = letter(visit, LETTER_MAX, Failure::InvalidJson).await?;
    let name = EventName::from_path(event);
    let Some(name) = name.filter(|_| till.hooks.admit(token)) else { return Err(stranger(visit).await) };
    let body = String::from_utf8(body).map_err(|_| Failure::InvalidJson)?;
    let said = ask(&visit.env, &Ask::Hear { name, body }).await;
    let outcome = match said {
        Ok(Said::Noted) => Ok(success()),
        Ok(_) => Err(Failure::InvalidJson),
        // The till sends once more what was not taken (platforms §4.1).
        Err(_) => Err(Failure::Internal),
    };
    write(&TillHeard { name, taken: outcome.is_ok() });
    outcome
}

/// `GET /webhooks/dealpos/{token}`: what the seller should know.
pub(super) async fn report(visit: &Visit, token: &str) -> Result<Reply, Failure> {
    let till = till(visit)?;
    if !till.hooks.admit(token) {
        return Err(stranger(visit).await);
    }
    match ask(&visit.env, &Ask::Report).await {
        Ok(Said::Report(report)) => Ok(told(&report)),
        _ => Err(Failure::Internal),
    }
}

/// The till's word, if it is another than this one.
pub(super) async fn word(isolate: &Isolate, known: Option<Rc<Word>>) -> Result<Rc<Word>, PlatformError> {
    let version = known.as_ref().map_or(0, |word| word.version);
    match (ask(&isolate.env, &Ask::Overlay { known: version }).await, known) {
        (Ok(Said::Overlay { version, overlay }), _) => Ok(Rc::new(Word { version, overlay })),
        (Ok(Said::Unchanged), Some(known)) => Ok(known),
        _ => Err(PlatformError::Unreachable),
    }
}

/// Has the object do what is due.
pub(super) async fn sweep(env: &Env) -> worker::Result<()> {
    ask(env, &Ask::Sweep).await.map(drop)
}

fn till(visit: &Visit) -> Result<&Till, Failure> {
    visit.isolate.config.till.as_ref().ok_or(Failure::RouteNotFound)
}

/// What a stranger hears after as long as a friend would have waited.
pub(super) async fn stranger(visit: &Visit) -> Failure {
    let _ = ask(&visit.env, &Ask::Nothing).await;
    Failure::RouteNotFound
}

pub(super) async fn ask(env: &Env, ask: &Ask) -> worker::Result<Said> {
    let stub = env.durable_object(BINDING)?.id_from_name(NAME)?.get_stub()?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&JsValue::from_str(&serde_json::to_string(ask)?));
    let request = web_sys::Request::new_with_str_and_init("https://till/", &init)?;
    let mut response = stub.fetch_with_request(worker::Request::from(request)).await?;
    Ok(serde_json::from_slice(&response.bytes().await?)?)
}
