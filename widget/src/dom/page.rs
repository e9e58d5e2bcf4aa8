//! The calls of `page.js`.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/dom/page.js")]
extern "C" {
    /// Makes `root` a checkout whose `id`s begin with `prefix`. `hear` is told the number of an act with what its
    /// control holds or, without a number, what happened to the page; always behind what runs then.
    pub fn begin(root: &Element, prefix: &str, hear: JsValue);

    /// Takes the checkout off the page; nothing is heard any more.
    pub fn end(root: &Element);

    /// Draws in `root` what the parent module has written down.
    pub(super) fn draw(root: &Element, drawing: &str);

    /// Moves the focus to the element of this `id`, if it is on the page.
    pub fn focus(id: &str);
}
