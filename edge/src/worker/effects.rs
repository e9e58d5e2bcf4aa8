//! The queue's other end: fetches each letter from its intent, and carries it
//! to the seller. What the seller has taken is reported done before the note
//! is; whatever fails in between brings the same letter again, under the same id.

use futures_util::future::join_all;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{AbortSignal, Headers, RequestInit, RequestRedirect, Response, WorkerGlobalScope};
use worker::Env;

use super::chaos::{self, Moment};
use super::isolate::Isolate;
use super::{clock, intent};
use crate::orders::{Command, Token};
use crate::outbox::{Note, Seller};

/// The queue of what no try could deliver.
const DEAD: &str = "tumbas-effects-dead";
/// Milliseconds for the seller's answer.
const DEADLINE_MS: u32 = 10_000;
/// Seconds until the queue tries again.
const AGAIN_SECONDS: u32 = 10;

/// The runtime's event, as the consumers in `wrangler.toml` order it.
#[wasm_bindgen]
#[expect(
    unreachable_pub,
    clippy::needless_pass_by_value,
    reason = "exported to the runtime, which passes values"
)]
pub fn queue(batch: JsValue, env: Env, _context: JsValue) -> Promise {
    let isolate = Isolate::of(&env);
    future_to_promise(async move {
        let is_dead = get(&batch, "queue")?.as_string().as_deref() == Some(DEAD);
        let messages: Array = get(&batch, "messages")?.dyn_into()?;
        // Each message for itself: one that fails or is slow takes no other with it.
        let settled = messages.iter().map(|message| {
            let isolate = &isolate;
            async move { settle(isolate, &message, is_dead).await }
        });
        for settled in join_all(settled).await {
            settled?;
        }
        Ok(JsValue::UNDEFINED)
    })
}

async fn settle(isolate: &Isolate, message: &JsValue, is_dead: bool) -> Result<(), JsValue> {
    let settled = if is_dead { bury(isolate, message).await } else { deliver(isolate, message).await };
    match settled {
        Ok(()) => call(message, "ack", &JsValue::UNDEFINED),
        Err(_) => call(message, "retry", &later()?),
    }
}

fn get(object: &JsValue, member: &str) -> Result<JsValue, JsValue> {
    Reflect::get(object, &JsValue::from_str(member))
}

fn call(object: &JsValue, method: &str, argument: &JsValue) -> Result<(), JsValue> {
    get(object, method)?.dyn_into::<Function>()?.call1(object, argument).map(drop)
}

fn later() -> Result<JsValue, JsValue> {
    let options = js_sys::Object::new();
    Reflect::set(&options, &JsValue::from_str("delaySeconds"), &JsValue::from(AGAIN_SECONDS))?;
    Ok(options.into())
}

/// The row and the object of a message. What is no note of ours cannot become one.
fn note(message: &JsValue) -> Result<Option<(String, String)>, JsValue> {
    let text: String = js_sys::JSON::stringify(&get(message, "body")?)?.into();
    let note = serde_json::from_str::<Note>(&text).ok();
    Ok(note.and_then(|Note { eid, token }| Some((eid, Token::object_id(token.as_str())?))))
}

/// Has the row of a dead letter marked. It is sent again as long as it lives.
async fn bury(isolate: &Isolate, message: &JsValue) -> Result<(), JsValue> {
    let Some((eid, id)) = note(message)? else { return Ok(()) };
    report(isolate, &id, &Command::Undelivered { eid }).await
}

async fn report(isolate: &Isolate, id: &str, command: &Command) -> Result<(), JsValue> {
    intent::by_id(&isolate.env, id, command).await.map(drop).map_err(|_| JsValue::UNDEFINED)
}

/// Carries one letter. An error asks for another try.
async fn deliver(isolate: &Isolate, message: &JsValue) -> Result<(), JsValue> {
    chaos::show(&get(message, "body")?).await;
    let (Some(seller), Some((eid, id))) = (&isolate.config.seller, note(message)?) else {
        return Ok(());
    };
    let command = Command::Effect { eid: eid.clone() };
    let Some(body) = intent::letter(&isolate.env, &id, &command).await? else { return Ok(()) };
    let status = post(seller, &eid, &body).await?;
    if !(200..300).contains(&status) {
        return Err(JsValue::from(status));
    }
    chaos::pass(Moment::Taken).await;
    report(isolate, &id, &Command::Done { eid }).await?;
    chaos::pass(Moment::Marked).await;
    Ok(())
}

async fn post(seller: &Seller, eid: &str, body: &str) -> Result<u16, JsValue> {
    let timestamp = clock::seconds();
    let headers = Headers::new()?;
    headers.set("content-type", "application/json")?;
    headers.set("user-agent", concat!("Tumbas/", env!("CARGO_PKG_VERSION")))?;
    headers.set("webhook-id", eid)?;
    headers.set("webhook-timestamp", &timestamp.to_string())?;
    headers.set("webhook-signature", &seller.secrets.sign(eid, timestamp, body.as_bytes()))?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_redirect(RequestRedirect::Manual);
    init.set_headers(&headers);
    init.set_body(&JsValue::from_str(body));
    init.set_signal(Some(&AbortSignal::timeout_with_u32(DEADLINE_MS)));
    let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
    let sent = scope.fetch_with_str_and_init(seller.address.as_str(), &init);
    let response: Response = JsFuture::from(sent).await?.dyn_into()?;
    if let Some(body) = response.body() {
        // Only the status counts.
        let _ = JsFuture::from(body.cancel()).await;
    }
    Ok(response.status())
}
