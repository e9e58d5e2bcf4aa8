//! The calls of `browser.js`.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/effects/browser.js")]
extern "C" {
    /// One request; the last is told whether it was a 2xx and what its JSON says, or nothing, perhaps at once.
    pub fn ask(url: &str, body: Option<&str>, key: Option<&str>, deadline: u32, heard: JsValue);

    /// Calls it when the browser has nothing else to do.
    pub fn idle(then: &Function);

    /// Has what comes behind the first step asked for at once, if it waits to be asked for again.
    pub fn hurry();

    /// What JSON says; `undefined` when it is none.
    pub fn parse(text: &str) -> JsValue;

    /// The member of an object; where there is no object NaN, which fits nothing.
    pub fn member(object: &JsValue, name: &str) -> JsValue;

    /// Gives an object a member.
    pub fn put(object: &JsValue, name: &str, value: &JsValue);

    /// What a function answers; `undefined` where it throws.
    pub fn call(ours: &Function) -> JsValue;

    /// A number; NaN when it is none.
    pub fn number(value: &JsValue) -> f64;

    /// Copies a text; the last is told whether that was allowed.
    pub fn copy(text: &str, heard: JsValue);

    /// Dispatches `tumbas:…` on `root`.
    pub fn tell(root: &Element, name: &str, detail: &JsValue);

    /// Dispatches `tumbas:redirect`; unless a listener prevented it, leaves the
    /// page for `url`, in this tab and at top level, also out of a frame.
    pub fn redirect(root: &Element, url: &str);

    /// What lies under a name in the tab's storage, or in the device's.
    pub fn recall(on_device: bool, name: &str) -> Option<String>;

    /// Keeps a text there, or removes it; where the browser refuses that, on this page.
    pub fn keep(on_device: bool, name: &str, text: Option<&str>);

    /// Keeps on the device what the next order needs again of a memory: no cart, no note and no key.
    #[wasm_bindgen(js_name = keepDetails)]
    pub fn keep_details(name: &str, memory: &str);

    /// The page's own address without its `#`, short enough for a message.
    pub fn here() -> String;

    /// Whether the page says what the text of an element is set in.
    #[wasm_bindgen(js_name = hasOwnFont)]
    pub fn has_own_font(root: &Element) -> bool;

    /// An idempotency key.
    #[wasm_bindgen(js_name = drawKey)]
    pub fn draw_key() -> String;
}

#[wasm_bindgen]
extern "C" {
    /// A value without cycles, as JSON.
    #[wasm_bindgen(js_namespace = JSON)]
    pub fn stringify(value: &JsValue) -> String;
}
