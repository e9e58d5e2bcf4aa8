//! The gate before a platform: one object per credential, and the permits
//! that this isolate holds.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use wasm_bindgen::JsValue;
use web_sys::RequestInit;
use worker::{DurableObject, Env, State, durable_object};

use super::clock;
use super::isolate::Isolate;
use crate::config::Secret;
use crate::gate::{Book, Lease, Request, Urgency, Verdict};
use crate::orders::{OrderNames, Token};
use crate::platform::PlatformError;

const BINDING: &str = "API_GATE";
/// Milliseconds that a call waits for its turn before it is told to come back.
const PATIENCE: i64 = 4_000;

/// Counts what one credential uses, for all isolates.
#[durable_object]
pub struct ApiGate {
    book: RefCell<Book>,
}

impl DurableObject for ApiGate {
    fn new(_: State, env: Env) -> Self {
        let limits = Isolate::of(&env).config.scalev.as_ref().map(|scalev| scalev.limits);
        Self { book: RefCell::new(Book::new(limits.unwrap_or_default())) }
    }

    async fn fetch(&self, mut request: worker::Request) -> worker::Result<worker::Response> {
        let request: Request = serde_json::from_slice(&request.bytes().await?)?;
        let (mut book, now) = (self.book.borrow_mut(), clock::now());
        let verdict = match request {
            Request::Permits { urgency } => book.ask(urgency, now),
            Request::Refused { retry_after } => {
                book.close(retry_after, now);
                Verdict::Wait { ms: i64::from(retry_after).saturating_mul(1_000) }
            }
        };
        worker::Response::from_bytes(serde_json::to_vec(&verdict)?)
    }
}

/// What this isolate holds, by credential.
#[derive(Default)]
pub(super) struct Leases(RefCell<HashMap<String, Cell<Lease>>>);

impl Leases {
    fn use_one(&self, name: &str) -> bool {
        let leases = self.0.borrow();
        let Some(lease) = leases.get(name) else { return false };
        let rest = lease.get().used(clock::now());
        rest.map(|rest| lease.set(rest)).is_some()
    }

    fn keep(&self, name: &str, lease: Lease) {
        self.0.borrow_mut().insert(name.to_owned(), Cell::new(lease));
    }
}

/// Waits for the turn of one call. A gate that cannot be asked stops nobody:
/// the platform's own limit is behind it.
pub(super) async fn pass(isolate: &Isolate, key: &Secret, urgency: Urgency) -> Result<(), PlatformError> {
    let name = key.name();
    let mut waited = 0;
    while !isolate.leases.use_one(name) {
        match ask(&isolate.env, name, Request::Permits { urgency }).await {
            Ok(Verdict::Go { permits, until }) => {
                isolate.leases.keep(name, Lease::new(permits.saturating_sub(1), until));
                break;
            }
            Ok(Verdict::Wait { ms }) => waited = wait(ms, waited).await?,
            Err(_) => break,
        }
    }
    Ok(())
}

async fn wait(ms: i64, waited: i64) -> Result<i64, PlatformError> {
    let sum = waited.saturating_add(ms);
    if sum > PATIENCE {
        let seconds = ms.saturating_add(999).checked_div(1_000).unwrap_or(1);
        return Err(PlatformError::Busy { retry_after: u32::try_from(seconds.clamp(1, 120)).unwrap_or(1) });
    }
    clock::sleep(u32::try_from(ms).unwrap_or(0)).await;
    Ok(sum)
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
/// open and looks after it when its own alarm is lost.
pub(super) async fn turn(
    isolate: &Isolate,
    key: &Secret,
    departure: &Departure<'_>,
) -> Result<Turn, PlatformError> {
    let Departure { token: _, store: _, likeness: _, confirmed: _ } = departure;
    pass(isolate, key, Urgency::Order).await.map(|()| Turn::Go)
}

/// Tells the gate that an intent needs no more looking after, and by which
/// names its orders are told of.
pub(super) async fn settled(isolate: &Isolate, key: &Secret, token: &Token, orders: &[OrderNames]) {
    let _ = (isolate, key, token, orders);
}

/// Tells the gate that the platform asked to wait.
pub(super) async fn close(isolate: &Isolate, key: &Secret, retry_after: u32) {
    // Whoever calls next hears the platform's own word if this is lost.
    let _ = ask(&isolate.env, key.name(), Request::Refused { retry_after }).await;
}

async fn ask(env: &Env, name: &str, request: Request) -> worker::Result<Verdict> {
    let stub = env.durable_object(BINDING)?.id_from_name(name)?.get_stub()?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&JsValue::from_str(&serde_json::to_string(&request)?));
    let request = web_sys::Request::new_with_str_and_init("https://gate/", &init)?;
    let mut response = stub.fetch_with_request(worker::Request::from(request)).await?;
    Ok(serde_json::from_slice(&response.bytes().await?)?)
}
