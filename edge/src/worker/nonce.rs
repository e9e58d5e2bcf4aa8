//! Random bytes, from the runtime.

use wasm_bindgen::JsCast;
use web_sys::WorkerGlobalScope;

use crate::seal::NONCE_BYTES;

/// A number used once. `None` when the runtime has none to give.
pub(super) fn draw() -> Option<[u8; NONCE_BYTES]> {
    let mut nonce = [0; NONCE_BYTES];
    let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
    scope.crypto().ok()?.get_random_values_with_u8_array(&mut nonce).ok()?;
    Some(nonce)
}
