//! What all requests of one isolate share: configuration and catalogue copies.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::console;
use worker::Env;

use super::catalogue::Copies;
use super::gate::Leases;
use super::memory::Memory;
use super::respond::EXPOSED;
use crate::config::Config;
use crate::log::{self, RequestId, Start};
use crate::platform::{OrderPlatform, Platform, PlatformError, Said};

/// Shared by all requests of an isolate.
pub(super) struct Isolate {
    pub(super) config: Config,
    pub(super) copies: Copies,
    pub(super) memory: Memory,
    pub(super) leases: Leases,
    pub(super) env: Env,
    name: u64,
    requests: Cell<u32>,
}

/// What crosses into the runtime with every request: kept there, so that it is
/// not decoded each time.
const WORDS: [&str; 10] = [
    "origin",
    "if-none-match",
    "server-timing",
    NO_TIME,
    "x-request-id",
    "access-control-allow-origin",
    "access-control-expose-headers",
    EXPOSED,
    "content-length",
    "content-encoding",
];

/// `Server-Timing` of an answer that took no time the runtime's clock could see.
pub(super) const NO_TIME: &str = "platform;dur=0, edge;dur=0";

thread_local! {
    static ISOLATE: RefCell<Option<Rc<Isolate>>> = const { RefCell::new(None) };
}

impl Isolate {
    /// The isolate's shared state, made by its first request.
    pub(super) fn of(env: &Env) -> Rc<Self> {
        ISOLATE.with_borrow_mut(|isolate| Rc::clone(isolate.get_or_insert_with(|| Rc::new(Self::start(env)))))
    }

    /// The isolate's shared state, once it had a request.
    pub(super) fn current() -> Option<Rc<Self>> {
        ISOLATE.with_borrow(Clone::clone)
    }

    fn start(env: &Env) -> Self {
        let config = Config::read(|name| Reflect::get(env, &JsValue::from_str(name)).ok()?.as_string());
        write(&Start {
            scalev: config.scalev.is_some(),
            ngorder: config.ngorder.is_some(),
            origins: config.allowed_origins.len(),
            complaints: &config.complaints,
        });
        for word in WORDS {
            wasm_bindgen::intern(word);
        }
        Self {
            config,
            copies: Copies::default(),
            memory: Memory::default(),
            leases: Leases::default(),
            env: env.clone(),
            name: draw(),
            requests: Cell::new(0),
        }
    }

    /// An order platform.
    ///
    /// # Errors
    /// When the seller left it off.
    pub(super) fn platform(&self, platform: Platform) -> Said<&dyn OrderPlatform> {
        self.config.order_platform(platform).ok_or(PlatformError::Unauthorized)
    }

    /// A name for the next request.
    pub(super) fn next_request(&self) -> RequestId {
        self.requests.set(self.requests.get().wrapping_add(1));
        RequestId::new(self.name, self.requests.get())
    }
}

/// A number below 2^52. It names an isolate and keeps no secret.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive and below 2^52")]
fn draw() -> u64 {
    (js_sys::Math::random() * 4_503_599_627_370_496.0) as u64
}

/// Writes one line to the log.
pub(super) fn write<T: serde::Serialize>(entry: &T) {
    console::log_1(&JsValue::from_str(&log::line(entry)));
}
