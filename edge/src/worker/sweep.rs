//! Once a minute: whatever lost its alarm is done all the same.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::future_to_promise;
use worker::Env;

use super::isolate::{Isolate, write};
use super::{gate, till};
use crate::log::Untended;

/// The runtime's event, as `[triggers]` in `wrangler.toml` orders it.
#[wasm_bindgen]
#[expect(
    unreachable_pub,
    clippy::needless_pass_by_value,
    reason = "exported to the runtime, which passes values"
)]
pub fn scheduled(_event: JsValue, env: Env, _context: JsValue) -> Promise {
    let isolate = Isolate::of(&env);
    future_to_promise(async move {
        for platform in isolate.config.platforms_on() {
            if let Ok(platform) = isolate.platform(platform)
                && gate::sweep(&isolate, platform.key()).await.is_err()
            {
                write(&Untended {});
            }
        }
        let has_goods = isolate.config.till.is_some() || isolate.config.gercep.is_some();
        if has_goods && till::sweep(&isolate.env).await.is_err() {
            write(&Untended {});
        }
        Ok(JsValue::UNDEFINED)
    })
}
