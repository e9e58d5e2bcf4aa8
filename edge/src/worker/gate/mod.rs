//! What this isolate asks the gate before a platform, and the permits that it
//! holds.

mod awaited;
mod keeping;
mod leases;
mod letters;
mod object;
mod post;
mod rows;

pub(super) use leases::Leases;

use wasm_bindgen::JsValue;
use web_sys::RequestInit;
use worker::Env;

use super::clock;
use super::isolate::{Isolate, write};
use super::send::send_now;
use crate::api::Failure;
use crate::config::Secret;
use crate::gate::{Ask, Departing, Lease, Request, Urgency, Verdict};
use crate::log::{Post, Ungated};
use crate::orders::{News, OrderNames, Token};
use crate::outbox::Tally;
use crate::platform::PlatformError;

const BINDING: &str = "STORE_GATE";
/// Milliseconds that a call waits for its turn before it is told to come back.
const PATIENCE: i64 = 4_000;
/// Milliseconds before a gate that could not be asked is asked again.
const ASK_AGAIN: u32 = 200;

/// Waits for the turn of one call. A gate that cannot be asked stops nobody:
/// the platform's own limit is behind it.
pub(super) async fn pass(isolate: &Isolate, key: &Secret, urgency: Urgency) -> Result<(), PlatformError> {
    // What is leased is for those who wait.
    let may_lease = urgency != Urgency::Spare;
    if may_lease && isolate.leases.use_one(key.name()) {
        return Ok(());
    }
    let request = Request::Permits { urgency };
    if let Ok(Verdict::Go { permits, until }) = decided(isolate, key, &request).await?
        && may_lease
    {
        isolate.leases.keep(key.name(), Lease::new(permits.saturating_sub(1), until));
    }
    Ok(())
}

/// Asks until the gate says more than to wait or to probe.
async fn decided(
    isolate: &Isolate,
    key: &Secret,
    request: &Request,
) -> Result<worker::Result<Verdict>, PlatformError> {
    let mut waited = 0;
    loop {
        match ask(isolate, key, request).await {
            Ok(Verdict::Wait { ms }) => waited = wait(ms, waited).await?,
            Ok(Verdict::Shut { ms }) => return Err(busy(ms)),
            Ok(Verdict::Probe) => probe(isolate, key).await,
            decided => return Ok(decided),
        }
    }
}

async fn wait(ms: i64, waited: i64) -> Result<i64, PlatformError> {
    let sum = waited.saturating_add(ms);
    if sum > PATIENCE {
        return Err(busy(ms));
    }
    clock::sleep(u32::try_from(ms).unwrap_or(0)).await;
    Ok(sum)
}

/// Nothing has left, and it may be tried again then.
fn busy(ms: i64) -> PlatformError {
    let seconds = ms.saturating_add(999).checked_div(1_000).unwrap_or(1);
    PlatformError::Busy { retry_after: u32::try_from(seconds.clamp(1, 120)).unwrap_or(1) }
}

/// Sees with a read whether the platform is well again.
async fn probe(isolate: &Isolate, key: &Secret) {
    let well = match isolate.config.order_platform_of(key) {
        Some(platform) => send_now(&platform.probe()).await.is_ok_and(|answer| answer.status < 500),
        None => false,
    };
    // If this is lost, somebody else probes a little later.
    let _ = ask(isolate, key, &Request::Probed { well }).await;
}

/// What becomes of an order that wants to leave.
pub(super) enum Turn {
    /// It may.
    Go,
    /// The same shopper ordered the same a few minutes ago, under this token.
    Duplicate(Token),
}

/// An order that wants to leave.
pub(super) struct Departure<'a> {
    /// The intent.
    pub(super) token: &'a Token,
    /// The store's number.
    pub(super) store: i64,
    /// Equal for equal orders of one shopper; tells nothing else.
    pub(super) likeness: Option<&'a str>,
    /// The shopper wants it although there is an equal one.
    pub(super) confirmed: bool,
}

