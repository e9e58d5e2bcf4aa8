//! Asks the object that owns an intent.

use wasm_bindgen::JsValue;
use web_sys::{Request, RequestInit, Response};
use worker::{Env, Stub};

use super::chaos::{self, Mistake};
use crate::api::Failure;
use crate::orders::{Answer, Command};
use crate::outbox::Tally;

const BINDING: &str = "ORDER_INTENT";

/// The object of this name. When it cannot be asked, the same key may be sent
/// again: nobody else can make its order.
pub(super) async fn by_name(env: &Env, name: &str, command: &Command) -> Result<Answer, Failure> {
    let name = if chaos::makes(Mistake::OneObject) { BINDING } else { name };
    let objects = env.durable_object(BINDING).map_err(|_| Failure::Internal)?;
    let stub = objects.id_from_name(name).and_then(|id| id.get_stub()).map_err(|_| Failure::Internal)?;
    ask(&stub, command).await.map_err(|_| Failure::OrderUndecided)
}

/// The object of this id, which the runtime refuses unless it made it.
pub(super) async fn by_id(env: &Env, id: &str, command: &Command) -> Result<Answer, Failure> {
    let objects = env.durable_object(BINDING).map_err(|_| Failure::Internal)?;
    let stub = objects.id_from_string(id).and_then(|id| id.get_stub()).map_err(|_| Failure::OrderNotFound)?;
    ask(&stub, command).await.map_err(|_| Failure::Internal)
}

/// The stream of the object of this id, while there is room for another watcher.
pub(super) async fn watch(env: &Env, id: &str, origin: &str) -> Result<Response, Failure> {
    let objects = env.durable_object(BINDING).map_err(|_| Failure::Internal)?;
    let stub = objects.id_from_string(id).and_then(|id| id.get_stub()).map_err(|_| Failure::OrderNotFound)?;
    let command = Command::Watch { origin: origin.to_owned() };
    let response = send(&stub, &command).await.map_err(|_| Failure::Internal)?;
    match response.status_code() {
        200 => Ok(Response::from(response)),
        404 => Err(Failure::OrderNotFound),
        _ => Err(Failure::Watched),
    }
}

/// The letter of a row of the outbox; `None` when it need not be sent any more.
pub(super) async fn letter(env: &Env, id: &str, command: &Command) -> worker::Result<Option<String>> {
    let stub = env.durable_object(BINDING)?.id_from_string(id)?.get_stub()?;
    let mut response = send(&stub, command).await?;
    if response.status_code() == 200 { response.text().await.map(Some) } else { Ok(None) }
}

/// Has an intent's letters carried, and says how they stand.
pub(super) async fn carry(env: &Env, id: &str) -> worker::Result<Tally> {
    let stub = env.durable_object(BINDING)?.id_from_string(id)?.get_stub()?;
    Ok(serde_json::from_slice(&send(&stub, &Command::Carry).await?.bytes().await?)?)
}

async fn ask(stub: &Stub, command: &Command) -> worker::Result<Answer> {
    Ok(serde_json::from_slice(&send(stub, command).await?.bytes().await?)?)
}

async fn send(stub: &Stub, command: &Command) -> worker::Result<worker::Response> {
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&JsValue::from_str(&serde_json::to_string(command)?));
    let request = Request::new_with_str_and_init("https://intent/", &init)?;
    stub.fetch_with_request(worker::Request::from(request)).await
}
