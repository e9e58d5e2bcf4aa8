//! Asks the object that owns an intent.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{Request, RequestInit, Response};
use worker::{Env, Stub};

use super::chaos::{self, Ask, Mistake};
use super::clock;
use crate::api::Failure;
use crate::orders::{Answer, Command};
use crate::outbox::Tally;

const BINDING: &str = "ORDER_INTENT";
/// Milliseconds before an object is asked again that was out of reach for a moment.
const ASK_AGAIN: u32 = 100;

/// The object of this name. When it cannot be asked, the same key may be sent
/// again: nobody else can make its order.
pub(super) async fn by_name(env: &Env, name: &str, command: &Command) -> Result<Answer, Failure> {
    let name = if chaos::makes(Mistake::OneObject) { BINDING } else { name };
    let objects = env.durable_object(BINDING).map_err(|_| Failure::Internal)?;
    let id = objects.id_from_name(name).map_err(|_| Failure::Internal)?;
    ask(|| id.get_stub(), command).await.map_err(|_| Failure::OrderUndecided)
}

/// The object of this id, which the runtime refuses unless it made it.
pub(super) async fn by_id(env: &Env, id: &str, command: &Command) -> Result<Answer, Failure> {
    let objects = env.durable_object(BINDING).map_err(|_| Failure::Internal)?;
    let id = objects.id_from_string(id).map_err(|_| Failure::OrderNotFound)?;
    ask(|| id.get_stub(), command).await.map_err(|_| Failure::Internal)
}

/// The stream of the object of this id, while there is room for another watcher.
pub(super) async fn watch(env: &Env, id: &str, origin: &str) -> Result<Response, Failure> {
    let objects = env.durable_object(BINDING).map_err(|_| Failure::Internal)?;
    let id = objects.id_from_string(id).map_err(|_| Failure::OrderNotFound)?;
    let command = Command::Watch { origin: origin.to_owned() };
    let response = send(|| id.get_stub(), &command).await.map_err(|_| Failure::Internal)?;
    match response.status_code() {
        200 => Ok(Response::from(response)),
        404 => Err(Failure::OrderNotFound),
        _ => Err(Failure::Watched),
    }
}

/// The letter of a row of the outbox; `None` when it need not be sent any more.
pub(super) async fn letter(env: &Env, id: &str, command: &Command) -> worker::Result<Option<String>> {
    let objects = env.durable_object(BINDING)?;
    let id = objects.id_from_string(id)?;
    let mut response = send(|| id.get_stub(), command).await?;
    if response.status_code() == 200 { response.text().await.map(Some) } else { Ok(None) }
}

/// Has an intent's letters carried, and says how they stand.
pub(super) async fn carry(env: &Env, id: &str) -> worker::Result<Tally> {
    let objects = env.durable_object(BINDING)?;
    let id = objects.id_from_string(id)?;
    Ok(serde_json::from_slice(&send(|| id.get_stub(), &Command::Carry).await?.bytes().await?)?)
}

async fn ask(stub: impl Fn() -> worker::Result<Stub>, command: &Command) -> worker::Result<Answer> {
    Ok(serde_json::from_slice(&send(stub, command).await?.bytes().await?)?)
}

/// Asks once more, with a new stub, what the runtime says may be asked again:
/// whatever an object is asked for it does once. One that has too much to do
/// is left alone; whoever asked comes back.
async fn send(
    stub: impl Fn() -> worker::Result<Stub>,
    command: &Command,
) -> worker::Result<worker::Response> {
    let text = serde_json::to_string(command)?;
    match try_to_send(&stub()?, &text).await {
        Err(error) if is_momentary(&error.to_js_value()) => {
            clock::sleep(ASK_AGAIN).await;
            try_to_send(&stub()?, &text).await
        }
        sent => sent,
    }
}

async fn try_to_send(stub: &Stub, text: &str) -> worker::Result<worker::Response> {
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&JsValue::from_str(text));
    let request = Request::new_with_str_and_init("https://intent/", &init)?;
    chaos::doubt(Ask::Asking).await?;
    let response = stub.fetch_with_request(worker::Request::from(request)).await?;
    chaos::doubt(Ask::Asked).await?;
    Ok(response)
}

fn is_momentary(error: &JsValue) -> bool {
    let says = |word| Reflect::get(error, &JsValue::from_str(word)).is_ok_and(|said| said.is_truthy());
    says("retryable") && !says("overloaded")
}
