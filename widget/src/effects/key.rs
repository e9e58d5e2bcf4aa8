//! Idempotency keys.

use std::fmt::Write;

use wasm_bindgen::prelude::*;

use crate::dom::window;

/// 128 random bits as 32 hexadecimal digits. `randomUUID` would not do: pages
/// that are not served over https lack it.
pub fn draw() -> String {
    let mut bytes = [0; 16];
    window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes)).unwrap_throw();
    let mut key = String::with_capacity(32);
    for byte in bytes {
        let _ = write!(key, "{byte:02x}");
    }
    key
}
