//! Asks the object that owns an intent.

use wasm_bindgen::JsValue;
use web_sys::{Request, RequestInit};
use worker::{Env, Stub};

use crate::api::Failure;
use crate::orders::{Answer, Command};

const BINDING: &str = "ORDER_INTENT";

/// The object of this name. When it cannot be asked, the same key may be sent
/// again: nobody else can make its order.
pub(super) async fn by_name(env: &Env, name: &str, command: &Command) -> Result<Answer, Failure> {
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

async fn ask(stub: &Stub, command: &Command) -> worker::Result<Answer> {
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&JsValue::from_str(&serde_json::to_string(command)?));
    let request = Request::new_with_str_and_init("https://intent/", &init)?;
    let mut response = stub.fetch_with_request(worker::Request::from(request)).await?;
    Ok(serde_json::from_slice(&response.bytes().await?)?)
}