/// Waits for the turn of an order. From here on the gate knows the intent as
/// open and looks after it when its own alarm is lost, whatever the answer;
/// only a duplicate is not written down.
///
/// A gate that cannot be asked, twice, stops no order. That is safe: the fence
/// and the intent's own alarm need no gate, so the order is made at most once
/// and looked for if its answer is lost, and the platform's limit refuses what
/// is too much. What is lost is the second net, the names for webhooks, until
/// [`settled`] brings them, and the question to a shopper with two keys; so
/// the log says that it happened.
pub(super) async fn turn(
    isolate: &Isolate,
    key: &Secret,
    departure: &Departure<'_>,
) -> Result<Turn, PlatformError> {
    let request = Request::Turn(Departing {
        token: departure.token.clone(),
        store: departure.store,
        likeness: departure.likeness.map(str::to_owned),
        confirmed: departure.confirmed,
    });
    let mut verdict = decided(isolate, key, &request).await?;
    if verdict.is_err() {
        clock::sleep(ASK_AGAIN).await;
        verdict = decided(isolate, key, &request).await?;
    }
    match verdict {
        Ok(Verdict::Duplicate(first)) => return Ok(Turn::Duplicate(first)),
        Ok(_) => {}
        Err(_) => write(&Ungated {}),
    }
    Ok(Turn::Go)
}

/// Tells the gate that an intent needs no more looking after, and by which
/// names its orders are told of. Without an order its shopper may order the
/// same under another key.
///
/// # Errors
/// When the gate cannot be asked; it can be told again, and finds out by itself
/// when it next looks after the intent.
pub(super) async fn settled(
    isolate: &Isolate,
    key: &Secret,
    token: &Token,
    orders: &[OrderNames],
) -> worker::Result<()> {
    let request = Request::Settled { token: token.clone(), orders: orders.to_vec() };
    ask(isolate, key, &request).await.map(drop)
}

/// Tells the gate how an intent's letters to the seller stand.
///
/// # Errors
/// When the gate cannot be asked; it can be told again.
pub(super) async fn letters(
    isolate: &Isolate,
    key: &Secret,
    token: &Token,
    tally: Tally,
) -> worker::Result<()> {
    ask(isolate, key, &Request::Letters { token: token.clone(), tally }).await.map(drop)
}

/// Tells the gate that the platform asked to wait.
pub(super) async fn close(isolate: &Isolate, key: &Secret, retry_after: u32) {
    // Whoever calls next hears the platform's own word if this is lost.
    let _ = ask(isolate, key, &Request::Refused { retry_after }).await;
}

/// Has a letter of the platform written down, for good. It is read after that.
pub(super) async fn receive(
    isolate: &Isolate,
    key: &Secret,
    hash: String,
    news: Option<News>,
) -> Result<Post, Failure> {
    match ask(isolate, key, &Request::Receive { hash, news }).await {
        Ok(Verdict::Noted) => Ok(Post::Received),
        Ok(Verdict::Known) => Ok(Post::Repeated),
        // The platform sends again what was not answered with 200.
        _ => Err(Failure::Internal),
    }
}

/// Has the gate do what is due.
pub(super) async fn sweep(isolate: &Isolate, key: &Secret) -> worker::Result<()> {
    ask(isolate, key, &Request::Sweep).await.map(drop)
}

async fn ask(isolate: &Isolate, key: &Secret, request: &Request) -> worker::Result<Verdict> {
    let ask = Ask { seen: isolate.leases.take_seen(key.name()), request: request.clone() };
    tell(&isolate.env, key.name(), &ask).await
}

async fn tell(env: &Env, name: &str, ask: &Ask) -> worker::Result<Verdict> {
    let stub = env.durable_object(BINDING)?.id_from_name(name)?.get_stub()?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&JsValue::from_str(&serde_json::to_string(ask)?));
    let request = web_sys::Request::new_with_str_and_init("https://gate/", &init)?;
    let mut response = stub.fetch_with_request(worker::Request::from(request)).await?;
    Ok(serde_json::from_slice(&response.bytes().await?)?)
}
