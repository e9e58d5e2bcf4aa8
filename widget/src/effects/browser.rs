//! The calls of `browser.js`.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/effects/browser.js")]
extern "C" {
    /// One request; the last is told whether it was a 2xx and its text, or nothing.
    pub fn ask(url: &str, body: Option<&str>, key: Option<&str>, deadline: u32, heard: JsValue);

    /// Copies a text; the last is told whether that was allowed.
    pub fn copy(text: &str, heard: JsValue);

    /// Dispatches `tumbas:…` on `root`.
    pub fn tell(root: &Element, name: &str, detail: &JsValue);

    /// Dispatches `tumbas:redirect`; unless a listener prevented it, leaves the
    /// page for `url`, in this tab and at top level, also out of a frame.
    pub fn redirect(root: &Element, url: &str);

    /// An idempotency key.
    #[wasm_bindgen(js_name = drawKey)]
    pub fn draw_key() -> String;
}
