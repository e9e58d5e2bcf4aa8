//! The calls of `browser.js`.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/effects/browser.js")]
extern "C" {
    /// One request; the last is told whether it was a 2xx and its text, or nothing.
    pub fn ask(url: &str, body: Option<&str>, key: Option<&str>, deadline: u32, heard: JsValue);

    /// Copies a text; the last is told whether that was allowed.
    pub fn copy(text: &str, heard: JsValue);

    /// Dispatches `tumbas:…`; whether no listener prevented it.
    pub fn dispatch(root: &Element, name: &str, detail: &JsValue) -> bool;

    /// An idempotency key.
    #[wasm_bindgen(js_name = drawKey)]
    pub fn draw_key() -> String;
}
